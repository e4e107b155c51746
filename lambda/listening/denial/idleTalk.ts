// Reads a no that ends idle talk: "well let me think, I walked the dog this morning, so no, none of that".
//
// The no itself must be a whole one by the grammar of denial, and must say that it denies all that was asked, or deny
// several things by name. The talk before it may be of anything but the body, and may take nothing back; behind it there
// is none, since what follows a no may be new: "none of that, oh dear, the room goes round".

import { type Denial, denialIn } from '../denial';
import { symptomsDoubtedIn, symptomsIn } from '../symptoms';
import type { Words } from '../vocabulary';
import { placeOf, plainWordsIn } from '../words';
import { partsOf } from './parts';

/** More words than these are a story: no end of it is looked for. */
const LONGEST = 60;
/** The fewest things that must be denied by name where not all are. */
const FEWEST_THINGS = 2;

/** Whether words sound like nothing but talk. */
type SoundsIdle = (talk: string) => boolean;

/** The denial that ends a text of idle talk; null when there is none. */
export function denialAfterTalk(text: string, words: Words, soundsIdle: SoundsIdle): Denial | null {
  const { vocabulary } = words;
  const said = plainWordsIn(text, vocabulary);
  if (said.length > LONGEST) return null;
  for (let from = 1; from < said.length; from++) {
    if (!vocabulary.talk.begins.includes(said[from] ?? '')) continue;
    const kept = said.slice(from);
    const denial = denialIn(kept.join(' '), false, words);
    if (!denial || !isWhole(kept, denial, words)) continue;
    // "You do ask a lot, but no": the "but" belongs to the no.
    const talk = said.slice(0, said[from - 1] === 'but' ? from - 1 : from);
    if (says(vocabulary.talk.takesBack, [...talk, ...kept])) return null;
    return isIdle(talk, words, soundsIdle) ? denial : null;
  }
  return null;
}

/** "None of that" and "so no" deny all; "no fever no chills" denies several things by name. */
function isWhole(kept: readonly string[], { of, manner }: Denial, words: Words): boolean {
  const { talk, denialWords } = words.vocabulary;
  const begin = kept.find((word) => !talk.leads.includes(word)) ?? '';
  const isNegated = [...denialWords.no, ...denialWords.not].includes(begin);
  if (manner !== 'plain' && !(manner === 'fine' && isNegated)) return false;
  if (says(talk.concludes, kept) || (of === 'all' && says(talk.total, kept))) return true;
  const things = partsOf(kept, words)?.filter(({ things, places }) => things.size + places.size > 0) ?? [];
  // "My arm fell asleep and nobody (can wake it)" denies nothing that stands before the no.
  return of !== 'all' && things.length >= FEWEST_THINGS && isNegated;
}

/** Talk of no part of a body and of nothing felt there, of which nothing is read and nothing is suspected. */
function isIdle(piece: readonly string[], words: Words, soundsIdle: SoundsIdle): boolean {
  const { limbs, saddleParts, unfeltParts, bodily, body, troubles, talk } = words.vocabulary;
  const { whole: _, ...parts } = body;
  const bodyWords = [
    limbs,
    saddleParts,
    unfeltParts,
    bodily,
    Object.values(parts).flat(),
    Object.values(troubles).flat(),
  ];
  if (says([...bodyWords.flat(), ...talk.tells], piece)) return false;
  const text = piece.join(' ');
  return symptomsIn(text, words).length + symptomsDoubtedIn(text, words).length === 0 && soundsIdle(text);
}

const says = (phrases: readonly string[], said: readonly string[]): boolean =>
  phrases.some((phrase) => placeOf(phrase.split(' '), said) >= 0);
