// Lays out what was measured of the sessions to be read, each figure beside its aim.

import {
  type Aim,
  type Aims,
  aimsOfPlan,
  FIVE,
  isMet,
  MINUTE_HOLDS,
  missed,
  PATIENT,
  rounded,
  sayAim,
  type Visit,
  WAY,
  WITHOUT_TIP,
} from './aims';
import type { Turn } from './listener';
import { heardOf, type Measured, type Measures, talkIn, voiceOf } from './measures';
import { comesBack, type Visited } from './people';

export interface Played extends Visited {
  measures: Measures;
}

export interface Build {
  build: string;
  alone: Played[];
  inTurn: Played[];
}

/** One line: what is measured, of which session, and its aim. */
interface Line {
  what: string;
  /** A session's name; null: the worst of all in the table. */
  of: string | null;
  measured: Measured;
  aim: Aim | undefined;
}

const BALL = 'upper-left-ball';
const line = (what: string, of: string | null, measured: Measured, aims: Aims): Line => ({
  what,
  of,
  measured,
  aim: aims[measured],
});
const way = (who: string, of: string, visit: Visit): Line[] => [
  line(`"open" to "start", ${who}`, of, 'toStart', WAY[visit]),
  line(`"start" to the first hold, ${who}`, of, 'startToHold', WAY[visit]),
  line(`"open" to the first hold, ${who}`, of, 'toHold', WAY[visit]),
  line('  its turns', of, 'turnsToHold', WAY[visit]),
];
const minutesOf = (which: 'eager' | 'next-day', who: string): Line[] =>
  ([3, 5, 10] as const).flatMap((minutes) => {
    const of = `${BALL}-${minutes}-${which}`;
    const aims = aimsOfPlan(which === 'eager' ? 'first' : 'next', minutes);
    return [
      line(`${minutes} minutes, "start" to the last word, ${who}`, of, 'afterStart', aims),
      line('  share that is work', of, 'workShare', aims),
      ...(minutes === 5 ? fiveOf(of, which) : []),
    ];
  });
const fiveOf = (of: string, which: 'eager' | 'next-day'): Line[] => {
  const aims = FIVE[which === 'eager' ? 'first' : 'after'];
  return [
    line('  work', of, 'work', aims),
    line("  Alexa's own talk, share of the session", of, 'talkShare', aims),
    line('  with the cues of holds and counts', of, 'talkShareWithCues', aims),
  ];
};

const LINES: readonly Line[] = [
  line('first words to the end of the first question', `${BALL}-5-eager`, 'firstQuestion', WAY.first),
  line('recap of the health questions', `${BALL}-5-eager`, 'recap', WAY.first),
  ...way('first visit, eager', `${BALL}-5-eager`, 'first'),
  line('"open" to the first hold, first visit, patient', `${BALL}-5-patient`, 'toHold', PATIENT),
  line('  its turns', `${BALL}-5-patient`, 'turnsToHold', PATIENT),
  ...way('next day', `${BALL}-5-next-day`, 'next'),
  ...way('next day, voice recognised', `${BALL}-5-recognised-next-day`, 'recognised'),
  ...minutesOf('eager', 'first visit'),
  ...minutesOf('next-day', 'next day'),
  line('longest monologue, all these sessions', null, 'longestMonologue', aimsOfPlan('first', 5)),
  line('longest hold, asked for a minute', `${BALL}-5-minute-holds-next-day`, 'longestHold', MINUTE_HOLDS),
  line('closing, all these sessions', null, 'closing', aimsOfPlan('first', 5)),
  line('closing, asked to talk less', `${BALL}-5-talk-less`, 'closing', WITHOUT_TIP),
];

function cellOf({ of, measured, aim }: Line, played: readonly Played[]): string {
  const values = played.filter(({ name }) => of === null || name === of).map(({ measures }) => measures[measured]);
  if (values.length === 0) return '-';
  const worst = Math.max(...values);
  return `${rounded(worst)}${aim && !isMet(worst, aim) ? ' !' : '  '}`;
}

function laidOut(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    )
    .join('\n');
}

/** The table of aims; "!" marks what misses its own. */
export function table(builds: readonly Build[]): string {
  const head = ['seconds, shares and turns (! misses the aim)', ...builds.map(({ build }) => `${build}  `), 'aim'];
  const rows = LINES.map((each) => [
    each.what,
    ...builds.map(({ alone }) => cellOf(each, alone)),
    each.aim ? sayAim(each.aim) : '',
  ]);
  return laidOut([head, ...rows]);
}

