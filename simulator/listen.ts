// What did the listener mean, as far as the generated model can tell?

import { type Catalog, catalogOf } from './understanding/catalog';
import { exactMatch, type Match, unresolvedMatch } from './understanding/exact';
import type { InteractionModel, Understood } from './understanding/model';
import { NEARLY_THE_SAME, paraphraseOf, spotted } from './understanding/paraphrase';
import { EXACT_ONLY, FILLERS, LEAD_FILLERS, LEAVING_PHRASES, POLITE_LEADS } from './understanding/service';
import { type Heard, hear, without } from './understanding/words';

export type { InteractionModel, Understood } from './understanding/model';

export interface Listening {
  /** Exact samples and free text only: no fillers, short forms, inflections or paraphrases. */
  strict?: boolean;
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

function understood(match: Match, by: Understood['by']): Understood {
  return { intent: match.template.intent, slots: match.slots, by };
}

/** The politely begun wish, unless that would make a bare answer of it. */
function politely(heard: Heard, catalog: Catalog): Match | null {
  const wish = withoutPoliteLead(heard);
  const match = wish ? exactMatch(wish, catalog, true) : null;
  return match && !EXACT_ONLY.has(match.template.intent) ? match : null;
}

function inflected(heard: Heard, catalog: Catalog): Match | null {
  const match = exactMatch(heard, catalog, true);
  return match && !EXACT_ONLY.has(match.template.intent) ? match : null;
}

function loosely(heard: Heard, catalog: Catalog): Understood | null {
  const exact = exactMatch(heard, catalog, false);
  if (exact && !exact.template.free) return understood(exact, 'sample');
  const bare = withoutFillers(heard);
  const bareExact = exactMatch(bare, catalog, false) ?? inflected(bare, catalog);
  if (bareExact && !bareExact.template.free) return understood(bareExact, 'paraphrase');
  const polite = politely(bare, catalog);
  if (polite && !polite.template.free) return understood(polite, 'paraphrase');
  const near = paraphraseOf(bare, catalog);
  if (near && near.score >= NEARLY_THE_SAME) return understood(near, 'paraphrase');
  if (exact) return understood(exact, 'sample');
  const rest = bareExact ?? polite ?? near ?? spotted(bare, catalog) ?? unresolvedMatch(bare, catalog);
  return rest ? understood(rest, 'paraphrase') : null;
}

/**
 * Understands one utterance through a locale's generated interaction model, as the service would. The model is laid out
 * once and kept. Slots hold the words heard; values of custom types also what they resolved to.
 */
export function listen(utterance: string, model: InteractionModel, { strict = false }: Listening = {}): Understood {
  const catalog = catalogFor(model, strict);
  const heard = hear(afterWakeWord(utterance), !strict);
  const exact = strict ? exactMatch(heard, catalog, false) : null;
  const found = strict ? exact && understood(exact, 'sample') : loosely(heard, catalog);
  return found ?? { intent: FALLBACK, slots: {}, by: 'nothing' };
}
