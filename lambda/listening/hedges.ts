// Reads an answer that is neither a plain no nor a report: a yes, a hedge, a doubt.
//
// Such an answer never passes a health question, so it need not be read to the last word: it is enough that it says so.

import { ANSWER_KINDS, type AnswerKind, type Vocabulary } from './vocabulary';
import { plainWordsIn } from './words';

/** `isWhole`: the text says nothing else. */
export interface Answered {
  kind: AnswerKind;
  isWhole: boolean;
}

/**
 * What a text answers; null when it answers nothing. Of two answers the one nearer to a yes counts: "a little, but
 * nothing bad" is a little. A yes must come first, and a hedge must be all that is said.
 */
export function answerIn(text: string, vocabulary: Vocabulary): Answered | null {
  const said = plainWordsIn(text, vocabulary);
  const { kinds, strangers, first } = partsOf(said, vocabulary);
  const isWhole = strangers === 0;
  if (first === 'yes' || (isWhole && kinds.has('yes'))) return { kind: kinds.has('no') ? 'mixed' : 'yes', isWhole };
  const found = ANSWER_KINDS.find((kind) => kinds.has(kind) && (isWhole || kind === 'notSure'));
  return !found || found === 'no' ? null : { kind: found, isWhole };
}

interface Parts {
  kinds: ReadonlySet<AnswerKind>;
  first: AnswerKind | undefined;
  /** Words that belong to no answer and are no mere courtesy. */
  strangers: number;
}

function partsOf(said: readonly string[], vocabulary: Vocabulary): Parts {
  const { table, longest } = tableOf(vocabulary);
  const kinds = new Set<AnswerKind>();
  let first: AnswerKind | undefined;
  let strangers = 0;
  for (let at = 0; at < said.length; ) {
    let length = Math.min(longest, said.length - at);
    while (length > 1 && !table.has(said.slice(at, at + length).join(' '))) length--;
    const part = table.get(said.slice(at, at + length).join(' '));
    if (part === undefined) strangers++;
    else if (part) {
      kinds.add(part);
      if (strangers === 0) first ??= part;
    }
    at += length;
  }
  return { kinds, first, strangers };
}

interface Table {
  /** What a phrase answers; null for one that may stand beside an answer. */
  table: ReadonlyMap<string, AnswerKind | null>;
  longest: number;
}

const known = new WeakMap<Vocabulary, Table>();

function tableOf(vocabulary: Vocabulary): Table {
  const made = known.get(vocabulary) ?? createTable(vocabulary);
  known.set(vocabulary, made);
  return made;
}

function createTable(vocabulary: Vocabulary): Table {
  const table = new Map<string, AnswerKind | null>();
  const put = (phrases: readonly string[], kind: AnswerKind | null) => {
    for (const phrase of phrases) table.set(plainWordsIn(phrase, vocabulary).join(' '), kind);
  };
  const { answers, manners, denying } = vocabulary;
  put(answers.around, null);
  put(denying.answering, 'no');
  put(manners.admission, 'admission');
  put(manners.usual, 'usual');
  put(manners.qualified, 'qualified');
  for (const kind of ['yes', 'somewhat', 'notSure', 'usual', 'qualified', 'admission'] as const)
    put(answers[kind], kind);
  return { table, longest: Math.max(...[...table.keys()].map((phrase) => phrase.split(' ').length)) };
}
