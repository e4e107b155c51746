// Hears what is vague: words of the body or of the past that report nothing by themselves.

import { hear } from './reading/phrases';
import { reportsIn } from './reading/reports';
import type { Words } from './vocabulary';
import { placeOf, wordsIn } from './words';

/**
 * `past`: it tells of another time; `head`: of a headache, which may be more than one; `part`: of a part of the body that
 * nothing was understood of.
 */
export interface Vague {
  past?: true;
  head?: true;
  part?: true;
}

/** Words for the speaker before a part of the body: "my fingers are cold". */
const OF_ONES_OWN = 2;

/** Whether a text speaks of a part of the speaker's body, whatever it says of it. */
function namesOwnPart(said: readonly string[], { body, ownBody }: Words['vocabulary']): boolean {
  const { whole: _, ...parts } = body;
  return Object.values(parts)
    .flat()
    .some((part) => {
      const at = placeOf(part.split(' '), said);
      return at > 0 && said.slice(Math.max(0, at - OF_ONES_OWN), at).some((word) => ownBody.includes(word));
    });
}

/** What a text says vaguely, or null when it says nothing of the kind. */
export function vagueIn(text: string, { vocabulary }: Words): Vague | null {
  const said = wordsIn(text, vocabulary);
  const says = (list: readonly string[] | undefined) =>
    list?.some((phrase) => placeOf(phrase.split(' '), said) >= 0) ?? false;
  const { head, past, body } = vocabulary.vague;
  if (says(head)) return { head: true };
  if (says(body)) return {};
  if (says(past)) return { past: true };
  return namesOwnPart(said, vocabulary) ? { part: true } : null;
}

/** Whether all that a text reports is an odd feeling in a limb: "my hands go a bit funny sometimes". */
export function isSoft(text: string, words: Words): boolean {
  const heard = hear(text, words);
  const finds = reportsIn(heard, words);
  const odd = ({ places }: { places: readonly number[] }) =>
    places.some((at) => words.vocabulary.soft.includes(heard.words[at] ?? ''));
  return finds.length > 0 && finds.every((find) => find.row === 'numb' && odd(find));
}
