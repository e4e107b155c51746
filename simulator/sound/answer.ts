// What is heard and shown of a whole response, and what the service would refuse to play.

import type { Response } from 'ask-sdk-model';
import { type Clip, playDocument, playSsml, type Sound } from './audio';
import type { Voice } from './voice';

/** The main answer, and what is played after eight seconds of silence. */
export interface Answer {
  main: Sound;
  again: Sound | null;
}

type Part = Pick<Response, 'outputSpeech' | 'directives'>;

const AUDIO_DOCUMENT = 'Alexa.Presentation.APLA.RenderDocument';
const SCREEN_DOCUMENT = 'Alexa.Presentation.APL.RenderDocument';

/** The service's own limits. */
const SPEECH_CHARACTERS = 8_000;
const RESPONSE_CHARACTERS = 120 * 1024;
const SOUND_MS = 240_000;
/** Title and text of a card. */
const CARD_CHARACTERS = 8_000;

function spoken({ outputSpeech }: Part, voice: Voice): Sound {
  if (!outputSpeech) return { lastsMs: 0, clips: [] };
  if (outputSpeech.type === 'SSML') {
    if (outputSpeech.ssml.length > SPEECH_CHARACTERS)
      throw new Error(`${outputSpeech.ssml.length} characters of speech`);
    return playSsml(outputSpeech.ssml, voice);
  }
  const lastsMs = voice(outputSpeech.text);
  return { lastsMs, clips: [{ atMs: 0, lastsMs, kind: 'say', text: outputSpeech.text }] };
}

function joined(sounds: Sound[]): Sound {
  return sounds.reduce(
    (before, { lastsMs, clips }) => ({
      lastsMs: before.lastsMs + lastsMs,
      clips: [...before.clips, ...clips.map((clip) => ({ ...clip, atMs: clip.atMs + before.lastsMs }))],
    }),
    { lastsMs: 0, clips: [] as Clip[] },
  );
}

/** Words first, then the APL for Audio documents in their order. */
function heardOf(part: Part, voice: Voice, playsAudio: boolean): Sound {
  const documents = (part.directives ?? []).flatMap((directive) =>
    directive.type === AUDIO_DOCUMENT ? [(directive as { document?: unknown }).document] : [],
  );
  const played = playsAudio ? documents.map((document) => playDocument(document, voice)) : [];
  return joined([spoken(part, voice), ...played]);
}

/** True when some part of the response waits for an APL for Audio document. */
export function hasAudioDocument({ directives = [] }: Response): boolean {
  return directives.some(({ type }) => type === AUDIO_DOCUMENT);
}

/** The plain card of a response, as the Alexa app shows it. */
export function cardIn({ card }: Response): { card?: { title: string; text: string } } {
  return card?.type === 'Simple' ? { card: { title: card.title ?? '', text: card.content ?? '' } } : {};
}

/** Plays a response. Throws, saying why, where the service would drop it and end the session. */
export function playResponse(
  response: Response,
  voice: Voice,
  device: { playsAudio: boolean; hasScreen: boolean },
): Answer {
  if (JSON.stringify(response).length > RESPONSE_CHARACTERS) throw new Error('a response over 120 KB');
  const { card } = cardIn(response);
  if (card && card.title.length + card.text.length > CARD_CHARACTERS) throw new Error('a card that is too long');
  const types = (response.directives ?? []).map(({ type }) => type);
  if (types.includes(SCREEN_DOCUMENT) && !device.hasScreen)
    throw new Error('a screen document for a device without one');
  const main = heardOf(response, voice, device.playsAudio);
  const again = response.reprompt ? heardOf(response.reprompt, voice, device.playsAudio) : null;
  if (Math.max(main.lastsMs, again?.lastsMs ?? 0) > SOUND_MS) throw new Error('more than 240 seconds of sound');
  return { main, again };
}

export function wordsOf(sound: Sound): string {
  return sound.clips
    .flatMap(({ text }) => (text ? [text] : []))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!…]["'”]?)\s+/).filter((sentence) => sentence !== '');
}

/** The prompt for an answer: the clip called so, or the last sentences that ask or say what to say. */
export function questionIn(sound: Sound): string | null {
  const last = sound.clips.filter(({ text }) => text).at(-1);
  if (!last?.text) return null;
  if (last.kind === 'ask') return last.text;
  const sentences = sentencesOf(last.text);
  const final = sentences.at(-1) ?? '';
  if (final.endsWith('?')) return final;
  const others = sentences.findLastIndex((sentence) => !/\bsay\b/i.test(sentence));
  return sentences.slice(Math.min(others + 1, sentences.length - 1)).join(' ');
}
