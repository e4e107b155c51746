// What a session was made of: how long until what, how much of it was work, and how much talk.

import { baseLength } from '../../simulator/sound/voice';
import type { Cue } from './door';
import type { Turn } from './listener';

/** Milliseconds a voice takes for some words. */
export type Spoken = (text: string) => number;

/** Seconds, unless a name says otherwise. */
export interface Measures {
  /** From the first word to the end of the first health question. */
  firstQuestion: number;
  /** From "open" to the end of "start". */
  toStart: number;
  recap: number;
  /** From "open" to the first second of a hold (or of a counted movement), and the turns until then; soreness apart. */
  toHold: number;
  turnsToHold: number;
  /** From the end of "start" to that second. */
  startToHold: number;
  /** From the end of "start" to the last word. */
  afterStart: number;
  work: number;
  /** Work as a share of the minutes that were asked for. */
  workShare: number;
  /** Alexa's words outside the timed work, as a share of the session. */
  talkShare: number;
  /** The same with the cues of holds and counts. */
  talkShareWithCues: number;
  longestMonologue: number;
  /** All of them, the longest first. */
  monologues: Monologue[];
  longestHold: number;
  /** The words behind the last check, the question how sore it is apart. */
  closing: number;
  /** Health questions that were asked before "start". */
  healthQuestions: number;
}

/** What is a figure among them. */
export type Measured = Exclude<keyof Measures, 'monologues'>;

const MS = 1000;
const WORKING = ['hold', 'count'];
/** What is timed and no monologue. */
const TIMED = [...WORKING, 'quiet', 'tone'];
const ANSWERING_S = 2;

/** The voice of a session, learned from what it said at its own length. */
export function voiceOf(turns: readonly Turn[]): Spoken {
  const said = turns.flatMap(({ heard }) => heard.cues.filter(({ kind }) => kind === 'say'));
  const pace = sum(said.map(({ lastsMs }) => lastsMs)) / sum(said.map(({ text }) => baseLength(text)));
  return (text) => baseLength(text) * pace;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((so, one) => so + one, 0);

const asksSoreness = ({ heard }: Turn): boolean => /how sore|sore is it/i.test(heard.question ?? '');
const asksHealth = ({ heard }: Turn): boolean => heard.state?.startsWith('screening') ?? false;

/** Stretches of work in one answer: each from its first cue to what comes behind it. */
export function workIn(
  cues: readonly Cue[],
): { fromMs: number; toMs: number; exercise: string | undefined; kind: string }[] {
  const runs: { fromMs: number; toMs: number; exercise: string | undefined; kind: string }[] = [];
  cues.forEach(({ kind, atMs, lastsMs, exercise }, index) => {
    if (!WORKING.includes(kind)) return;
    const next = cues[index + 1];
    // A slot without words is no cue: what is held goes on until it is let go.
    const goesOn = next && (next.kind === kind || next.kind === 'release' || next.kind === 'tone');
    const toMs = goesOn ? next.atMs : atMs + lastsMs;
    const last = runs.at(-1);
    if (last && last.kind === kind && last.exercise === exercise && last.toMs === atMs) last.toMs = toMs;
    else runs.push({ fromMs: atMs, toMs, exercise, kind });
  });
  return runs;
}

/** Words with nothing to do between them. */
export interface Monologue {
  seconds: number;
  words: string;
}

/** The runs of words of an answer, a hold, a count, a quiet part or a move between each two. */
export function monologuesIn(cues: readonly Cue[], spoken: Spoken): Monologue[] {
  const runs: Cue[][] = [[]];
  for (const cue of cues) {
    if (TIMED.includes(cue.kind)) runs.push([]);
    // Changing sides, getting down or up: there is something to do before it and after it.
    else if (cue.kind === 'move') runs.push([cue], []);
    else runs.at(-1)?.push(cue);
  }
  return runs.flatMap((run) => {
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last) return [];
    const endMs = last.atMs + Math.min(last.lastsMs, spoken(last.text));
    return [{ seconds: (endMs - first.atMs) / MS, words: run.map(({ text }) => text).join(' ') }];
  });
}

