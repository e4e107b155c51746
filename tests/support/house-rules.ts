// Names the rules of the house that an answer breaks (docs/principles.md "Rules of every answer").

import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { contentVersion } from '../../content';
import exerciseWords from '../../content/languages/en/exercises.json';
import promptWords from '../../content/languages/en/prompts.json';
import {
  AUDIO_FILES,
  CARD_CHARACTERS,
  LIMITS,
  OUTPUT_SPEECH_CHARACTERS,
  RESPONSE_BYTES,
  RESPONSE_BYTES_WITH_SCREEN,
  STATE_BYTES,
} from '../../lambda/alexa/limits';
import { sessionMemoryIn } from '../../lambda/alexa/memory/session';
import { LONGEST_BREAK_MS } from '../../lambda/speech/ssml';
import { documentFaults } from './apla-schema';
import { clipsOf, documentsOf, heardWords, ssmlOf } from './heard';
import { responseFaults } from './response-schema';

type Response = ResponseEnvelope['response'];

/** Every fault of a response to a request, in words; empty when the house rules hold. */
export function houseFaults(request: RequestEnvelope, envelope: ResponseEnvelope): string[] {
  const { response } = envelope;
  return [
    ...responseFaults(envelope),
    ...spokenFaults(request, response),
    ...ssmlFaults(response),
    ...documentsOf(response).flatMap(documentFaults),
    ...documentsOf(response.reprompt).flatMap(documentFaults),
    ...budgetFaults(request, envelope),
    ...stateFaults(request, envelope),
    ...screenFaults(request, response),
    ...privacyFaults(request, envelope),
    ...guidingFaults(envelope),
    ...cardFaults(envelope),
    ...releaseFaults(request, envelope),
  ];
}

const SPEAKING = ['LaunchRequest', 'IntentRequest', 'Connections.Response', 'SessionResumedRequest'];

/** Alexa goes on herself, with a question of her own: whether the session stays open is hers. */
const asksPermission = ({ directives }: Response): boolean =>
  directives?.some(({ type }) => type === 'Connections.SendRequest') === true;

/** An open microphone comes with one prompt, spoken last, and a reprompt; a closed session with none. */
function spokenFaults(request: RequestEnvelope, response: Response): string[] {
  const words = heardWords(response);
  const faults: string[] = [];
  if (!SPEAKING.includes(request.request.type)) return words === '' ? [] : ['speaks where no answer is heard'];
  if (words === '') faults.push('answers nothing');
  if (asksPermission(response)) {
    if (response.shouldEndSession !== undefined) faults.push('says whether the session ends while Alexa asks');
    if (response.reprompt || words.includes('?')) faults.push(`asks something beside Alexa: ${words}`);
    return faults;
  }
  if (response.shouldEndSession === undefined) faults.push('leaves open whether the session ends');
  if (response.shouldEndSession !== false) {
    if (response.reprompt) faults.push('closes the session with a reprompt');
    if (words.includes('?')) faults.push(`closes the session on a question: ${words}`);
    return faults;
  }
  if (!response.reprompt) faults.push('opens the microphone without a reprompt');
  return [...faults, ...promptFaults('answer', words), ...promptFaults('reprompt', heardWords(response.reprompt))];
}

/** An example after a question belongs to it, and so do its two answers: "Where's the knot? For example: upper left." */
const TAIL = /\? (For example: [^.?!]+|Yes or no)\.$/;

function promptFaults(part: string, heard: string): string[] {
  const words = heard.trim().replace(TAIL, '?');
  const last = /[^.?!]*[.?!]*$/.exec(words)?.[0] ?? '';
  const questions = words.split('?').length - 1;
  const faults: string[] = [];
  if (!last.endsWith('?') && !/\bsay\b/i.test(last)) faults.push(`${part} does not end with a prompt: ${last}`);
  if (questions > 1) faults.push(`${part} asks ${questions} questions: ${words}`);
  if (questions === 1 && !last.endsWith('?')) faults.push(`${part} goes on after its question: ${words}`);
  return faults;
}

