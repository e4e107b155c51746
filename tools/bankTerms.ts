// Works the terms of the answer bank out when the skill is built, for the first question of a process not to wait.

import { join } from 'node:path';
import { locales, outside, topics } from '../content';
import { type BankTerms, sameTerms } from '../content/bankTerms';
import { folderLanguages, markOfWords } from '../content/languages';
import { packTerms, termsFileOf } from '../content/packed';
import { askableIn } from '../lambda/listening/askable';
import { readingOf } from '../lambda/listening/terms';
import { bankTermsOf, numberingOf } from '../lambda/listening/topicTerms';

/** Writes the terms of each language below a folder to a file in `target`. */
export function writeTerms(folder: string, target: string): void {
  for (const language of new Set(locales.map((row) => row.language))) {
    const numbering = numberingOf();
    const byLocale: Record<string, BankTerms['topics']> = {};
    let first: BankTerms['topics'] | undefined;
    for (const { locale } of locales.filter((row) => row.language === language)) {
      const askable = askableIn(folderLanguages(folder).of(locale), { topics, outside });
      const all = bankTermsOf(askable.topics, readingOf(askable.words, askable.split), numbering).topics;
      byLocale[locale] = first ? differing(all, first) : all;
      first ??= all;
    }
    const mark = markOfWords(join(folder, language));
    packTerms(join(target, termsFileOf(language)), { mark, terms: numbering.terms, locales: byLocale });
  }
}

function differing(topics: BankTerms['topics'], first: BankTerms['topics']): BankTerms['topics'] {
  return Object.fromEntries(
    Object.entries(topics).filter(([id, topic]) => {
      const other = first[id];
      return !other || !sameTerms(topic, other);
    }),
  );
}
