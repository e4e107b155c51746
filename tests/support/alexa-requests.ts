// Makes the requests that Alexa sends for what a listener does.

import type { RequestEnvelope, ResponseEnvelope, Slot } from 'ask-sdk-model';

export const SKILL_ID = 'amzn1.ask.skill.knot-relief-in-tests';
export const USER_ID = 'amzn1.ask.account.LISTENER-IN-TESTS';
export const DEVICE_ID = 'amzn1.ask.device.ECHO-IN-TESTS';

export interface Surroundings {
  locale?: string;
  screen?: boolean;
  device?: string;
  user?: string;
  /** Whose voice is recognised; nobody's when absent. */
  person?: string;
  /** ISO 8601, whole seconds, as Alexa writes it. */
  timestamp?: string;
  /** What the session brought along; a new session when absent. */
  attributes?: Record<string, unknown>;
}

/** A request of any type, in an envelope as Alexa sends it. */
export function requestOf(request: Record<string, unknown>, around: Surroundings = {}): RequestEnvelope {
  const application = { applicationId: SKILL_ID };
  const user = { userId: around.user ?? USER_ID };
  return {
    version: '1.0',
    session: { new: !around.attributes, sessionId: 'session', application, user, attributes: around.attributes ?? {} },
    context: {
      System: {
        application,
        user,
        ...(around.person ? { person: { personId: `amzn1.ask.person.${around.person}` } } : {}),
        device: {
          deviceId: around.device ?? DEVICE_ID,
          supportedInterfaces: around.screen ? { 'Alexa.Presentation.APL': { runtime: { maxVersion: '2024.3' } } } : {},
        },
        apiEndpoint: 'https://api.amazonalexa.com',
        apiAccessToken: 'token',
      },
    },
    request: {
      requestId: 'amzn1.echo-api.request.test',
      timestamp: around.timestamp ?? '2026-11-21T12:00:00Z',
      locale: around.locale ?? 'en-US',
      ...request,
    },
  } as unknown as RequestEnvelope;
}

export const launch = (around: Surroundings = {}) => requestOf({ type: 'LaunchRequest' }, around);

/** Slots are given as the words heard, or as [words, id] when the model resolved them. */
export type Heard = Record<string, string | [string, string]>;

export function intent(name: string, heard: Heard = {}, around: Surroundings = {}): RequestEnvelope {
  const slots = Object.fromEntries(Object.entries(heard).map(([slot, words]) => [slot, slotOf(slot, words)]));
  return requestOf({ type: 'IntentRequest', intent: { name, confirmationStatus: 'NONE', slots } }, around);
}

export const sessionEnded = (reason: string, around: Surroundings = {}) =>
  requestOf({ type: 'SessionEndedRequest', reason }, around);

export const audioFailed = (around: Surroundings = {}) =>
  requestOf(
    {
      type: 'Alexa.Presentation.APLA.RuntimeError',
      token: 'knot-relief',
      errors: [{ type: 'RENDER_ERROR', reason: 'INTERNAL_SERVER_ERROR', message: 'not rendered' }],
    },
    around,
  );

/** What the next request of the same session brings along. */
export const next = (answer: ResponseEnvelope, around: Surroundings = {}): Surroundings => ({
  ...around,
  attributes: answer.sessionAttributes ?? {},
});

function slotOf(name: string, words: string | [string, string]): Slot {
  const [value, id] = typeof words === 'string' ? [words, undefined] : words;
  const code = id === undefined ? 'ER_SUCCESS_NO_MATCH' : 'ER_SUCCESS_MATCH';
  const values = id === undefined ? [] : [{ value: { name: id, id } }];
  const resolutions = { resolutionsPerAuthority: [{ authority: `${SKILL_ID}.${name}`, status: { code }, values }] };
  return { name, value, confirmationStatus: 'NONE', source: 'USER', resolutions } as unknown as Slot;
}
