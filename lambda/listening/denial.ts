// Reads a no in free words: what it denies, and whether it is a whole one.
//
// A no is made of clauses, and each must be one of a few kinds: a bare no, a negated clause whose object is known, a
// clause that says all is well, a harmless cause or reason, or words that say nothing ("well", "doctor"). A single word
// that is not known to belong to one of them ("but", "funny") and the text is no denial.

import type { QuestionId } from '../domain/healthQuestions';
import { clausesOf, isBareNo } from './denial/clauses';
import { type Part, partsOf } from './denial/parts';
import type { Denial, Share } from './denial/share';
import { shareBeside, shareOf } from './denial/shareOf';
import type { Words } from './vocabulary';
import { plainWordsIn } from './words';

export type { Denial };

/** The question that asks how bad the pain is and how long it has lasted: "not so bad, since Monday" is a whole no to it. */
const ASKS_HOW_BAD: QuestionId = 'q6';

/** The question that asks what the pain came of. A time goes with a no to either. */
const ASKS_HOW_IT_CAME: QuestionId = 'q5';

/** A denial of so many parts is no mere "(not) this" or "(I don't) get it". */
const LONGER = 4;

/**
 * The denial that a text is, or null. `denied`: a negation before the text was kept by Alexa.
 */
export function denialIn(text: string, denied: boolean, words: Words): Denial | null {
  const said = plainWordsIn(text, words.vocabulary);
  const parts = partsOf(said, words);
  if (!parts || parts.length === 0 || parts.some(isNever)) return null;
  const { not: negations } = words.vocabulary.denialWords;
  const isWhole = (not: string) => partsOf([...not.split(' '), ...said], words)?.every(isNever);
  if (denied && parts.length < LONGER && negations.some(isWhole)) return null;
  if (isBareDoubled(parts, denied)) return null;
  const shares: Share[] = [];
  const clauses = clausesOf(parts, denied);
  for (const [at, clause] of clauses.entries()) {
    const share =
      shareBeside(clause, clauses, at) ?? shareOf(clause, denied && at === 0, isBareNo(clauses[at - 1] ?? []));
    // "No, but" goes on to nothing, or to something else.
    if (!share || (clause[0]?.kinds.has('but') && share.of === 'nothing')) return null;
    shares.push(share);
  }
  return denialOf(shares, denied);
}

const isNever = ({ kinds }: Part): boolean => kinds.has('never');

/** "No no", and a "not" of which Alexa kept the "maybe". */
function isBareDoubled(parts: readonly Part[], denied: boolean): boolean {
  const isAnswer = ({ kinds }: Part) => kinds.has('answering') || (kinds.has('not') && !kinds.has('no'));
  const isOne = parts.length === 1 && parts[0]?.isWord && parts[0].kinds.has('no');
  return parts.every(isAnswer) && (denied || !isOne);
}

/** The denial of several clauses: no clearer than the least clear of them. */
function denialOf(shares: readonly Share[], denied: boolean): Denial | null {
  const denying = shares.filter(({ of }) => of !== 'nothing');
  const isCompleted = denied || shares.some(({ rest }) => rest);
  if (denying.length === 0 && !(isCompleted && shares.some(({ within }) => within))) return null;
  const of = withinReasons(unionOf(denying), shares);
  if (of !== 'all' && of.length === 0) return null;
  const isOnlyTold = shares.some(({ of, mild }) => mild && of === 'nothing');
  // "No, it comes and goes."
  if (isOnlyTold && !isDated(shares)) return null;
  const counted = isSettled(shares) ? shares.filter(({ mild }) => !mild) : shares;
  const has = (manner: Denial['manner']) => counted.some((share) => share.manner === manner);
  if (counted.length < shares.length && !has('qualified')) return { of: [ASKS_HOW_BAD], manner: 'plain' };
  if (has('qualified')) return { of, manner: 'qualified' };
  if (has('new')) return { of, manner: 'new' };
  return { of, manner: of === 'all' && has('fine') ? 'fine' : 'plain' };
}

/** Whether it is said how long it has lasted. */
const isDated = (shares: readonly Share[]): boolean =>
  shares.some(({ within }) => within?.includes(ASKS_HOW_BAD) && within.includes(ASKS_HOW_IT_CAME));

/** Whether "not so bad" leaves nothing over: it stands beside how it is otherwise, or beside "not severe". */
const isSettled = (shares: readonly Share[]): boolean =>
  shares.some(({ of, within }) => (within ?? (typeof of === 'string' ? [] : of)).includes(ASKS_HOW_BAD));

/** What several clauses deny: the things that any of them names; all, where none does, or names only what it came of. */
function unionOf(shares: readonly Share[]): Denial['of'] {
  const others = shares.filter(({ within }) => !within);
  if (others.length > 0 && others.every(({ of }) => of === 'all')) return 'all';
  const named = shares.flatMap(({ of }) => (typeof of === 'string' ? [] : of));
  return shares.some(({ of }) => Array.isArray(of)) ? [...new Set(named)].sort() : 'all';
}

/** "No, I slept funny" is a no only where what caused it was asked for. */
function withinReasons(of: Denial['of'], shares: readonly Share[]): Denial['of'] {
  return shares.reduce<Denial['of']>((left, { within }) => {
    if (!within) return left;
    return left === 'all' ? within : left.filter((question) => within.includes(question));
  }, of);
}
