// The skill: makes one response of one request.

import { DefaultApiClient, type ErrorHandler, type HandlerInput, SkillBuilders } from 'ask-sdk-core';
import type { RequestEnvelope, Response, ResponseEnvelope, services } from 'ask-sdk-model';
import { contentVersion } from '../../content';
import { contactsIn } from '../../content/countries';
import type { Language, Languages } from '../../content/languages';
import { answeredTopicOf } from '../dialogue/moments/questions/answering';
import type { ScreeningForm } from '../domain/healthQuestions';
import { makePatient } from '../persistence/patient';
import type { Store } from '../persistence/store';
import { type Speech, speechIn, spokenLanguageOf } from '../speech/speech';
import type { Clock, Waiting } from '../waiting';
import { answer } from './answerEvent';
import { callerOf, fieldsOf, maySpeak, momentOf, readEnvelope, textOf } from './envelope';
import { type Hearing, hearingIn } from './hearing';
import { type Journal, journalOf, type Log, loggableIntentOf, loggableRequestOf } from './journal';
import { STORE_PATIENCE_MS } from './limits';
import { dropPlace } from './memory/recall';
import { attributesWith, sessionMemoryIn } from './memory/session';
import { isNotice, takeNotice } from './notices';
import { apologise } from './recover';
import { understand } from './understand';

export interface SkillParts {
  store: Store;
  /** Milliseconds since 1970: what time it is for the listener. */
  now: Clock;
  /** By which the store and Amazon's services are waited for, and the log measures. */
  waiting: Waiting;
  languages: Languages;
  /** When given, requests meant for any other skill are refused: the promise rejects, as the SDK does it. */
  skillId?: string;
  screeningForm?: ScreeningForm;
  /** A missing sentence is an error, so that a test sees it. */
  strict?: boolean;
  /** How Amazon's reminders, timers and settings are reached; over the network unless another way is given. */
  apiClient?: services.ApiClient;
  /** Gets one line of JSON a turn. */
  log?: Log;
}

export type Skill = (event: unknown, context?: unknown) => Promise<ResponseEnvelope>;

/** The skill as a function. It keeps languages in memory and nothing that belongs to a listener. */
export function createSkill(parts: SkillParts): Skill {
  const log = parts.log ?? console.error;
  const voiceOf = voicesIn(parts.languages, parts.strict ?? false);
  const builder = SkillBuilders.custom()
    .addRequestHandlers({ canHandle: () => true, handle: (input) => handle(input, parts, voiceOf) })
    .addErrorHandlers(apologyHandlerFor(parts.now, voiceOf));
  const skill = (parts.skillId ? builder.withSkillId(parts.skillId) : builder).create();
  let start: 'cold' | 'warm' = 'cold';
  return async (event) => {
    const journal = journalOf(start, parts.waiting.clock);
    start = 'warm';
    // The SDK hands its second argument on to the handlers as it is: there each request finds its own turn.
    const turn = beginTurn(journal, parts);
    try {
      const envelope = readEnvelope(event);
      if (!envelope) return { version: '1.0', response: {} };
      journal.note(describeRequest(envelope.request));
      return await skill.invoke(envelope, turn);
    } catch (error) {
      journal.failed(error);
      throw error;
    } finally {
      log(JSON.stringify(journal.entry()));
    }
  };
}

/** What belongs to one request alone. */
interface TurnOwn {
  journal: Journal;
  store(): Store;
  /** Waits for something else than the store, which takes none of its patience. */
  aside<T>(work: () => Promise<T>): Promise<T>;
}

/** The patience with the store begins when it is first asked; understanding words takes none of it. */
function beginTurn(journal: Journal, { store, waiting: { clock, sleep } }: SkillParts): TurnOwn {
  let own: Store | undefined;
  let asideMs = 0;
  const patience = { clock: () => clock() - asideMs, sleep };
  return {
    journal,
    store() {
      own ??= makePatient(store, { untilMs: patience.clock() + STORE_PATIENCE_MS, ...patience });
      return own;
    },
    async aside(work) {
      const beganMs = clock();
      try {
        return await work();
      } finally {
        asideMs += clock() - beganMs;
      }
    },
  };
}

