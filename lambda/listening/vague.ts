// Hears what is vague: words of the body or of the past that report nothing by themselves.

import { hear } from './reading/phrases';
import { reportsIn } from './reading/reports';
import type { Words } from './vocabulary';
import { placeOf, wordsIn } from './words';

/** `past`: it tells of another time; `head`: of a headache, which may be more than one. */
export interface Vague {
  past?: true;
  head?: true;
}

/** What a text says vaguely, or null when it says nothing of the kind. */
export function vagueIn(text: string, { vocabulary }: Words): Vague | null {
  const said = wordsIn(text);
  const says = (list: readonly string[] | undefined) =>
    list?.some((phrase) => placeOf(phrase.split(' '), said) >= 0) ?? false;
  const { head, past, body } = vocabulary.vague;
  if (says(head)) return { head: true };
  if (says(body)) return {};
  return says(past) ? { past: true } : null;
}

/** Whether all that a text reports is an odd feeling in a limb: "my hands go a bit funny sometimes". */
export function isSoft(text: string, words: Words): boolean {
  const heard = hear(text, words);
  const finds = reportsIn(heard, words);
  const odd = ({ places }: { places: readonly number[] }) =>
    places.some((at) => words.vocabulary.soft.includes(heard.words[at] ?? ''));
  return finds.length > 0 && finds.every((find) => find.row === 'numb' && odd(find));
}
