// Reads an utterance that opens the skill, and what it asks for in the same breath.

import { afterWakeWord, type InteractionModel, type Listening, listen, NOTHING, type Understood } from '../listen';
import { hear } from './words';

/** Null: not an invocation. Without `wish`, the skill is opened and nothing more. */
export interface Invocation {
  wish: Understood | null;
}

const OPENING = '(?:open|launch|start|begin|run|load|use|play|talk to|go to)';
const POLITE = '(?:please|can you|could you|i want to|i would like to|now|let us|hey)';
const JOINING = '(?:to|and|for|about|that|if|whether)';

function tidy(utterance: string): string {
  return afterWakeWord(utterance)
    .replace(/[’‘]/g, "'")
    .replace(/[.,!?;:]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function escaped(name: string): string {
  return hear(name, false)
    .tokens.map(({ text }) => text.replace(/[^\p{L}\p{N}']/gu, ''))
    .join('\\s+');
}

/** What follows the skill's name, or what came before "with knot relief"; null when the skill is not called. */
function remainderOf(said: string, invocationName: string): string | null {
  const name = escaped(invocationName);
  const forms = [
    new RegExp(`^(?:${POLITE} )*(?:${OPENING} )?(?:the )?${name}(?: please| now)?$`, 'i'),
    new RegExp(`^(?:${POLITE} )*(?:${OPENING}|ask|tell) (?:the )?${name} (?<rest>.+)$`, 'i'),
    new RegExp(`^(?<rest>.+?) (?:with|using|in|from|on) ${name}$`, 'i'),
  ];
  for (const form of forms) {
    const match = form.exec(said);
    if (match) return match.groups?.['rest'] ?? '';
  }
  return null;
}

/** The service drops the joining word; what it joined is tried with and without it. */
function wishIn(rest: string, model: InteractionModel, how: Listening): Understood {
  const joined = new RegExp(`^${JOINING} (?<wish>.+)$`, 'i').exec(rest)?.groups?.['wish'];
  const tries = [...(joined ? [joined] : []), rest].map((words) => listen(words, model, how));
  return tries.find(({ by }) => by === 'sample') ?? tries.find(({ by }) => by !== 'nothing') ?? NOTHING;
}

/**
 * Reads "open knot relief", "ask knot relief how to do cat cow", "open knot relief and start a five minute routine".
 */
export function invocationIn(utterance: string, model: InteractionModel, how: Listening = {}): Invocation | null {
  const rest = remainderOf(tidy(utterance), model.interactionModel.languageModel.invocationName);
  if (rest === null) return null;
  return { wish: rest === '' ? null : wishIn(rest, model, how) };
}
