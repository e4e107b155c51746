// Measures how much of one sentence stands in another, in the same order.

import type { Piece } from './catalog';
import type { HeardSlot } from './model';
import { LIGHT_WORDS } from './service';
import type { Span, SpansAt } from './spans';
import type { Token } from './words';

const LIGHT = 0.3;
export const FULL = 1;
const INFLECTED = 0.9;

/** What one pairing of words and pieces amounts to. */
export interface Alignment {
  /** Weight agreed on, both sentences together. */
  weight: number;
  /** Heavy words said that found no partner. */
  extra: number;
  slots: Record<string, HeardSlot>;
  /** Words inside slot values: whether they turn a meaning is the value's own affair. */
  inside: string[];
}

export function weightOf(text: string): number {
  return LIGHT_WORDS.has(text) ? LIGHT : FULL;
}

export function pieceWeight(piece: Piece): number {
  return 'text' in piece ? weightOf(piece.text) : FULL;
}

export function weightBetween(tokens: readonly Token[], from: number, to: number): number {
  let weight = 0;
  for (let at = from; at < to; at++) weight += weightOf(tokens[at]?.text ?? '');
  return weight;
}

/** How well a word said fits a word of a sample: wholly, in another inflection, or not. */
export function likeness(token: Token, piece: { text: string; stem: string }): number {
  if (token.text === piece.text) return FULL;
  return token.stem === piece.stem ? INFLECTED : 0;
}

type Step = { to: [number, number]; gain: number } & ({ span: Span; slot: string } | { word: true } | { skip: true });

function stepsFrom(i: number, j: number, tokens: readonly Token[], pieces: readonly Piece[], spansAt: SpansAt): Step[] {
  const steps: Step[] = [];
  const token = tokens[i];
  const piece = pieces[j];
  if (token) steps.push({ to: [i + 1, j], gain: 0, skip: true });
  if (piece) steps.push({ to: [i, j + 1], gain: 0, skip: true });
  if (!token || !piece) return steps;
  if ('text' in piece) {
    const gain = likeness(token, piece) * (weightOf(token.text) + weightOf(piece.text));
    if (gain > 0) steps.push({ to: [i + 1, j + 1], gain, word: true });
    return steps;
  }
  for (const span of spansAt(piece.type, i)) {
    steps.push({ to: [span.end, j + 1], gain: weightBetween(tokens, i, span.end) + FULL, span, slot: piece.slot });
  }
  return steps;
}

/** The best order-keeping pairing of the words said with the pieces of one sample. */
export function align(tokens: readonly Token[], pieces: readonly Piece[], spansAt: SpansAt): Alignment {
  const width = pieces.length + 1;
  const weights = new Float64Array((tokens.length + 1) * width);
  const chosen: (Step | undefined)[] = [];
  for (let i = tokens.length; i >= 0; i--) {
    for (let j = pieces.length; j >= 0; j--) {
      const cell = i * width + j;
      for (const step of stepsFrom(i, j, tokens, pieces, spansAt)) {
        const weight = step.gain + (weights[step.to[0] * width + step.to[1]] ?? 0);
        if (chosen[cell] && weight <= (weights[cell] ?? 0)) continue;
        weights[cell] = weight;
        chosen[cell] = step;
      }
    }
  }
  return trace(tokens, width, weights[0] ?? 0, chosen);
}

function trace(tokens: readonly Token[], width: number, weight: number, chosen: (Step | undefined)[]): Alignment {
  const found: Alignment = { weight, extra: 0, slots: {}, inside: [] };
  let [i, j] = [0, 0];
  for (let step = chosen[0]; step; step = chosen[i * width + j]) {
    const [nextI, nextJ] = step.to;
    if ('span' in step) {
      found.slots[step.slot] = step.span.slot;
      found.inside.push(...tokens.slice(i, nextI).map(({ text }) => text));
    } else if ('skip' in step && nextI > i && weightOf(tokens[i]?.text ?? '') === FULL) {
      found.extra += 1;
    }
    [i, j] = [nextI, nextJ];
  }
  return found;
}
