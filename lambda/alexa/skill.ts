// How does one request of Alexa's become one answer?

import { type ErrorHandler, type HandlerInput, SkillBuilders } from 'ask-sdk-core';
import type { Response, ResponseEnvelope } from 'ask-sdk-model';
import { contentVersion, questions, routineTables, topics, screeningForm as usualForm } from '../../content';
import type { Languages } from '../../content/languages';
import type { Context } from '../dialogue/context';
import { converse } from '../dialogue/converse';
import type { ScreeningForm } from '../domain/screening';
import type { Store } from '../persistence/store';
import { type Speech, speechIn, spokenLanguage } from '../speech/speech';
import { type Caller, callerOf, momentOf, readEnvelope } from './envelope';
import { fulfilling } from './fulfilling';
import { hearingIn } from './hearing';
import { LIMITS } from './limits';
import { dropPlace, recall } from './memory/recall';
import { type ListenerRecord, placeFor, settingsFor } from './memory/record';
import { attributesWith, sessionMemory } from './memory/session';
import { apology, type Log, logError } from './recover';
import { respond } from './respond';
import { type Hearing, understand } from './understand';

export interface SkillParts {
  store: Store;
  /** Milliseconds since 1970. */
  now: () => number;
  languages: Languages;
  /** When given, requests meant for any other skill are refused: the promise rejects, as the SDK has it. */
  skillId?: string;
  screeningForm?: ScreeningForm;
  /** A missing sentence is an error, so that a test sees it. */
  strict?: boolean;
  log?: Log;
}

export type Skill = (event: unknown, context?: unknown) => Promise<ResponseEnvelope>;

/** The skill as a function. It keeps languages in memory and nothing that belongs to a listener. */
export function createSkill(parts: SkillParts): Skill {
  const log = parts.log ?? console.error;
  const voiceOf = voicesIn(parts.languages, parts.strict ?? false);
  const builder = SkillBuilders.custom()
    .addRequestHandlers({ canHandle: () => true, handle: (input) => answer(input, { ...parts, log, voiceOf }) })
    .addErrorHandlers(apologising({ ...parts, log, voiceOf }));
  const skill = (parts.skillId ? builder.withSkillId(parts.skillId) : builder).create();
  return async (event, context) => {
    const envelope = readEnvelope(event);
    return envelope ? skill.invoke(envelope, context) : { version: '1.0', response: {} };
  };
}

interface Voice {
  speech: Speech;
  hearing: Hearing;
}

type VoiceOf = (locale: string) => Voice;

/** Speech and hearing of a locale, made when somebody first speaks it. */
function voicesIn(languages: Languages, strict: boolean): VoiceOf {
  const voices = new Map<string, Voice>();
  return (asked) => {
    const language = languages.of(asked);
    const voice = voices.get(language.locale) ?? {
      speech: speechIn(spokenLanguage(language), { strict }),
      hearing: hearingIn(language),
    };
    voices.set(language.locale, voice);
    return voice;
  };
}

interface Surroundings extends SkillParts {
  log: Log;
  voiceOf: VoiceOf;
}

async function answer(input: HandlerInput, around: Surroundings): Promise<Response> {
  const envelope = input.requestEnvelope;
  const caller = callerOf(envelope);
  const { speech, hearing } = around.voiceOf(caller.locale);
  if (String(envelope.request.type) === 'CanFulfillIntentRequest') return fulfilling(envelope, hearing);
  const event = understand(envelope, hearing);
  const { state } = sessionMemory(envelope, contentVersion);
  // A session that ends before it has a state has nothing to keep.
  if (!event || (event.type === 'sessionLost' && !state)) return {};
  const memory = await recall(around.store, caller, contentVersion, around.log);
  const nowMs = momentOf(envelope, around.now());
  const turn = converse(state, event, contextFor(memory.record, caller, nowMs, speech, around));
  await memory.keep(turn, event.type === 'stopped');
  const remembered = turn.silent && !state ? null : turn.state;
  if (envelope.session) input.attributesManager.setSessionAttributes(attributesWith(remembered));
  return event.type === 'sessionLost' ? {} : respond(turn, speech, turn.state.settings.audio);
}

function contextFor(
  record: ListenerRecord,
  caller: Caller,
  nowMs: number,
  speech: Speech,
  { screeningForm }: SkillParts,
): Context {
  return {
    nowMs,
    contentVersion,
    routine: routineTables,
    questions,
    topics,
    screeningForm: screeningForm ?? usualForm,
    limits: LIMITS,
    lengthOf: speech.lengthOf,
    kept: placeFor(record, caller.device, contentVersion),
    settings: settingsFor(record, caller.device),
  };
}

/**
 * Whatever breaks is ours: the session keeps its place, and only a second break in a row begins anew. What was kept
 * between sessions is dropped, because it may be what broke.
 */
function apologising({ voiceOf, log, store }: Surroundings): ErrorHandler {
  return {
    canHandle: () => true,
    async handle({ requestEnvelope, attributesManager }, error) {
      logError(log, requestEnvelope.request.type, error);
      const caller = callerOf(requestEnvelope);
      await dropPlace(store, caller, log);
      const mayAnswer = ['LaunchRequest', 'IntentRequest'].includes(requestEnvelope.request.type);
      if (!mayAnswer || !requestEnvelope.session) return {};
      const { state, stumbled } = sessionMemory(requestEnvelope, contentVersion);
      attributesManager.setSessionAttributes({ ...attributesWith(stumbled ? null : state), stumbled: true });
      try {
        return apology(voiceOf(caller.locale).speech);
      } catch (silence) {
        logError(log, 'apology', silence);
        return { shouldEndSession: true };
      }
    },
  };
}
