// Renders words, and a timeline without APL for Audio, as SSML.

import type { Act, Slot } from '../domain/timeline';
import type { Speech } from './speech';

/** The longest pause one break tag may make, in milliseconds. */
export const LONGEST_BREAK_MS = 10_000;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Escapes every character that means something in SSML; the one place where that is done. */
export function escapeForSsml(words: string): string {
  return words.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/**
 * Words, then the timed part, then the prompt. A pinned slot's pause is its length less the estimated length of its
 * words, so a row of slots is true to about a second in half a minute. There are no tones in plain speech.
 */
export function renderSsml(says: readonly Act[], slots: readonly Slot[], ask: Act | null, speech: Speech): string {
  const timed = slots.filter(({ kind }) => kind !== 'tone');
  const parts = [...says.map((act) => renderWords(act, speech)), ...timed.map((slot) => renderSlot(slot, speech))];
  if (ask) parts.push(renderWords(ask, speech));
  return `<speak>${parts.filter((part) => part !== '').join(' ')}</speak>`;
}

function renderWords(act: Act, speech: Speech): string {
  return escapeForSsml(speech.sentence(act).trim());
}

function renderSlot(slot: Slot, speech: Speech): string {
  const said = slot.act ? renderWords(slot.act, speech) : '';
  const restMs = (slot.ms ?? 0) - (slot.act ? speech.lengthOf(slot.act) : 0);
  return said + renderPause(restMs);
}

/** A pause of any length as a row of breaks, none longer than one may be. */
function renderPause(restMs: number): string {
  if (restMs <= 0) return '';
  const last = restMs % LONGEST_BREAK_MS;
  const whole = `<break time="${LONGEST_BREAK_MS}ms"/>`.repeat(Math.floor(restMs / LONGEST_BREAK_MS));
  return last > 0 ? `${whole}<break time="${Math.round(last)}ms"/>` : whole;
}
