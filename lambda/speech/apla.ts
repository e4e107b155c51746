// Renders a timeline as one APL for Audio document, exact to the millisecond.

import type { Act, Slot } from '../domain/timeline';
import type { Sentence } from './sentence';

export interface SpeechClip {
  type: 'Speech';
  description?: string;
  content: string;
  /** In a mix the silence beside it sets the length; words that ran over would be cut with it. */
  duration?: 'trimToParent';
}

export interface SilenceClip {
  type: 'Silence';
  description?: string;
  /** Milliseconds. */
  duration: number;
}

export interface SoundClip {
  type: 'Audio';
  source: string;
  duration: 'trimToParent';
}

export interface Mix {
  type: 'Mixer';
  description: string;
  items: [SilenceClip, SpeechClip | SoundClip];
}

/**
 * A short bell of Amazon's own sound library, which is there for skills, in `Audio` components too, and needs no hosting
 * (Alexa documentation, "Alexa Skills Kit Sound Library"). Nobody has heard it in a hold on a device yet. No filter makes
 * it softer: what the property is called is told in two ways, and a document with an unknown one may fail.
 */
export const TONE_SOURCE = 'soundbank://soundlibrary/musical/amzn_sfx_bell_short_chime_03';

export interface AudioDocument {
  type: 'APLA';
  version: '0.91';
  mainTemplate: { parameters: string[]; items: [{ type: 'Sequencer'; items: (Mix | SpeechClip | SilenceClip)[] }] };
}

/**
 * The slots in order, then the prompt. A pinned slot lasts exactly its `ms`; one that is not lasts as long as its
 * words. `contentType` is left out: plain text is the default, and a response has room for 24 KB.
 */
export function renderAudio(slots: readonly Slot[], ask: Act | null, sentence: Sentence): AudioDocument {
  const items = slots.flatMap((slot) => clipOf(slot, sentence));
  if (ask) items.push({ type: 'Speech', description: 'ask', content: escapeExpressions(sentence(ask)) });
  return { type: 'APLA', version: '0.91', mainTemplate: { parameters: [], items: [{ type: 'Sequencer', items }] } };
}

function clipOf(slot: Slot, sentence: Sentence): (Mix | SpeechClip | SilenceClip)[] {
  const description = labelOf(slot);
  const content = slot.act ? escapeExpressions(sentence(slot.act)) : '';
  if (slot.kind === 'tone') return [toneOf(slot, description)];
  if (slot.ms === undefined) return content ? [{ type: 'Speech', description, content }] : [];
  if (!content) return [{ type: 'Silence', description, duration: slot.ms }];
  return [
    {
      type: 'Mixer',
      description,
      items: [
        { type: 'Silence', duration: slot.ms },
        { type: 'Speech', content, duration: 'trimToParent' },
      ],
    },
  ];
}

/** Like words: the silence beside it sets the length, and what rings on is cut. */
function toneOf({ ms = 0 }: Slot, description: string): Mix {
  const sound: SoundClip = { type: 'Audio', source: TONE_SOURCE, duration: 'trimToParent' };
  return { type: 'Mixer', description, items: [{ type: 'Silence', duration: ms }, sound] };
}

/** "kind exercise side", as far as they are known: what a clip is, for a reader of the document. */
export function labelOf(slot: Slot): string {
  if (slot.side) return `${slot.kind} ${slot.exercise ?? '-'} ${slot.side}`;
  return slot.exercise ? `${slot.kind} ${slot.exercise}` : slot.kind;
}

/** In a document `${` would open an expression to be computed. */
function escapeExpressions(words: string): string {
  return words.replaceAll('${', '').trim();
}