const OF_PLANS: readonly Measured[] = [
  'toHold',
  'turnsToHold',
  'afterStart',
  'work',
  'workShare',
  'talkShare',
  'talkShareWithCues',
  'longestMonologue',
  'closing',
];

/** From the least to the most of every region and tool, by day and minutes, and each session that misses an aim. */
export function planTable(builds: readonly Build[]): string {
  const head = ['every region and tool', '', ...OF_PLANS];
  const rows = (['eager', 'next-day'] as const).flatMap((day) =>
    [3, 5, 10].flatMap((minutes) =>
      builds.map(({ build, inTurn }) => [
        `${minutes} minutes, ${day === 'eager' ? 'first visit' : 'next day'}`,
        build,
        ...OF_PLANS.map((what) =>
          rangeOf(
            inTurn.filter(({ name }) => name.endsWith(`-${minutes}-${day}`)),
            what,
          ),
        ),
      ]),
    ),
  );
  const last = builds.at(-1);
  const misses = (last?.inTurn ?? []).flatMap(missesOf);
  const talks = talksOf(last?.inTurn ?? []);
  return [
    laidOut([head, ...rows]),
    '',
    `${misses.length} sessions miss an aim`,
    ...misses,
    '',
    `${talks.length} times more than ${LONG} seconds of words are heard with nothing to do between them`,
    ...talks,
  ].join('\n');
}

/** Seconds after which words are too many. */
const LONG = aimsOfPlan('first', 5).longestMonologue?.most ?? 0;

/** Every text that is too long, once, with a session it is heard in. */
function talksOf(played: readonly Played[]): string[] {
  const heard = new Map<string, string>();
  for (const { name, measures } of played) {
    for (const { seconds, words } of measures.monologues) {
      if (seconds > LONG && !heard.has(words)) heard.set(words, `  ${seconds.toFixed(1)} s, ${name}: ${words}`);
    }
  }
  return [...heard.values()];
}

function missesOf({ name, visit, person, measures }: Played): string[] {
  const back = visit === 'first' || comesBack(person) ? visit : 'first';
  const misses = missed(measures, aimsOfPlan(back, person.wish.minutes));
  return misses.length > 0 ? [`  ${name}: ${misses.join('; ')}`] : [];
}

function rangeOf(played: readonly Played[], what: Measured): string {
  const values = played.map(({ measures }) => measures[what]).filter(Number.isFinite);
  if (values.length === 0) return '-';
  return `${rounded(Math.min(...values))}..${rounded(Math.max(...values))}`;
}

/** Seconds of Alexa's words in each moment, the most talkative first. */
function talkByMoment(turns: readonly Turn[]): string {
  const spoken = voiceOf(turns);
  const talk = new Map<string, number>();
  for (const turn of turns) {
    const moment = turn.heard.state?.split(' ')[0] ?? 'over';
    talk.set(moment, (talk.get(moment) ?? 0) + talkIn(heardOf(turn), spoken));
  }
  const sorted = [...talk].sort(([, one], [, other]) => other - one);
  return `  talk, in seconds  ${sorted.map(([moment, lasts]) => `${moment} ${rounded(lasts)}`).join(', ')}`;
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1).padStart(6);

/** One session; `verbose`: turn by turn, each cue with its second and its length. */
export function sessionAloud({ name, turns, measures }: Played, build: string, verbose: boolean): string {
  const told = turns.flatMap(({ heard, atS, says, cutMs }) => [
    `${atS.toFixed(1).padStart(6)} s  (${heard.state ?? 'over'}, ${(heard.totalMs / 1000).toFixed(1)} s)`,
    ...heard.cues.map(
      ({ atMs, lastsMs, kind, exercise, text }) =>
        `    ${seconds(atMs)} +${seconds(lastsMs).trim()} ${[kind, exercise].filter(Boolean).join(' ')}: ${text}`,
    ),
    ...(says === null ? [] : [`  you: ${says}${cutMs === null ? '' : ` (at ${seconds(cutMs).trim()})`}`]),
  ]);
  const figures = Object.entries(measures).flatMap(([what, value]) =>
    typeof value === 'number' ? [`  ${what.padEnd(18)}${rounded(value)}`] : [],
  );
  return [`${name}, ${build}`, ...(verbose ? told : []), ...figures, talkByMoment(turns)].join('\n');
}
