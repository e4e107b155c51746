// Tests that the place is where the listener was, when they speak in the stretches or after a silence.

import * as fc from 'fast-check';
import { routineTables } from '../../content';
import type { Turn } from '../../lambda/dialogue/act';
import { converse } from '../../lambda/dialogue/converse';
import { unitsOf } from '../../lambda/dialogue/planning';
import { settle } from '../../lambda/dialogue/position';
import type { RoutinePlace, State } from '../../lambda/dialogue/state';
import type { Choice } from '../../lambda/domain/routine';
import { runs } from '../support/how-many';
import { A_QUESTION } from '../support/listener';
import { CHOICES, contextAt, lengthOfTurn, playRoutine } from './conversation';
import {
  isTimed,
  momentIn,
  msUntil,
  perform,
  performSilence,
  type Sounding,
  type Speaking,
  speaking,
  voice,
} from './device';

const { press } = routineTables;
/** Milliseconds by which the place may be off: delay, utterance and voice together. */
const OFF_MS = 5000;
/** After a silence, words come before it that no slot pins: in twenty-five seconds of them a voice loses or gains five. */
const OFF_AFTER_SILENCE_MS = 8000;
const GRID_MS = 100;

interface Session {
  choice: Choice;
  voice: number;
  how: Speaking;
  /** Which of the routine's timed answers, in thousandths. */
  which: number;
}

const aSession: fc.Arbitrary<Session> = fc.record({
  choice: fc.constantFrom(...CHOICES.filter(({ side }) => side !== 'right')),
  voice,
  how: speaking,
  which: fc.integer({ min: 0, max: 999 }),
});

/** The place of a listener who speaks at a moment of some soundings, worked out from what is really heard. */
function placeAt(heard: readonly Sounding[], atMs: number): RoutinePlace {
  const units = heard.flatMap(({ slot }) => (slot.unit === undefined ? [] : [slot.unit]));
  const after = Math.max(...units) + 1;
  const stretchingEndsMs = heard.findLast(({ slot }) => slot.unit !== undefined)?.endMs ?? 0;
  if (atMs >= stretchingEndsMs) return { part: 'stretch', unit: after };
  const unit =
    heard.find(({ slot, endMs }) => slot.unit !== undefined && endMs > atMs)?.slot.unit ?? Math.min(...units);
  const counts = (slot: Sounding['slot']) => isTimed(slot) && slot.unit === unit;
  const doneMs = msUntil(heard, atMs, counts);
  const wholeMs = msUntil(heard, Number.POSITIVE_INFINITY, counts);
  if (doneMs <= 0) return { part: 'stretch', unit };
  const rest = Math.round((wholeMs - doneMs) / 5000) * 5;
  if (rest < press.shortestRestSeconds) return { part: 'stretch', unit: unit + 1 };
  return rest * 1000 >= wholeMs ? { part: 'stretch', unit } : { part: 'stretch', unit, restSeconds: rest };
}

const told = ({ unit, restSeconds }: RoutinePlace): string =>
  `unit ${unit}${restSeconds ? `, ${restSeconds} s left` : ''}`;

/** Every place the listener might be at, had they spoken a little sooner or later. */
function placesAround(heard: readonly Sounding[], atMs: number, offMs = OFF_MS): string[] {
  const steps = Array.from({ length: (2 * offMs) / GRID_MS + 1 }, (_, index) => atMs - offMs + index * GRID_MS);
  return [...new Set(steps.map((one) => told(placeAt(heard, one))))];
}

/** The place as the state has it; the end of the stretches stands behind the last unit. */
function placeOf(state: State): string {
  return told(state.place ?? { part: 'stretch', unit: -1 });
}

/** One of the answers that play something the session's listener may speak into. */
function timedTurn(
  { choice, which }: Session,
  plays: (turn: Turn) => boolean,
): { turn: Turn; sentAtMs: number } | null {
  const steps = playRoutine(choice).filter(({ turn }) => plays(turn));
  const step = steps[Math.floor((which * steps.length) / 1000)];
  return step ? { turn: step.turn, sentAtMs: step.context.nowMs } : null;
}

const stretches = (slots: Turn['plays']): boolean => slots.some(({ unit }) => unit !== undefined);

test('somebody who speaks during the stretches is taken to be within five seconds of where they are', () => {
  fc.assert(
    fc.property(aSession, (session) => {
      const timed = timedTurn(session, ({ plays }) => stretches(plays));
      if (!timed) return;
      const heard = perform(timed.turn, timed.sentAtMs, session.voice, session.how.latencyMs);
      const atMs = momentIn(heard, session.how, isTimed);
      const { state } = settle(timed.turn.state, contextAt(atMs + session.how.utteranceMs));
      expect(placesAround(heard, atMs)).toContain(placeOf(state));
    }),
    { numRuns: runs(40, 120) },
  );
});

test('somebody who was silent and speaks during what follows is taken to be within eight seconds of where they are', () => {
  fc.assert(
    fc.property(aSession, (session) => {
      const timed = timedTurn(session, ({ reprompt }) => stretches(reprompt?.plays ?? []));
      if (!timed) return;
      const { turn, sentAtMs } = timed;
      const heard = performSilence(turn, sentAtMs, session.voice, session.how.latencyMs);
      const atMs = momentIn(heard, session.how, isTimed);
      if (atMs < (heard[0]?.atMs ?? 0)) return;
      const { state } = settle(turn.state, contextAt(atMs + session.how.utteranceMs));
      expect(placesAround(heard, atMs, OFF_AFTER_SILENCE_MS)).toContain(placeOf(state));
    }),
    { numRuns: runs(40, 120) },
  );
});

test('somebody who says "ready" takes up the stretch for exactly the seconds that were said', () => {
  fc.assert(
    fc.property(aSession, (session) => {
      const timed = timedTurn(session, ({ plays }) => stretches(plays));
      if (!timed) return;
      const heard = perform(timed.turn, timed.sentAtMs, session.voice, session.how.latencyMs);
      const nowMs = momentIn(heard, session.how, isTimed) + session.how.utteranceMs;
      const answer = converse(timed.turn.state, A_QUESTION, contextAt(nowMs));
      const said = answer.says.find(({ key }) => key === 'resume.left.stretch')?.values?.['seconds'];
      if (said === undefined) return;
      const unit = answer.state.place?.unit ?? -1;
      const resumed = converse(answer.state, { type: 'wasReady' }, contextAt(nowMs + lengthOfTurn(answer) + 5000));
      const pinnedMs = resumed.plays
        .filter((slot) => isTimed(slot) && slot.unit === unit)
        .reduce((sum, { ms }) => sum + (ms ?? Number.NaN), 0);
      expect(Number(said)).toBeGreaterThanOrEqual(press.shortestRestSeconds);
      const form =
        routineTables.exercises.stretches[unitsOf(answer.state, contextAt(nowMs))[unit]?.exercise ?? '']?.form;
      // A movement is done in whole rounds: the nearest number of them.
      const roundMs = form?.kind === 'counted' ? form.phases.reduce((sum, { ms }) => sum + ms, 0) : 0;
      expect(Math.abs(pinnedMs - Number(said) * 1000)).toBeLessThanOrEqual(roundMs / 2);
    }),
    { numRuns: runs(40, 120) },
  );
});
