// Reads the envelope of a request: whether it can be answered, and who asks.

import { createHash } from 'node:crypto';
import type { RequestEnvelope, Session } from 'ask-sdk-model';
import { FALLBACK_LOCALE } from '../../content/language';
import type { Access } from './alerts/access';
import { CLOCKS_AGREE_MS } from './limits';

type Fields = Record<string, unknown>;

/** Who and where, without anything that names anybody. */
export interface Caller {
  /** SHA-256 of the user id; null when none came. */
  listener: string | null;
  /** SHA-256 of the device id; empty when none came. */
  device: string;
  /** Digest of the id of the voice that Alexa recognised; null where she recognised none. */
  person: string | null;
  locale: string;
}

/** Enough to tell the people of one home apart. */
const PERSON_DIGITS = 16;

/** Requests whose answer may speak; they are answered even when the session's description is missing. */
const SPEAKING = new Set(['LaunchRequest', 'IntentRequest', 'Connections.Response', 'SessionResumedRequest']);

export const maySpeak = (type: string): boolean => SPEAKING.has(type);

/** Thrown for a request that came over HTTP without passing the check of its signature. */
export class UncheckedSignature extends Error {
  override name = 'UncheckedSignature';

  constructor() {
    super('Wrapped for HTTP: nobody has checked the signature of this request.');
  }
}

/** What API Gateway, a function's own address or a load balancer puts around a request; Alexa sends none of it. */
const WRAPPING = ['requestContext', 'body', 'httpMethod'];

/**
 * The envelope with what the SDK relies on in place, or null when it is no request at all. Throws for a request that is
 * wrapped for HTTP: only Alexa may call the function itself, but anybody may call an address.
 */
export function readEnvelope(event: unknown): RequestEnvelope | null {
  const envelope = fieldsOf(event);
  if (WRAPPING.some((name) => Object.hasOwn(envelope, name))) throw new UncheckedSignature();
  const request = fieldsOf(envelope['request']);
  if (typeof request['type'] !== 'string') return null;
  const context = fieldsOf(envelope['context']);
  const system = fieldsOf(context['System']);
  const session = sessionIn(envelope, request['type']);
  return {
    ...envelope,
    version: '1.0',
    request,
    context: { ...context, System: { ...system, application: applicationIn(system, envelope) } },
    ...(session ? { session } : { session: undefined }),
  } as unknown as RequestEnvelope;
}

function sessionIn(envelope: Fields, type: string): Session | null {
  const session = fieldsOf(envelope['session']);
  const described = Object.keys(session).length > 0;
  if (!described && !SPEAKING.has(type)) return null;
  return { ...session, attributes: fieldsOf(session['attributes']) } as unknown as Session;
}

/** The application's id stands in the context, and in the session of older requests. */
function applicationIn(system: Fields, envelope: Fields): Fields {
  const inContext = fieldsOf(system['application']);
  return 'applicationId' in inContext ? inContext : fieldsOf(fieldsOf(envelope['session'])['application']);
}

export function callerOf(envelope: RequestEnvelope): Caller {
  const system = fieldsOf(fieldsOf(envelope.context)['System']);
  const user =
    textOf(fieldsOf(system['user'])['userId']) || textOf(fieldsOf(fieldsOf(envelope.session)['user'])['userId']);
  const device = textOf(fieldsOf(system['device'])['deviceId']);
  const person = textOf(fieldsOf(system['person'])['personId']);
  return {
    listener: user ? digestOf(user) : null,
    device: device ? digestOf(device) : '',
    person: person ? digestOf(person).slice(0, PERSON_DIGITS) : null,
    locale: textOf(fieldsOf(envelope.request)['locale']) || FALLBACK_LOCALE,
  };
}

/** How Amazon's services are reached for this request; null when it does not say. */
export function accessOf(envelope: RequestEnvelope): Access | null {
  const system = fieldsOf(fieldsOf(envelope.context)['System']);
  const [endpoint, token] = [textOf(system['apiEndpoint']), textOf(system['apiAccessToken'])];
  if (endpoint === '' || token === '') return null;
  return {
    endpoint,
    token,
    device: textOf(fieldsOf(system['device'])['deviceId']),
    skill: textOf(fieldsOf(system['application'])['applicationId']),
    locale: textOf(fieldsOf(envelope.request)['locale']) || FALLBACK_LOCALE,
  };
}

/**
 * When the request was made, in milliseconds since 1970. Its own time is whole seconds, so our clock is taken when the
 * two agree; when they do not, a slow start or a replay lies between, and the request knows better.
 */
export function momentOf(envelope: RequestEnvelope, nowMs: number): number {
  const stamp = fieldsOf(envelope.request)['timestamp'];
  const statedMs = typeof stamp === 'number' ? stamp : Date.parse(textOf(stamp));
  return Number.isFinite(statedMs) && Math.abs(statedMs - nowMs) > CLOCKS_AGREE_MS ? statedMs : nowMs;
}

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function digestOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}
