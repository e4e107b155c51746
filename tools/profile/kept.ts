// Reads the sentences that are kept for Amazon's service, and the answers that came to them.

import type { v1 } from 'ask-smapi-model';
import { faultAt, HEAD, type Line, sectionsOf } from '../../content/lines';

/** A sentence, and the events that it may become. */
export interface Kept {
  kind: string;
  sentence: string;
  meant: string[];
}

/** What Amazon's service makes of a sentence, as it tells it. */
export type Profiled = v1.skill.evaluations.ProfileNluResponse;

/** A line of the file in which answers are saved as they come. */
export interface Saved {
  locale: string;
  sentence: string;
  answer: Profiled;
}

/** Every sentence of the file by its kind: `sentence -> event|event` below a heading. */
export function keptIn(text: string, path: string): Kept[] {
  const { [HEAD]: head, ...kinds } = sectionsOf(text, path);
  if (head?.lines[0]) throw faultAt(head.lines[0], 'a sentence stands above the first heading');
  const kept = Object.entries(kinds).flatMap(([kind, { lines }]) => lines.map((line) => keptAt(line, kind)));
  const twice = kept.find(({ sentence }, at) => kept.findIndex((one) => one.sentence === sentence) < at);
  if (twice) throw new Error(`${path}: "${twice.sentence}" stands twice`);
  return kept;
}

function keptAt(line: Line, kind: string): Kept {
  const [sentence = '', meant] = line.text.split(' -> ');
  if (meant === undefined) throw faultAt(line, 'a sentence has no " -> "');
  return { kind, sentence: sentence.trim(), meant: meant.split('|').map((event) => event.trim()) };
}

/** A line to save. */
export const lineOf = (saved: Saved): string => `${JSON.stringify(saved)}\n`;

/** The answers of a saved file. */
export function savedIn(text: string): Saved[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as Saved);
}
