// Who comes, for which session, and how often: the listeners the aims are measured with.

import type { Visit } from './aims';
import type { Door } from './door';
import { playSession, type Turn, type Visitor, type Wish } from './listener';

/** A listener with a memory of their own, and the name of each day they come. */
export interface Person extends Visitor {
  days: { name: string; visit: Visit }[];
  /** Whether Alexa recognises the voice. */
  recognised?: boolean;
}

export interface Visited {
  name: string;
  visit: Visit;
  person: Person;
  turns: Turn[];
}

const DAY_S = 86_400;
const BALL: Wish = { region: 'upper', side: 'left', tool: 'ball', minutes: 5, place: 'chair' };

export const nameOf = ({ region, side, tool, minutes }: Wish): string => `${region}-${side}-${tool}-${minutes}`;

function eagerly(wish: Wish): Person {
  const name = nameOf(wish);
  const days = [
    { name: `${name}-eager`, visit: 'first' as const },
    { name: `${name}-next-day`, visit: 'next' as const },
  ];
  return { wish, manner: 'eager', days };
}

/** The listeners of the table: a ball, the upper back, five minutes. */
export const PATIENT: Person = {
  wish: BALL,
  manner: 'patient',
  days: [{ name: `${nameOf(BALL)}-patient`, visit: 'first' }],
};
export const RECOGNISED: Person = {
  wish: BALL,
  manner: 'eager',
  recognised: true,
  days: [
    { name: `${nameOf(BALL)}-recognised`, visit: 'first' },
    { name: `${nameOf(BALL)}-recognised-next-day`, visit: 'recognised' },
  ],
};
export const MINUTE_HOLDS: Person = {
  wish: BALL,
  manner: 'eager',
  remark: 'hold for a minute',
  days: [
    { name: `${nameOf(BALL)}-minute-holds`, visit: 'first' },
    { name: `${nameOf(BALL)}-minute-holds-next-day`, visit: 'next' },
  ],
};
export const TALK_LESS: Person = {
  wish: BALL,
  manner: 'eager',
  remark: 'talk less',
  days: [{ name: `${nameOf(BALL)}-talk-less`, visit: 'first' }],
};

const TOOLS: Record<Wish['region'], Wish['tool'][]> = {
  upper: ['ball', 'roller', 'hook', 'hands', 'partner', 'none'],
  middle: ['ball', 'roller', 'hook', 'partner', 'none'],
  lower: ['ball', 'hook', 'hands', 'partner', 'none'],
};

/** Each region with each tool that goes with it and each length, eager, and the same a day later. */
export const EVERYBODY: readonly Person[] = (['upper', 'middle', 'lower'] as const).flatMap((region) =>
  TOOLS[region].flatMap((tool) =>
    ([3, 5, 10] as const).map((minutes) =>
      eagerly({ region, side: 'left', tool, minutes, place: tool === 'roller' ? 'floor' : 'chair' }),
    ),
  ),
);

/** Who is measured for the table, each at a device of their own. */
export const OF_THE_TABLE: readonly Person[] = [
  ...EVERYBODY.filter(({ wish }) => wish.region === BALL.region && wish.tool === BALL.tool),
  PATIENT,
  RECOGNISED,
  MINUTE_HOLDS,
  TALK_LESS,
];

export const ALL: readonly Person[] = [...new Set([...EVERYBODY, ...OF_THE_TABLE])];

/** A partner's own hands are no listener's: whoever has one is asked everything each time. */
export const comesBack = ({ wish }: Person): boolean => wish.tool !== 'partner';

/** Every visit of one person; the door must not know them yet. */
export async function visitsOf(door: Door, person: Person): Promise<Visited[]> {
  const visits: Visited[] = [];
  await door.line(person.recognised ? ':person ann' : ':person');
  for (const { name, visit } of person.days) {
    if (visits.length > 0) await door.line(`:wait ${DAY_S}`);
    visits.push({ name, visit, person, turns: await playSession(door, person) });
  }
  return visits;
}

/** Makes the door forget whoever came last. */
export async function forget(door: Door): Promise<void> {
  for (const line of ['open knot relief', 'forget me', 'yes', `:wait ${DAY_S}`]) await door.line(line);
}
