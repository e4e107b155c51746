// Chooses the samples of an intent: the commonest ways to say it, spread over its templates, within a number.

import { expand, slotsOf } from '../../content/template';
import type { Words } from './languages';

/** Where an intent names no number of its own. */
const USUAL_MOST = 75;

/** Every sentence of each template of an intent in a language; `@name` stands for a list of names. */
export function sentencesByTemplate(intent: string, words: Words): string[][] {
  return (words.phrases[intent] ?? []).map((template) =>
    template.startsWith('@') ? listOf(template.slice(1), words) : expand(template, words.parts),
  );
}

function listOf(key: string, { names }: Words): string[] {
  const list = names[key];
  if (!Array.isArray(list)) throw new Error(`there is no list called ${key}`);
  return list;
}

/**
 * At most so many of the sentences: first those that are known to be said, then one of each template in turn, each
 * template from its beginning to its end in even steps.
 */
export function chosen(
  byTemplate: readonly (readonly string[])[],
  most = USUAL_MOST,
  known: ReadonlyMap<string, readonly string[]> = new Map(),
): string[] {
  const all = byTemplate.flat();
  const samples = new Set([...known].flatMap(([said, slots]) => sampleOf(said, slots, all) ?? []));
  const share = Math.ceil(most / Math.max(1, byTemplate.length));
  const spread = byTemplate.map((sentences) =>
    evenly(sentences, Math.max(share, most - all.length + sentences.length)),
  );
  for (let round = 0; samples.size < most && spread.some((sentences) => sentences.length > round); round++) {
    for (const sentences of spread) {
      const next = sentences[round];
      if (next !== undefined && samples.size < most) samples.add(next);
    }
  }
  return all.filter((sentence, at) => samples.has(sentence) && all.indexOf(sentence) === at);
}

/** So many of a list in even steps, the first and the last among them; the whole list where it is no longer. */
function evenly(list: readonly string[], count: number): string[] {
  if (list.length <= count) return [...list];
  const step = (list.length - 1) / Math.max(1, count - 1);
  return Array.from({ length: count }, (_, at) => list[Math.round(at * step)] ?? '');
}

/** The sample that a sentence is said with: it has its slots, and of those that do the fewest words left to slots. */
function sampleOf(said: string, slots: readonly string[], samples: readonly string[]): string | undefined {
  const fitting = samples.filter(
    (sample) =>
      `${slotsOf(sample).sort()}` === `${[...slots].sort()}` &&
      new RegExp(`^${sample.replace(/\{\w+\}/g, '.+')}$`).test(said),
  );
  const lettersOf = (sample: string) => sample.replace(/\{\w+\}/g, '').length;
  return fitting.sort((one, other) => lettersOf(other) - lettersOf(one))[0];
}
