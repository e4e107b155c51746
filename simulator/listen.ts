// Finds the intent that an utterance means, as far as the generated model can tell.

import type { Chance } from './sound/chance';
import { FULL, weightOf } from './understanding/alignment';
import { type Catalog, catalogOf } from './understanding/catalog';
import { exactMatch, type Match, unresolvedMatch } from './understanding/exact';
import { losesWords } from './understanding/lost';
import type { InteractionModel, Understood } from './understanding/model';
import { NEARLY_THE_SAME, paraphraseOf, spotted } from './understanding/paraphrase';
import {
  EDGE_ENDS,
  EDGE_LEADS,
  EXACT_ONLY,
  FILLERS,
  LEAD_FILLERS,
  LEAVING_PHRASES,
  POLITE_LEADS,
  QUESTION_OPENERS,
  SAFE_EDGES,
} from './understanding/service';
import { toldBy } from './understanding/telling';
import { saidTwice } from './understanding/twice';
import { hearWarily } from './understanding/wary';
import { type Heard, hear, without } from './understanding/words';

export type { InteractionModel, Understood } from './understanding/model';

export interface Listening {
  /** Exact samples and free text only: no fillers, short forms, inflections or paraphrases. */
  strict?: boolean;
  /** What is no exact sample goes where it would do most harm, as far as these chances have it. */
  wary?: Chance | undefined;
}

/** The intent of an utterance that means nothing to the model. */
export const FALLBACK = 'AMAZON.FallbackIntent';

const catalogs = new WeakMap<InteractionModel, { strict?: Catalog; loose?: Catalog }>();

function catalogFor(model: InteractionModel, strict: boolean): Catalog {
  const known = catalogs.get(model) ?? {};
  catalogs.set(model, known);
  const mode = strict ? 'strict' : 'loose';
  const catalog = known[mode] ?? catalogOf(model, !strict);
  known[mode] = catalog;
  return catalog;
}

/** The utterance without the wake word at its start. */
export function afterWakeWord(utterance: string): string {
  return utterance.replace(/^\s*alexa\b[\s,.!:;-]*/i, '');
}

/** True for words that leave a skill without its being asked. */
export function isLeaving(utterance: string): boolean {
  const words = hear(afterWakeWord(utterance), false).tokens.map(({ text }) => text);
  return LEAVING_PHRASES.includes(words.join(' '));
}

function withoutFillers(heard: Heard): Heard {
  const bare = without(heard, ({ text }) => FILLERS.has(text));
  const first = bare.tokens.findIndex(({ text }) => !LEAD_FILLERS.has(text));
  return without(bare, (_, at) => at < first);
}

function withoutPoliteLead(heard: Heard): Heard | null {
  const said = `${heard.tokens.map(({ text }) => text).join(' ')} `;
  const lead = POLITE_LEADS.find((phrase) => said.startsWith(`${phrase} `));
  if (!lead) return null;
  const length = lead.split(' ').length;
  return heard.tokens.length > length ? without(heard, (_, at) => at < length) : null;
}

/** The utterance without the words of a list at its ends; null when none stood there, or nothing else did. */
function withoutEdges(heard: Heard, isLead: (text: string) => boolean, isEnd: (text: string) => boolean): Heard | null {
  const { tokens } = heard;
  const from = tokens.findIndex(({ text }) => !isLead(text));
  const to = tokens.findLastIndex(({ text }) => !isEnd(text));
  const whole = from === 0 && to === tokens.length - 1;
  return whole || from < 0 || to < from ? null : without(heard, (_, at) => at < from || at > to);
}

/** What is taken for a sample, and how. */
interface Found {
  match: Match;
  by: Understood['by'];
}

const found = (match: Match, by: Understood['by']): Found => ({ match, by });

const isOpen = (match: Match): boolean => !EXACT_ONLY.has(match.template.intent);

/** The politely begun wish, unless that would make a bare answer of it. */
function politely(heard: Heard, catalog: Catalog): Match | null {
  const wish = withoutPoliteLead(heard);
  const match = wish ? exactMatch(wish, catalog, true) : null;
  return match && isOpen(match) ? match : null;
}

function inflected(heard: Heard, catalog: Catalog): Match | null {
  const match = exactMatch(heard, catalog, true);
  return match && isOpen(match) ? match : null;
}

