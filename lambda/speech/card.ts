// Writes a card of the Alexa app: plain text, one line an act.

import type { Card } from '../dialogue/act';
import type { Sentence } from './sentence';

/** Title and text of a card, together at most `most` characters: the last lines give way. */
export function writeCard({ title, text }: Card, sentence: Sentence, most: number): { title: string; content: string } {
  const heading = sentence(title);
  let content = '';
  for (const act of text) {
    const longer = content === '' ? sentence(act) : `${content}\n${sentence(act)}`;
    if (heading.length + longer.length > most) break;
    content = longer;
  }
  return { title: heading, content };
}
