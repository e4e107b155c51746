// Builds the requests that Alexa sends to a skill.

import type {
  Request,
  RequestEnvelope,
  Response,
  Session,
  SessionEndedReason,
  SessionEndedRequest,
  Slot,
} from 'ask-sdk-model';
import type { PermissionAnswer } from './alerts';
import type { Elicited } from './eliciting';
import type { HeardSlot, InteractionModel, Understood } from './understanding/model';

export type DeviceKind = 'echo-dot' | 'echo-show';

/** Who is speaking, through what; stays the same from session to session. */
export interface Listener {
  applicationId: string;
  userId: string;
  deviceKind: DeviceKind;
  locale: string;
  /** Whose voice Alexa recognises; null or absent for nobody's. */
  person?: string | null;
}

export interface OpenSession {
  id: string;
  isNew: boolean;
  attributes: Record<string, unknown>;
  /** The slot that the last answer has Alexa ask for. */
  elicited?: Elicited | null;
}

/** The service stamps whole seconds. */
export function stamp(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

function interfacesOf(kind: DeviceKind): Record<string, unknown> {
  return kind === 'echo-show' ? { 'Alexa.Presentation.APL': { runtime: { maxVersion: '2024.3' } } } : {};
}

function viewportOf(kind: DeviceKind): Record<string, unknown> {
  if (kind !== 'echo-show') return {};
  const screen = { pixelWidth: 1280, pixelHeight: 800, dpi: 160, currentPixelWidth: 1280, currentPixelHeight: 800 };
  return { Viewport: { experiences: [], mode: 'HUB', shape: 'RECTANGLE', ...screen, touch: ['SINGLE'] } };
}

function sessionOf(session: OpenSession, listener: Listener): Session {
  return {
    new: session.isNew,
    sessionId: session.id,
    application: { applicationId: listener.applicationId },
    attributes: session.attributes,
    user: { userId: listener.userId },
  };
}

/** Wraps a request the way the service does. */
export function envelope(request: Request, session: OpenSession | null, listener: Listener): RequestEnvelope {
  const { applicationId, userId, deviceKind, person } = listener;
  const whole = {
    version: '1.0',
    ...(session ? { session: sessionOf(session, listener) } : {}),
    context: {
      ...viewportOf(deviceKind),
      System: {
        application: { applicationId },
        user: { userId },
        ...(person == null ? {} : { person: { personId: `amzn1.ask.person.simulated-${person}` } }),
        device: { deviceId: `amzn1.ask.device.simulated-${deviceKind}`, supportedInterfaces: interfacesOf(deviceKind) },
        apiEndpoint: 'https://api.amazonalexa.com',
        apiAccessToken: 'simulated',
      },
    },
    request,
  };
  // Through JSON, as on the wire: nothing of the simulator is shared with the skill.
  return JSON.parse(JSON.stringify(whole)) as RequestEnvelope;
}

function authority(type: string, applicationId: string, resolved: NonNullable<HeardSlot['resolved']>) {
  const code: 'ER_SUCCESS_MATCH' | 'ER_SUCCESS_NO_MATCH' =
    resolved.length > 0 ? 'ER_SUCCESS_MATCH' : 'ER_SUCCESS_NO_MATCH';
  return {
    authority: `amzn1.er-authority.echo-sdk.${applicationId}.${type}`,
    status: { code },
    values: resolved.map(({ id, name }) => ({ value: { name, id } })),
  };
}

function slotOf(name: string, heard: HeardSlot | undefined, applicationId: string): Slot {
  const empty = { name, confirmationStatus: 'NONE' as const };
  if (!heard) return empty;
  const { value, type, resolved } = heard;
  if (!resolved) return { ...empty, value, source: 'USER', slotValue: { type: 'Simple', value } } as Slot;
  const resolutions = { resolutionsPerAuthority: [authority(type, applicationId, resolved)] };
  return {
    ...empty,
    value,
    source: 'USER',
    resolutions,
    slotValue: { type: 'Simple', value, resolutions },
  } as unknown as Slot;
}

/** An intent with every slot it declares, the silent ones empty. */
export function intentRequest(
  what: Understood,
  model: InteractionModel,
  common: { requestId: string; timestamp: string; locale: string },
  applicationId: string,
): Request {
  const declared = model.interactionModel.languageModel.intents.find(({ name }) => name === what.intent)?.slots ?? [];
  const slots = Object.fromEntries(declared.map(({ name }) => [name, slotOf(name, what.slots[name], applicationId)]));
  const intent = {
    name: what.intent,
    confirmationStatus: 'NONE' as const,
    ...(declared.length > 0 ? { slots } : {}),
  };
  const dialogState = what.by === 'elicited' ? 'IN_PROGRESS' : 'STARTED';
  return { type: 'IntentRequest', ...common, dialogState, intent };
}

/** The notice that a session is over; no answer to it is ever heard. */
export function sessionEnded(
  reason: SessionEndedReason,
  common: { requestId: string; timestamp: string; locale: string },
  message?: string,
): SessionEndedRequest {
  const error = message ? { error: { type: 'INVALID_RESPONSE' as const, message } } : {};
  return { type: 'SessionEndedRequest', ...common, reason, ...error };
}

/** The notice that an APL for Audio document was not played. */
export function audioFailed(common: { requestId: string; timestamp: string; locale: string }, token: string): Request {
  const errors = [{ type: 'RENDER_ERROR', reason: 'UNKNOWN_ERROR', message: 'The document could not be rendered.' }];
  return { type: 'Alexa.Presentation.APLA.RuntimeError', ...common, token, errors } as unknown as Request;
}

export interface PermissionAsked {
  scope: string;
  token: string;
}

/** The permission that an answer has Alexa ask for; null when it asks for none. */
export function permissionAsked({ directives }: Response): PermissionAsked | null {
  const asking = directives?.find(({ type }) => type === 'Connections.SendRequest') as
    | { payload?: { permissionScope?: unknown }; token?: unknown }
    | undefined;
  return asking ? { scope: String(asking.payload?.permissionScope), token: String(asking.token) } : null;
}

const STATUSES: Record<PermissionAnswer, string> = { granted: 'ACCEPTED', denied: 'DENIED', nothing: 'NOT_ANSWERED' };

/** What the listener told Alexa when she asked for a permission. */
export function permissionAnswered(
  common: { requestId: string; timestamp: string; locale: string },
  { scope, token, answer }: PermissionAsked & { answer: PermissionAnswer },
): Request {
  const payload = { permissionScope: scope, status: STATUSES[answer] };
  return {
    type: 'Connections.Response',
    ...common,
    name: 'AskFor',
    status: { code: '200', message: 'OK' },
    payload,
    token,
  } as Request;
}
