// Hears what is vague: words of the body or of the past that report nothing by themselves.

import { hear } from './reading/phrases';
import { reportsIn } from './reading/reports';
import type { Words } from './vocabulary';
import { placeOf, wordsIn } from './words';

/**
 * `past`: it tells of another time; `head`: of a headache, which may be more than one; `part`: of a part of the body that
 * nothing was understood of; `limb`: which is an arm, a leg, or on one.
 */
export interface Vague {
  past?: true;
  head?: true;
  part?: true;
  limb?: true;
}

/** Words for the speaker before a part of the body: "my fingers are cold". */
const OF_ONES_OWN = 2;

/** The parts of the speaker's body that a text speaks of, whatever it says of them. */
function ownPartsIn(said: readonly string[], { body, ownBody }: Words['vocabulary']): Set<string> {
  const { whole: _, ...parts } = body;
  const isOwn = (part: string) => {
    const at = placeOf(part.split(' '), said);
    // "Left arm doesn't like this" leaves "my" out, or an intent has kept it.
    return at >= 0 && (at < OF_ONES_OWN || said.slice(at - OF_ONES_OWN, at).some((word) => ownBody.includes(word)));
  };
  return new Set(Object.keys(parts).filter((part) => parts[part]?.some(isOwn)));
}

/** The part of the body that an arm and a leg are, in the table of parts and troubles. */
const LIMB = 'limb';

/** What a text says vaguely, or null when it says nothing of the kind. */
export function vagueIn(text: string, { vocabulary }: Words): Vague | null {
  const said = wordsIn(text, vocabulary);
  const says = (list: readonly string[] | undefined) =>
    list?.some((phrase) => placeOf(phrase.split(' '), said) >= 0) ?? false;
  const { head, past, body } = vocabulary.vague;
  if (says(head)) return { head: true };
  if (says(body)) return {};
  if (says(past)) return { past: true };
  const parts = ownPartsIn(said, vocabulary);
  if (parts.size === 0) return null;
  return parts.has(LIMB) ? { part: true, limb: true } : { part: true };
}

/** Whether all that a text reports is an odd feeling in a limb: "my hands go a bit funny sometimes". */
export function isSoft(text: string, words: Words): boolean {
  const heard = hear(text, words);
  const finds = reportsIn(heard, words);
  const odd = ({ places }: { places: readonly number[] }) =>
    places.some((at) => words.vocabulary.soft.includes(heard.words[at] ?? ''));
  return finds.length > 0 && finds.every((find) => find.row === 'numb' && odd(find));
}