/** A sample between words that change nothing. */
function inside(heard: Heard, catalog: Catalog): Match | null {
  const safe = (text: string) => SAFE_EDGES.has(text);
  const answer = withoutEdges(heard, safe, safe);
  const bare = answer ? exactMatch(answer, catalog, false) : null;
  if (bare && !bare.template.free) return bare;
  const trimmed = withoutEdges(
    heard,
    (text) => EDGE_LEADS.has(text),
    (text) => EDGE_ENDS.has(text),
  );
  const match = trimmed ? inflected(trimmed, catalog) : null;
  return match && !match.template.free ? match : null;
}

const says = (text: string): boolean => weightOf(text) === FULL && !EDGE_LEADS.has(text) && !QUESTION_OPENERS.has(text);

/** A carrier that says nothing by itself ("it ...", "what ...") must not outdo a sentence that is nearly the same. */
function isThin({ template }: Match): boolean {
  return !template.pieces.some((piece) => 'text' in piece && says(piece.text));
}

const firstOf = (heard: Heard): string => heard.tokens[0]?.text ?? '';

/**
 * A question is a paraphrase of a question only; a polite wish is one of the wish. Where a slot makes up the most of a
 * sample, its first two words must be those of the question: "what is a roller" does not say "what about a roller".
 */
function suits(heard: Heard, { template }: Match): boolean {
  if (!QUESTION_OPENERS.has(firstOf(heard))) return true;
  const opening = template.pieces.some((piece) => 'slot' in piece) ? 2 : 1;
  return heard.tokens.slice(0, opening).every(({ text }, at) => {
    const piece = template.pieces[at];
    return piece !== undefined && 'text' in piece && piece.text === text;
  });
}

/** What is said nearly so, or in the words of one intent, when a carrier alone tells too little. */
function nearlySaid(heard: Heard, near: Match | null, catalog: Catalog): Match | null {
  if (near && suits(heard, near)) return near;
  const wish = withoutPoliteLead(heard);
  if (wish) return paraphraseOf(wish, catalog) ?? toldBy(wish, catalog);
  return QUESTION_OPENERS.has(firstOf(heard)) ? null : toldBy(heard, catalog);
}

/** What is clear without comparing: a sample, or one in another inflection or with courtesies around it. */
function plainly(heard: Heard, bare: Heard, catalog: Catalog): { closed?: Found; free: Match | null } {
  const exact = exactMatch(heard, catalog, false);
  if (exact && !exact.template.free) return { closed: found(exact, 'sample'), free: null };
  const others = [
    () => exactMatch(bare, catalog, false) ?? inflected(bare, catalog),
    () => politely(bare, catalog),
    () => inside(bare, catalog),
    () => saidTwice(bare, catalog),
  ];
  let free = exact;
  for (const other of others) {
    const match = other();
    if (match && !match.template.free) return { closed: found(match, 'paraphrase'), free: null };
    free ??= match;
  }
  return { free };
}

function loosely(heard: Heard, catalog: Catalog): Found | null {
  const bare = withoutFillers(heard);
  const { closed, free } = plainly(heard, bare, catalog);
  if (closed) return closed;
  const near = paraphraseOf(bare, catalog);
  if (near && near.score >= NEARLY_THE_SAME && suits(bare, near)) return found(near, 'paraphrase');
  if (free && !isThin(free)) return found(free, 'sample');
  const nearly = nearlySaid(bare, near, catalog);
  if (nearly) return found(nearly, 'paraphrase');
  if (free) return found(free, 'sample');
  const fits = near && suits(bare, near) ? near : null;
  const rest = fits ?? spotted(bare, catalog) ?? unresolvedMatch(bare, catalog);
  return rest ? found(rest, 'paraphrase') : null;
}

function strictly(heard: Heard, catalog: Catalog): Found | null {
  const exact = exactMatch(heard, catalog, false);
  return exact && found(exact, 'sample');
}

/** What is understood where nothing is. */
export const NOTHING: Understood = { intent: FALLBACK, slots: {}, by: 'nothing', lost: true };

/**
 * Understands one utterance through a locale's generated interaction model, as the service would. The model is laid out
 * once and kept. Slots hold the words heard; values of custom types also what they resolved to.
 */
export function listen(
  utterance: string,
  model: InteractionModel,
  { strict = false, wary }: Listening = {},
): Understood {
  const literal = strict || wary !== undefined;
  const catalog = catalogFor(model, literal);
  const heard = hear(afterWakeWord(utterance), !literal);
  const what = wary ? hearWarily(heard, catalog, wary) : strict ? strictly(heard, catalog) : loosely(heard, catalog);
  if (!what) return NOTHING;
  const { by, match } = what;
  const lost = by !== 'sample' && losesWords(heard, match.template.pieces, match.slots, catalog);
  return { intent: match.template.intent, slots: match.slots, by, lost };
}