const isWork = ({ kind }: Cue): boolean => WORKING.includes(kind);

/** Seconds that the words of some cues take, the silence in their slots apart. */
export function talkIn(cues: readonly Cue[], spoken: Spoken): number {
  return sum(cues.map(({ kind, lastsMs, text }) => (kind === 'say' ? lastsMs : Math.min(lastsMs, spoken(text))))) / MS;
}

/** Seconds of the session at which the listener had said what is said to this turn. */
const answeredAt = ({ heard, atS, cutMs }: Turn): number =>
  atS + (cutMs === null ? heard.totalMs / MS + ANSWERING_S : cutMs / MS);

/** What was heard of an answer before the listener cut in. */
export const heardOf = ({ heard, cutMs }: Turn): Cue[] =>
  heard.cues.filter(({ atMs }) => cutMs === null || atMs < cutMs);

function firstWork(turns: readonly Turn[], from: number): { index: number; atS: number } {
  for (const [index, { heard, atS }] of turns.entries()) {
    const [first] = index > from ? workIn(heard.cues) : [];
    if (first) return { index, atS: atS + first.fromMs / MS };
  }
  return { index: turns.length, atS: Number.POSITIVE_INFINITY };
}

/** Milliseconds of the question how sore it is; the words before it in the same answer are no part of it. */
function sorenessMs({ heard }: Turn, spoken: Spoken): number {
  return heard.speech === heard.question ? heard.totalMs : spoken(heard.question ?? '');
}

function closingOf(turns: readonly Turn[], spoken: Spoken): number {
  const check = turns.findLastIndex((turn) => !asksHealth(turn) && /numb|tingling/i.test(turn.heard.question ?? ''));
  const words = turns.slice(check + 1).map((turn) => {
    const apart = asksSoreness(turn) ? sorenessMs(turn, spoken) : 0;
    return Math.max(0, turn.heard.totalMs - apart);
  });
  return sum(words) / MS;
}

/** Everything measured of one session. `spoken`: the voice, where it is known; else it is learned from the session. */
export function measure(turns: readonly Turn[], minutes: number, spoken: Spoken = voiceOf(turns)): Measures {
  const start = turns.findIndex(({ says }) => says === 'start');
  const startTurn = turns[start];
  const last = turns.at(-1);
  if (!startTurn || !last) throw new Error('a session without "start"');
  const toStart = answeredAt(startTurn);
  const hold = firstWork(turns, start);
  const before = turns.slice(0, hold.index);
  const sore = before.filter(asksSoreness);
  const soreS = sum(sore.map((turn) => sorenessMs(turn, spoken) / MS + ANSWERING_S));
  const endS = last.atS + last.heard.totalMs / MS;
  const worked = turns.flatMap(({ heard }) => workIn(heard.cues).map(({ fromMs, toMs }) => (toMs - fromMs) / MS));
  const held = turns.flatMap(({ heard }) =>
    workIn(heard.cues).flatMap(({ kind, fromMs, toMs }) => (kind === 'hold' ? [(toMs - fromMs) / MS] : [])),
  );
  const monologues = turns
    .flatMap((turn) => monologuesIn(heardOf(turn), spoken))
    .sort((one, other) => other.seconds - one.seconds);
  const heard = turns.flatMap(heardOf);
  return {
    firstQuestion: (turns[0]?.heard.totalMs ?? 0) / MS,
    toStart,
    recap: startTurn.heard.totalMs / MS,
    toHold: hold.atS - soreS,
    turnsToHold: hold.index + 1 - sore.length,
    startToHold: hold.atS - soreS - toStart,
    afterStart: endS - toStart,
    work: sum(worked),
    workShare: sum(worked) / (minutes * 60),
    talkShare:
      talkIn(
        heard.filter((cue) => !isWork(cue)),
        spoken,
      ) / endS,
    talkShareWithCues: talkIn(heard, spoken) / endS,
    longestMonologue: monologues[0]?.seconds ?? 0,
    monologues,
    longestHold: Math.max(0, ...held),
    closing: closingOf(turns, spoken),
    healthQuestions: turns.slice(0, start).filter(asksHealth).length,
  };
}
