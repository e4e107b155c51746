// Scores the finder on wordings that it was not taught: what its settings are set by.

import { join } from 'node:path';
import { outside, topics } from '../../content';
import { folderLanguages, type Language, titlesIn } from '../../content/languages';
import type { Questions } from '../../content/questions';
import { type Finder, finderOf } from '../../lambda/listening/answers';
import { bankOf } from '../../lambda/listening/bank';
import { guessBy } from '../../lambda/listening/guess';
import { learn, wordingsOf } from '../learning';

const LANGUAGES = join(__dirname, '..', '..', 'content', 'languages');
/** Each wording is left out of one of so many finders. */
const FOLDS = 5;

type Topics = Questions['topics'];

const titles = titlesIn(LANGUAGES, 'en');

/** The wordings that a fold leaves out, or all the others. */
function some(all: Topics, isTaken: (at: number) => boolean): Topics {
  return Object.fromEntries(
    Object.entries(all).map(([id, topic]) => [id, { ...topic, asked: topic.asked.filter((_, at) => isTaken(at)) }]),
  );
}

function finderFor(language: Language, taught: Topics, isGuessing: boolean): Finder {
  const questions = { ...language.questions, topics: taught };
  const bank = bankOf({ ...language, sentences: language.sentences, questions }, { topics, outside });
  const guess = isGuessing ? guessBy(learn(wordingsOf(titles, taught))) : undefined;
  return finderOf(
    () => bank,
    () => guess,
  );
}

/** How wordings are answered that were left out, in fifths, by the wordings alone and with the guess. */
export function leftOut(): string[] {
  const language = folderLanguages(LANGUAGES).of('en-US');
  const { topics: all } = language.questions;
  return [false, true].flatMap((isGuessing) => {
    const within = { right: 0, wrong: 0, all: 0 };
    const beyond = { wrong: 0, all: 0 };
    for (let fold = 0; fold < FOLDS; fold++) {
      const find = finderFor(
        language,
        some(all, (at) => at % FOLDS !== fold),
        isGuessing,
      );
      for (const [id, { asked }] of Object.entries(some(all, (at) => at % FOLDS === fold))) {
        for (const question of asked) {
          const { nearness, topics: found } = find(question);
          const answered = nearness === 'meant' || nearness === 'likely' ? (found[0] ?? '') : '';
          const isOut = outside.includes(id);
          const counted = isOut ? beyond : within;
          counted.all += 1;
          if (!isOut && answered === id) within.right += 1;
          else if (answered !== '' && !outside.includes(answered)) counted.wrong += 1;
        }
      }
    }
    const share = (count: number, of: { all: number }) => `${((100 * count) / of.all).toFixed(1)} %`;
    return [
      isGuessing ? 'with the guess' : 'by the wordings alone',
      `  answerable (${within.all}): right ${share(within.right, within)} · wrong ${share(within.wrong, within)}`,
      `  out of scope (${beyond.all}): wrongly answered ${share(beyond.wrong, beyond)}`,
    ];
  });
}
