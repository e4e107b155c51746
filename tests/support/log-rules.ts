// The rules for a line of the log: what may stand in it, and nothing else.

import Ajv from 'ajv';

/** Intents that tell what the listener wants of the skill, and nothing of how they are or of what they said. */
const NAMED = [
  'AMAZON.HelpIntent',
  'AMAZON.StopIntent',
  'AMAZON.CancelIntent',
  'AMAZON.NavigateHomeIntent',
  'AMAZON.FallbackIntent',
  'AMAZON.RepeatIntent',
  'AMAZON.NextIntent',
  'AMAZON.PreviousIntent',
  'AMAZON.PauseIntent',
  'AMAZON.ResumeIntent',
  'AMAZON.StartOverIntent',
  'ReadyIntent',
  'StartRoutineIntent',
  'TimeLeftIntent',
  'PlanIntent',
  'ProgressIntent',
  'RemindMeIntent',
  'WarmUpIntent',
  'ForgetMeIntent',
];
export const LOGGED_INTENTS: readonly string[] = [...NAMED, 'answer', 'words'];

/** Moments that say nothing of an answer about health, and `guarded` for those that would. */
const LOGGED_MOMENTS: readonly string[] = [
  'opening',
  'guarded',
  'screening',
  'reading',
  'recap',
  'offeringGuide',
  'welcomingBack',
  'rechecking',
  'restarting',
  'choosing',
  'readying',
  'fetching',
  'finding',
  'pressing',
  'checking',
  'offering',
  'stretching',
  'between',
  'interrupted',
  'pausing',
  'keepingPlace',
  'forgetting',
  'warmingUp',
  'reminding',
  'closing',
  'finished',
];

const REQUESTS = [
  'LaunchRequest',
  'IntentRequest',
  'SessionEndedRequest',
  'Alexa.Presentation.APLA.RuntimeError',
  'Connections.Response',
  'SessionResumedRequest',
  'AlexaSkillEvent.SkillEnabled',
  'AlexaSkillEvent.SkillDisabled',
  'AlexaSkillEvent.SkillPermissionAccepted',
  'AlexaSkillEvent.SkillPermissionChanged',
];
const STORE = ['none', 'read', 'written', 'merged', 'left alone', 'deleted', 'unreachable'];

const entry = new Ajv().compile({
  type: 'object',
  additionalProperties: false,
  required: ['level', 'request', 'ms', 'start', 'store'],
  properties: {
    level: { enum: ['info', 'error'] },
    request: { type: 'string', pattern: '^[A-Za-z]{0,40}(\\.[A-Za-z]{1,40}){0,4}$' },
    intent: { enum: LOGGED_INTENTS },
    moment: { enum: LOGGED_MOMENTS },
    ms: { type: 'integer', minimum: 0, maximum: 60_000 },
    start: { enum: ['cold', 'warm'] },
    store: { enum: STORE },
    errors: {
      type: 'array',
      minItems: 1,
      maxItems: 4,
      items: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9]{0,60}$' },
    },
    at: { type: 'string', pattern: '^[\\w.-]{1,80}:\\d+:\\d+$' },
  },
});

/** Every letter sequence that a line may hold because the rules above name it. */
const OURS = new Set(
  [
    ...LOGGED_INTENTS,
    ...LOGGED_MOMENTS,
    ...REQUESTS,
    ...STORE,
    'level info error request intent moment start cold warm store',
  ].flatMap((text) => text.toLowerCase().match(/[a-z]+/g) ?? []),
);

/** Everything a line tells that it should not, given the request it is about. */
export function lineFaults(line: string, request: unknown): string[] {
  const told: unknown = JSON.parse(line);
  const faults = entry(told)
    ? []
    : (entry.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  const words = new Set(line.toLowerCase().match(/[a-z']+/g));
  const leaked = heardIn(request).filter((word) => word.length > 3 && words.has(word) && !OURS.has(word));
  const numbers = { ...(told as { ms?: number }) };
  delete numbers.ms;
  const digits = /\d/.test(JSON.stringify({ ...numbers, at: undefined })) ? ['a number besides ms'] : [];
  const ids = idsIn(request).filter((id) => line.includes(id));
  return [...faults, ...leaked.map((word) => `the word "${word}"`), ...digits, ...ids.map((id) => `the id ${id}`)];
}

/** Every string in a request's slots, word by word. */
function heardIn(request: unknown): string[] {
  const slots = Object(Object(Object(request).request).intent).slots as unknown;
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') found.push(...(value.toLowerCase().match(/[a-z']+/g) ?? []));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  for (const slot of Object.values(Object(slots) as Record<string, { value?: unknown; resolutions?: unknown }>)) {
    visit(slot?.value);
    visit(slot?.resolutions);
  }
  return found;
}

/** Ids of the listener, the device, the session and the request, as they came. */
function idsIn(request: unknown): string[] {
  const text = JSON.stringify(request ?? null);
  return [...text.matchAll(/"(?:userId|deviceId|sessionId|requestId|applicationId|apiAccessToken)":"([^"]+)"/g)].map(
    ([, id]) => id ?? '',
  );
}