function describeRequest(request: unknown): { request: string; intent?: string } {
  const { type, intent } = fieldsOf(request);
  const name = textOf(fieldsOf(intent)['name']);
  return { request: loggableRequestOf(textOf(type)), ...(name ? { intent: loggableIntentOf(name) } : {}) };
}

interface Voice {
  /** `zone`: where the device is, which decides on whom to call; null where nobody knows. */
  speechAt(zone: string | null): Speech;
  hearing: Hearing;
}

type VoiceOf = (locale: string) => Voice;

/** Speech and hearing of a locale, made on first use. */
function voicesIn(languages: Languages, strict: boolean): VoiceOf {
  const voices = new Map<string, Voice>();
  return (asked) => {
    const language = languages.of(asked);
    const voice = voices.get(language.locale) ?? {
      speechAt: speechesOf(language, strict),
      hearing: hearingIn(language),
    };
    voices.set(language.locale, voice);
    return voice;
  };
}

/** One speech for all countries in which the same are called, of which a locale meets a few. */
function speechesOf(language: Language, strict: boolean): Voice['speechAt'] {
  const speeches = new Map<string, Speech>();
  return (zone) => {
    const contacts = contactsIn(zone, language.locale);
    const name = `${contacts.emergency}|${contacts.advice}`;
    const speech = speeches.get(name) ?? speechIn(spokenLanguageOf(language, contacts), { strict });
    speeches.set(name, speech);
    return speech;
  };
}

async function handle(input: HandlerInput, parts: SkillParts, voiceOf: VoiceOf): Promise<Response> {
  const { requestEnvelope: envelope, attributesManager, context } = input;
  const { journal, store, aside } = context as TurnOwn;
  const caller = callerOf(envelope);
  const nowMs = parts.now();
  if (isNotice(envelope)) {
    const memory = await takeNotice(envelope, caller, store(), momentOf(envelope, nowMs));
    journal.note({ store: memory.outcome });
    if (memory.error) journal.failed(memory.error);
    return {};
  }
  const { speechAt, hearing } = voiceOf(caller.locale);
  const event = understand(envelope, hearing, () => toldIn(envelope));
  const apiClient = parts.apiClient ?? new DefaultApiClient();
  const { waiting, screeningForm } = parts;
  const around = { store: store(), nowMs, speechAt, apiClient, waiting, screeningForm, journal, aside };
  const answered = event && (await answer(envelope, event, around));
  if (!answered) return {};
  if (envelope.session) attributesManager.setSessionAttributes(answered.attributes);
  return answered.response;
}

/** The topic of the last answer in a session; null when the last thing heard was no answer. */
function toldIn(envelope: RequestEnvelope): string | null {
  const { state } = sessionMemoryIn(envelope, contentVersion);
  return (state && answeredTopicOf(state)) ?? null;
}

/**
 * Every failure is ours: the session keeps its place, and only a second break in a row begins anew. What was kept
 * between sessions is dropped, because it may be what broke.
 */
function apologyHandlerFor(now: Clock, voiceOf: VoiceOf): ErrorHandler {
  return {
    canHandle: () => true,
    async handle({ requestEnvelope, attributesManager, context }, error) {
      const { journal, store } = context as TurnOwn;
      journal.failed(error);
      const caller = callerOf(requestEnvelope);
      const memory = await dropPlace(store(), caller, momentOf(requestEnvelope, now()));
      journal.note({ store: memory.outcome });
      const mayAnswer = maySpeak(requestEnvelope.request.type);
      if (!mayAnswer || !requestEnvelope.session) return {};
      const session = sessionMemoryIn(requestEnvelope, contentVersion);
      const { state, stumbled } = session;
      attributesManager.setSessionAttributes({ ...attributesWith(stumbled ? null : state, session), stumbled: true });
      try {
        return apologise(voiceOf(caller.locale).speechAt(null));
      } catch (silence) {
        journal.failed(silence);
        return { shouldEndSession: true };
      }
    },
  };
}
