// Reads what stands in the slots of an intent.

import type { RequestEnvelope } from 'ask-sdk-model';
import { LEFT_OUT, TOO_HARD, type Unfit, type Wishes } from '../domain/choice';
import { PLACES, REGIONS, SIDE_CHOICES, TOOLS, type Tool } from '../domain/exercise';
import { HOLD_LENGTHS, type HoldLength } from '../domain/hold';
import { fieldsOf, textOf } from './envelope';

/** What was heard in a slot, and the value the model knows it as. */
export interface HeardSlot {
  words: string;
  id: string | null;
}

export type HeardSlots = Record<string, HeardSlot>;

/** The slots that are filled. Alexa sends "?" for words it could not make out: heard, but not understood. */
export function slotsOf(envelope: RequestEnvelope): HeardSlots {
  const slots = fieldsOf(fieldsOf(fieldsOf(envelope.request)['intent'])['slots']);
  const heard = Object.entries(slots).flatMap(([name, slot]) => {
    const one = heardIn(fieldsOf(slot));
    return one ? [[name, one] as const] : [];
  });
  return Object.fromEntries(heard);
}

function heardIn(slot: Record<string, unknown>): HeardSlot | null {
  const simple = fieldsOf(slot['slotValue']);
  const words = (textOf(slot['value']) || textOf(simple['value'])).trim();
  const id = resolvedIdIn(slot['resolutions']) ?? resolvedIdIn(simple['resolutions']);
  return words === '' && id === null ? null : { words, id };
}

function resolvedIdIn(resolutions: unknown): string | null {
  const authorities = fieldsOf(resolutions)['resolutionsPerAuthority'];
  for (const authority of Array.isArray(authorities) ? authorities : []) {
    const { status, values } = fieldsOf(authority);
    if (fieldsOf(status)['code'] !== 'ER_SUCCESS_MATCH' || !Array.isArray(values)) continue;
    const id = textOf(fieldsOf(fieldsOf(values[0])['value'])['id']);
    if (id !== '') return id;
  }
  return null;
}

/** The number in a slot: digits, or a number word of the language. */
export function numberIn(slot: HeardSlot | undefined, numberWords: readonly string[]): number | null {
  const words = slot?.words.toLowerCase() ?? '';
  if (words === '') return null;
  const number = /^-?\d+(\.\d+)?$/.test(words)
    ? Math.ceil(Number(words))
    : numberWords.indexOf(words.replaceAll('-', ' '));
  return Number.isSafeInteger(number) && (number >= 0 || words.startsWith('-')) ? number : null;
}

export function toolIn(slot: HeardSlot | undefined): Tool | null {
  return choiceIn(slot, TOOLS) ?? null;
}

/** What is left out, or too hard to press with, by the values the slots resolved to; null when it is neither. */
export function unfitInSlots({ region, part, tool }: HeardSlots): Unfit | null {
  return choiceIn(region, LEFT_OUT) ?? choiceIn(part, LEFT_OUT) ?? choiceIn(tool, TOO_HARD) ?? null;
}

/** The routine wished for, from the values the slots resolved to. */
export function wishesInSlots(slots: HeardSlots, numberWords: readonly string[]): Wishes {
  const region = choiceIn(slots['region'], REGIONS);
  const side = choiceIn(slots['side'], SIDE_CHOICES);
  const tool = choiceIn(slots['tool'] ?? slots['stretches'], TOOLS);
  const place = choiceIn(slots['place'], PLACES);
  const minutes = numberIn(slots['minutes'], numberWords);
  const holdSeconds = holdIn(slots, numberWords);
  return {
    ...(region ? { region } : {}),
    ...(side ? { side } : {}),
    ...(tool ? { tool } : {}),
    ...(minutes === null ? {} : { minutes }),
    ...(place ? { place } : {}),
    ...(holdSeconds === null ? {} : { holdSeconds }),
  };
}

/** The length of a hold nearest to what was said in seconds or in words; null when none was. */
export function holdIn({ hold, seconds }: HeardSlots, numberWords: readonly string[]): HoldLength | null {
  const named = HOLD_LENGTHS.find((one) => String(one) === hold?.id);
  if (named) return named;
  const said = numberIn(seconds, numberWords);
  if (said === null) return null;
  const distance = (one: number) => Math.abs(one - said);
  return HOLD_LENGTHS.reduce<HoldLength>((best, one) => (distance(one) < distance(best) ? one : best), 30);
}

function choiceIn<T extends string>(slot: HeardSlot | undefined, choices: readonly T[]): T | undefined {
  return choices.find((choice) => choice === slot?.id);
}