/** Well-formed, with the few tags this skill uses, every break within its limit and every character escaped once. */
function ssmlFaults(response: Response): string[] {
  return [ssmlOf(response), ssmlOf(response.reprompt)].flatMap((ssml) => {
    if (ssml === null) return [];
    const faults: string[] = [];
    const inside = /^<speak>(.*)<\/speak>$/s.exec(ssml)?.[1];
    if (inside === undefined) return [`speech is not one <speak>: ${ssml.slice(0, 80)}`];
    for (const [, time] of inside.matchAll(/<break time="(\d+)ms"\/>/g)) {
      if (Number(time) > LONGEST_BREAK_MS || Number(time) <= 0) faults.push(`a break of ${time} ms`);
    }
    const plain = inside.replace(/<break time="\d+ms"\/>/g, '').replace(/&(amp|lt|gt|quot|apos);/g, '');
    if (/[&<>"']/.test(plain)) faults.push(`an unescaped character in ${ssml.slice(0, 200)}`);
    if (/&amp;(amp|lt|gt|quot|apos);/.test(inside)) faults.push('a character escaped twice');
    if (ssml.length > OUTPUT_SPEECH_CHARACTERS) faults.push(`${ssml.length} characters of speech`);
    return faults;
  });
}

function budgetFaults(request: RequestEnvelope, envelope: ResponseEnvelope): string[] {
  const { response } = envelope;
  const faults: string[] = [];
  for (const document of [...documentsOf(response), ...documentsOf(response.reprompt)]) {
    const text = JSON.stringify(document);
    const clips = text.split('"type":"Speech"').length - 1;
    if (clips > LIMITS.clips) faults.push(`${clips} spoken clips in a document`);
    if (text.split('"type":"Audio"').length - 1 > AUDIO_FILES) faults.push('too many audio files');
  }
  const lengthMs = lengthOf(response) + lengthOf(response.reprompt);
  if (lengthMs > LIMITS.responseMs) faults.push(`lasts ${lengthMs} ms`);
  const bytes = Buffer.byteLength(JSON.stringify(envelope));
  const most = hasScreen(request) ? RESPONSE_BYTES_WITH_SCREEN : RESPONSE_BYTES;
  if (bytes > most) faults.push(`${bytes} bytes`);
  return faults;
}

/** About fourteen characters a second: an estimate of its own, so that the planner's is held against another. */
const CHARACTER_MS = 1000 / 14;

function lengthOf(part: Response | Response['reprompt']): number {
  const breaks = [...(ssmlOf(part) ?? '').matchAll(/<break time="(\d+)ms"\/>/g)].map(([, time]) => Number(time));
  const clips = clipsOf(part).map(({ text, ms }) => ms ?? text.length * CHARACTER_MS);
  return Math.round([...breaks, ...clips].reduce((sum, ms) => sum + ms, 0));
}

/** Small, the same after JSON, and a state that the next request will be taken up from. */
function stateFaults(request: RequestEnvelope, envelope: ResponseEnvelope): string[] {
  const attributes = envelope.sessionAttributes ?? {};
  const text = JSON.stringify(attributes);
  const faults = Buffer.byteLength(text) > STATE_BYTES ? [`a state of ${Buffer.byteLength(text)} bytes`] : [];
  if (!sameJson(attributes, JSON.parse(text))) faults.push('the state does not survive JSON');
  const next = { ...request, session: { ...request.session, attributes } } as RequestEnvelope;
  if (attributes['state'] && !sessionMemoryIn(next, contentVersion).state) faults.push('a state nobody can go on from');
  return faults;
}

function sameJson(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null)
    return Object.is(one, other);
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => sameJson((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]))
  );
}

function hasScreen(request: RequestEnvelope): boolean {
  const interfaces = request.context?.System?.device?.supportedInterfaces ?? {};
  return Object.hasOwn(interfaces, 'Alexa.Presentation.APL');
}

function screenFaults(request: RequestEnvelope, response: Response): string[] {
  const directives = [...(response.directives ?? []), ...(response.reprompt?.directives ?? [])];
  const screens = directives.filter(({ type }) => type.startsWith('Alexa.Presentation.APL.'));
  return screens.length > 0 && !hasScreen(request) ? ['a screen for a device without one'] : [];
}

