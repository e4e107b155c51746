// The schema of everything that a record may hold, to the last byte.

import Ajv, { type SchemaObject } from 'ajv';
import { contentVersion, exercises } from '../../content';
import { PRESS_TOOLS } from '../../lambda/domain/exercise';
import { TURNS } from '../../lambda/domain/tip';

/** An object with these fields and no others. */
const closed = (fields: Record<string, SchemaObject>, optional: string[] = []): SchemaObject => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(fields).filter((name) => !optional.includes(name)),
  properties: fields,
});
const among = (...values: (string | number | null)[]): SchemaObject => ({ enum: values });
const whole = (minimum: number, maximum: number): SchemaObject => ({ type: 'integer', minimum, maximum });
const listOf = (items: SchemaObject, maxItems: number, uniqueItems = false): SchemaObject => ({
  type: 'array',
  items,
  maxItems,
  uniqueItems,
});
const orNull = (one: SchemaObject): SchemaObject => ({ anyOf: [{ type: 'null' }, one] });

const DIGEST: SchemaObject = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const FLAG: SchemaObject = { type: 'boolean' };
/** Milliseconds since 1970, of this century. */
const INSTANT = whole(946_684_800_000, 4_102_444_800_000);
/** Days since 1970, of this century. */
const DAY = whole(10_957, 47_482);
const ZONE: SchemaObject = { type: 'string', format: 'zone' };

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Short: it tells the people of one home apart, and nobody else. */
const PERSON: SchemaObject = { type: 'string', pattern: '^[0-9a-f]{16}$' };

const SIDE = among('left', 'right');
const REGION = among('upper', 'middle', 'lower');
const TOOL = among('ball', 'roller', 'hook', 'hands', 'partner', 'none');
const MINUTES = among(3, 5, 10);
const POSTURE = among('floor', 'chair');
const STRETCHES = Object.keys(exercises.stretches);
const EXERCISE = among(...STRETCHES);
/** What is explained once: each stretch, finding a spot with each tool, and how to end at any time. */
const EXPLAINED = among(...STRETCHES, ...PRESS_TOOLS.map((tool) => `find.${tool}`), 'teach.stop');

const CHOICE = closed({
  region: REGION,
  side: among('left', 'right', 'both'),
  tool: TOOL,
  minutes: MINUTES,
  place: POSTURE,
});

const PLAN = closed(
  {
    choice: CHOICE,
    spots: listOf(SIDE, 2),
    pin: FLAG,
    stretches: listOf(closed({ id: EXERCISE, sets: whole(1, 10), each: whole(1, 60) }, ['each']), 20),
    brief: FLAG,
    later: FLAG,
    padMs: whole(0, 600_000),
  },
  ['later'],
);

const PLACE = closed(
  {
    plan: PLAN,
    place: closed({ part: among('find', 'press', 'pin', 'stretch'), unit: whole(0, 60), restSeconds: whole(0, 120) }, [
      'restSeconds',
    ]),
    spots: listOf(closed({ side: SIDE, pressedSeconds: whole(0, 120), holds: whole(0, 10), pinned: FLAG }), 2),
    recheckUntilMs: orNull(INSTANT),
    pressingUntilMs: orNull(INSTANT),
    endsAtMs: INSTANT,
    device: DIGEST,
    content: among(contentVersion),
    person: PERSON,
  },
  ['person'],
);

const DEVICE = closed(
  {
    device: DIGEST,
    zone: orNull(ZONE),
    openedAtMs: orNull(INSTANT),
    failed: orNull(closed({ day: DAY, times: whole(0, 1000) })),
    tones: among('played', 'failed'),
  },
  ['tones'],
);

const SESSION = closed(
  { day: DAY, region: REGION, tool: TOOL, minutes: MINUTES, holds: whole(0, 10), person: PERSON },
  ['person'],
);

const RECORD = closed({
  version: among(4),
  begunAtMs: { anyOf: [among(0), INSTANT] },
  freshFromMs: orNull(INSTANT),
  pace: among('normal', 'slow'),
  counting: among('normal', 'more', 'less'),
  holdSeconds: among(30, 45, 60),
  talk: among('normal', 'less'),
  sounds: FLAG,
  usual: orNull(CHOICE),
  explained: listOf(EXPLAINED, 40, true),
  declined: listOf(among('warmUp', 'reminders', 'timers'), 3, true),
  tip: whole(0, TURNS - 1),
  devices: listOf(DEVICE, 12),
  places: listOf(PLACE, 2),
  sessions: listOf(SESSION, 60),
  screened: orNull(closed({ day: DAY, person: orNull(PERSON) })),
});

const ajv = new Ajv({ allErrors: true, formats: { zone: isZone } });
const record = ajv.compile(RECORD);
const writing = ajv.compile(closed({ record: RECORD, version: whole(0, 1e6), expiresAtMs: INSTANT }));
const key = ajv.compile(DIGEST);

/** Everything in a record that has no business there, in words; empty when nothing has. */
export function recordFaults(value: unknown): string[] {
  return record(value) ? [] : [ajv.errorsText(record.errors)];
}

/** The same for all that is handed to a store in one saving, given as its bytes. */
export function writingFaults(saved: { key: string; text: string }): string[] {
  const faults = writing(JSON.parse(saved.text)) ? [] : [ajv.errorsText(writing.errors)];
  return key(saved.key) ? faults : [...faults, `the key ${saved.key}`];
}
