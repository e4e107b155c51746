// Reads a no in free words: what it denies, and whether it is a whole one.

import type { QuestionId } from '../domain/healthQuestions';
import type { DenialKind, Vocabulary } from './vocabulary';
import { plainWordsIn } from './words';

/**
 * `of`: the health questions whose things are denied; `all` when none is named. `fine`: it says that all is well;
 * `new`: it denies only what is new; `qualified`: it leaves something over.
 */
export interface Denial {
  of: QuestionId[] | 'all';
  manner: 'plain' | 'fine' | 'new' | 'qualified';
}

interface Part {
  kinds: ReadonlySet<DenialKind>;
  things: ReadonlySet<QuestionId>;
  places: ReadonlySet<QuestionId>;
}

/**
 * The denial that a text is, or null. Every word must be known to belong to one: a single stranger ("but", "funny")
 * and the text is no denial. `denied`: a negation before the text was kept by Alexa.
 */
export function denialIn(text: string, denied: boolean, vocabulary: Vocabulary): Denial | null {
  const parts = partsOf(plainWordsIn(text, vocabulary), vocabulary);
  if (!parts || parts.length === 0) return null;
  const clauses = clausesOf(parts);
  if (!denied && !parts.some((part) => isNegation(part) || part.kinds.has('well'))) return null;
  // "No no", and a "not" of which Alexa kept the "maybe".
  if (parts.every(isNegation) || parts.some(({ kinds }) => kinds.has('never'))) return null;
  const holds = clauses.every((clause, at) => denies(clause, at === 0, denied && at === 0));
  return holds ? subjectOf(parts) : null;
}

/** The clauses of a denial: a new one begins at each subject. */
function clausesOf(parts: readonly Part[]): Part[][] {
  const clauses: Part[][] = [[]];
  for (const part of parts) {
    if (part.kinds.has('subjects')) clauses.push([]);
    clauses[clauses.length - 1]?.push(part);
  }
  return clauses;
}

/** "I never had one", "my chest is fine"; not "no, I had one" and not "no good". `denied`: it follows a negation. */
function denies(clause: readonly Part[], first: boolean, denied: boolean): boolean {
  if (first && clause.length === 0) return true;
  const well = clause.findIndex(({ kinds }) => kinds.has('well'));
  if (well < 0) return denied || clause.some(isNegation);
  const before = clause.slice(0, well);
  const named = before.some((part) => part.kinds.has('subjects') || part.kinds.has('whole') || part.places.size > 0);
  return named && !before.some(({ kinds }) => kinds.has('not'));
}

const isNegation = ({ kinds }: Part): boolean => kinds.has('no') || kinds.has('not');

function subjectOf(parts: readonly Part[]): Denial | null {
  const has = (kind: DenialKind) => parts.some(({ kinds }) => kinds.has(kind));
  const things = parts.filter(({ things: of }) => of.size > 0);
  const places = parts.filter(({ places: of }) => of.size > 0);
  const general = has('things') || has('well');
  // "No, all of them."
  if (has('whole') && !general && things.length === 0 && !parts.some(isNegation)) return null;
  if (has('feel') && things.length === 0 && !has('well')) return null;
  // "It's fine now" tells of what was, and "not now" of what may be.
  if (has('when') && (has('well') || (things.length + places.length === 0 && !has('things')))) return null;
  if (things.length === 0 && places.length > 0 && !general) return null;
  const of = questionsOf(things, places);
  if (of !== 'all' && of.length === 0) return null;
  const onlyHowBad = things.length > 1 && things.some(isHowBad) && !things.every(({ things: all }) => all.has('q6'));
  if (has('qualifiers') || onlyHowBad) return { of, manner: 'qualified' };
  if (has('new')) return { of, manner: 'new' };
  return { of, manner: of === 'all' && has('well') ? 'fine' : 'plain' };
}

/** "Severe" is asked for by one question; beside what another asks for it only says how bad that is. */
const isHowBad = ({ things }: Part): boolean => things.size === 1 && things.has('q6');

/** "No pain in my chest" denies what is asked for in both its words. */
function questionsOf(things: readonly Part[], places: readonly Part[]): Denial['of'] {
  const named = new Set(things.flatMap(({ things: of }) => [...of]));
  const there = new Set(places.flatMap(({ places: of }) => [...of]));
  if (things.length === 0 && places.length === 0) return 'all';
  if (things.length === 0) return [...there];
  return [...named].filter((question) => places.length === 0 || there.has(question));
}

/** The parts a text is made of, the longest first at each place; null at the first word that is none. */
function partsOf(words: readonly string[], vocabulary: Vocabulary): Part[] | null {
  const { table, longest } = tableOf(vocabulary);
  const parts: Part[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(longest, words.length - at);
    while (length > 0 && !table.has(words.slice(at, at + length).join(' '))) length--;
    const part = table.get(words.slice(at, at + length).join(' '));
    if (!part) return null;
    parts.push(part);
    at += length;
  }
  return parts;
}

interface Table {
  table: ReadonlyMap<string, Part>;
  /** Words in the longest entry. */
  longest: number;
}

const known = new WeakMap<Vocabulary, Table>();

function tableOf(vocabulary: Vocabulary): Table {
  const made = known.get(vocabulary);
  if (made) return made;
  const rows = new Map<string, { kinds: Set<DenialKind>; things: Set<QuestionId>; places: Set<QuestionId> }>();
  const row = (phrase: string) => {
    const words = plainWordsIn(phrase, vocabulary).join(' ');
    const found = rows.get(words) ?? { kinds: new Set(), things: new Set(), places: new Set() };
    rows.set(words, found);
    return found;
  };
  for (const [kind, phrases] of Object.entries(vocabulary.denialWords))
    for (const phrase of phrases) row(phrase).kinds.add(kind as DenialKind);
  for (const [question, phrases] of Object.entries(vocabulary.deniedThings))
    for (const phrase of phrases) row(phrase).things.add(question as QuestionId);
  for (const [question, phrases] of Object.entries(vocabulary.deniedPlaces))
    for (const phrase of phrases) row(phrase).places.add(question as QuestionId);
  const table = { table: rows, longest: Math.max(...[...rows.keys()].map((phrase) => phrase.split(' ').length)) };
  known.set(vocabulary, table);
  return table;
}