/** Nothing that names a person leaves with the answer. */
function privacyFaults(request: RequestEnvelope, envelope: ResponseEnvelope): string[] {
  const { user, device } = request.context?.System ?? {};
  const text = JSON.stringify(envelope);
  return [user?.userId, device?.deviceId]
    .filter((id) => id && id.length > 8 && text.includes(id))
    .map(() => 'an id in the answer');
}

/** Nothing is guided unless this session's screening was passed. */
function guidingFaults(envelope: ResponseEnvelope): string[] {
  const state = envelope.sessionAttributes?.['state'] as { cleared?: boolean; guideOff?: boolean } | undefined;
  const clips = [...clipsOf(envelope.response), ...clipsOf(envelope.response.reprompt)];
  const guided = clips.filter(({ description }) =>
    /^(hold|count|move|release) |^(instruct|quiet) [a-z]/.test(description),
  );
  if (guided.length === 0) return [];
  if (state?.cleared !== true) return ['guides without a passed screening'];
  return state.guideOff === true ? ['guides after a reason to stop'] : [];
}

/** What may be written down: never how much it hurts, or what was told of one's health. */
const TELLS_HEALTH =
  /[0-9<>]|\b(was a|it was (one|two|three|four|five|six|seven|eight|nine|ten)|you said|out of ten now)\b/i;

/**
 * A card is plain and short, says when to see a doctor and that it is no advice, and comes neither before work nor
 * after an outcome.
 */
function cardFaults({ response, sessionAttributes }: ResponseEnvelope): string[] {
  const { card } = response;
  if (!card) return [];
  if (card.type !== 'Simple') return [`a card of type ${card.type}`];
  const { title = '', content = '' } = card;
  const state = sessionAttributes?.['state'] as { cleared?: boolean; guideOff?: boolean } | undefined;
  const faults: string[] = [];
  if (title === '' || content === '') faults.push('an empty card');
  if (title.length + content.length > CARD_CHARACTERS)
    faults.push(`a card of ${title.length + content.length} characters`);
  if (TELLS_HEALTH.test(`${title} ${content}`)) faults.push(`a card that tells too much: ${content}`);
  if (!content.includes('See a doctor')) faults.push('a card without the safety net');
  if (!content.includes("This isn't medical advice.")) faults.push('a card that could be taken for advice');
  if (state && (state.cleared !== true || state.guideOff === true)) faults.push('a card where nothing may be guided');
  return faults;
}

/** "Step off the ball.", "Step away from the wall.", or "Step away now." before a reason to stop. */
const RELEASES = Object.entries({ ...exerciseWords, ...promptWords }).flatMap(([key, words]) =>
  key.startsWith('release.') || key === 'outcome.away' ? [words].flat() : [],
);

/** What may be said in a hold without ending it. */
const HARMLESS = ['TimeLeftIntent', 'RemarkIntent', 'CountMoreIntent', 'CountLessIntent', 'AMAZON.ResumeIntent'];

/** The way out, in the words of each tool, said with every answer that lets a hold go on. */
const WAYS_OUT = Object.entries(exerciseWords).flatMap(([key, words]) =>
  key.startsWith('lose.') ? [words].flat() : [],
);

/** A harmless remark is answered in a breath that says the way out. */
const goesOnRightly = ({ request }: RequestEnvelope, words: string): boolean =>
  request.type === 'IntentRequest' &&
  HARMLESS.includes(request.intent.name) &&
  WAYS_OUT.some((way) => words.includes(` left. ${way}`));

/**
 * Whatever interrupts a press is answered with the release, but for a harmless remark. Certain to press, whatever the
 * voice: from fifteen seconds after the first sentence, the longest lead-in, to the length of the hold after it.
 */
function releaseFaults(request: RequestEnvelope, { response }: ResponseEnvelope): string[] {
  const { block, sentAtMs = 0, saidMs = 0 } = sessionMemoryIn(request, contentVersion).state?.playing ?? {};
  if (request.request.type !== 'IntentRequest' || block?.part !== 'press') return [];
  const soundingMs = Date.parse(request.request.timestamp) - sentAtMs - saidMs;
  if (soundingMs < 15_000 || soundingMs > block.seconds * 1000) return [];
  const words = heardWords(response);
  if (goesOnRightly(request, words)) return [];
  return RELEASES.some((release) => words.startsWith(release)) ? [] : [`a press goes on under: ${words}`];
}
