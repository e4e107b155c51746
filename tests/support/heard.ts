// Tells what a listener hears of a response, from its JSON alone.

import type { Directive, ResponseEnvelope } from 'ask-sdk-model';

export interface Clip {
  /** "hold neck-tilt left", "ask", or "outputSpeech". */
  description: string;
  text: string;
  /** Milliseconds of a pinned clip; undefined when it lasts as long as its words. */
  ms?: number;
}

interface Component {
  type: string;
  description?: string;
  content?: string;
  duration?: number | string;
  items?: Component[];
}

type Spoken = { outputSpeech?: unknown; directives?: Directive[] | undefined } | undefined;

export const documentsOf = (part: Spoken): unknown[] =>
  (part?.directives ?? []).flatMap((one) =>
    one.type === 'Alexa.Presentation.APLA.RenderDocument' ? [(one as { document?: unknown }).document] : [],
  );

export const ssmlOf = (part: Spoken): string | null => {
  const speech = part?.outputSpeech as { ssml?: string; text?: string } | undefined;
  return speech?.ssml ?? speech?.text ?? null;
};

/** Every clip of an answer or a reprompt in the order in which it sounds. */
export function clipsOf(part: Spoken): Clip[] {
  const ssml = ssmlOf(part);
  const said = ssml === null ? [] : [{ description: 'outputSpeech', text: wordsOfSsml(ssml) }];
  return [...said.filter(({ text }) => text !== ''), ...documentsOf(part).flatMap(clipsOfDocument)];
}

export function heardWords(part: Spoken): string {
  return clipsOf(part)
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' ');
}

export const answerWords = (envelope: ResponseEnvelope): string => heardWords(envelope.response);

export function clipsOfDocument(document: unknown): Clip[] {
  const root = (document as { mainTemplate?: { items?: Component[] } }).mainTemplate?.items?.[0];
  return (root?.items ?? []).map(clipOf);
}

function clipOf(component: Component): Clip {
  const description = component.description ?? '';
  if (component.type === 'Speech') return { description, text: component.content ?? '' };
  if (component.type === 'Silence') return { description, text: '', ms: Number(component.duration) };
  const silence = component.items?.find(({ type }) => type === 'Silence');
  const speech = component.items?.find(({ type }) => type === 'Speech');
  return { description, text: speech?.content ?? '', ms: Number(silence?.duration) };
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function wordsOfSsml(ssml: string): string {
  const plain = ssml
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
  return plain.replace(/\s+/g, ' ').trim();
}
