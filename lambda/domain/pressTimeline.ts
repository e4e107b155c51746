// The timelines of searching for a knot, pressing it, and pinning and stretching it.

import type { Exercises, PressTool, Side } from './exercise';
import { type Counting, type Label, layOutCount, layOutHold } from './hold';
import { type Act, type LengthOf, roomFor, type Slot } from './timeline';

/** Seconds of quiet before the first cue of a search, before the second, and after it, in which nothing is said. */
const SEARCH_SECONDS = [15, 15, 20] as const;
/** The partner's warming strokes are the search, and take a minute (docs/safety.md "Doses"). */
const STROKE_SECONDS = [15, 15, 30] as const;

/** The quiet in which a tender spot is felt for, with two cues. */
export function layOutSearch({ tool, side }: { tool: PressTool; side: Side }, exercises: Exercises): Slot[] {
  const seconds = tool === 'partner' ? STROKE_SECONDS : SEARCH_SECONDS;
  return seconds.map((quiet, index) => ({
    kind: 'quiet',
    ...(index === 0 ? {} : { act: { key: `find.${tool}.cue${index}` } }),
    ms: quiet * 1000,
    exercise: exercises.presses[tool].id,
    side,
  }));
}

/**
 * How a hold is led into: the first one, the first one lightly, one more, one more lightly, or back after a break. The
 * rest of a hold that was never let go of has no lead-in.
 */
export const HOLD_LEADS = ['first', 'light', 'again', 'lighter', 'back', 'rest'] as const;
export type HoldLead = (typeof HOLD_LEADS)[number];

export interface Hold {
  tool: PressTool;
  side: Side;
  seconds: number;
  lead: HoldLead;
  counting: Counting;
  /** Of a hold only the countdown is said, and half way through the first what to do if it is too much. */
  quiet?: boolean;
}

/** From this many seconds on a hold is a long one. */
const LONG_HOLD = 45;

/** The timeline of one hold: press to the second, release. Hooks press in rounds (docs/safety.md "Doses"). */
export function layOutPress(hold: Hold, exercises: Exercises, lengthOf: LengthOf): Slot[] {
  if (hold.lead === 'rest') return layOutRest(hold, exercises, lengthOf);
  const press = exercises.presses[hold.tool];
  const prefix = `press.${hold.tool}`;
  const label: Label = { exercise: press.id, side: hold.side };
  const slots: Slot[] = [];
  const half = halfOf(hold);
  for (let left = hold.seconds; left > 0; left -= press.rounds > 1 ? press.seconds : hold.seconds) {
    const seconds = press.rounds > 1 ? Math.min(press.seconds, left) : left;
    if (left < hold.seconds) {
      slots.push({ kind: 'release', act: { key: `${prefix}.off` }, ms: press.offSeconds * 1000, ...label });
    }
    const start: Act =
      press.rounds > 1
        ? { key: `${prefix}.on`, values: { seconds } }
        : {
            key: 'press.start',
            ...(hold.lead === 'lighter' || hold.lead === 'light' ? {} : { context: hold.tool }),
            values: { seconds },
          };
    slots.push(...layOutHold(seconds, hold.counting, { start, half }, { ...label, pressing: true }));
  }
  const release: Act = { key: `${prefix}.release` };
  slots.push({ kind: 'release', act: release, ms: roomFor(release, lengthOf), ...label });
  return slots;
}

/** What is said half way; of the first hold and of a long one it is a rule, which is said however few words are wanted. */
function halfOf({ lead, quiet, seconds }: Hold): Act | null {
  if (lead === 'first' || lead === 'light' || seconds >= LONG_HOLD) return { key: 'press.halfFirst' };
  return quiet ? null : { key: 'press.half' };
}

/**
 * The timeline of a pin and stretch: the spot stays pinned while the arm rises and sinks `reps` times, at any pace. How it
 * is done is said before the spot is pinned, because all the time on it counts.
 */
export function layOutPin(
  pin: { side: Side; reps: number; lead: 'first' | 'back' },
  exercises: Exercises,
  lengthOf: LengthOf,
): Slot[] {
  const label: Label = { exercise: exercises.pin.id, side: pin.side };
  const lead: Act = { key: pin.lead === 'first' ? 'pin.lead' : 'pin.back', context: pin.side };
  const release: Act = { key: 'pin.release' };
  const lifts = layOutCount(exercises.pin.form, pin.reps, 1, 'pin', { ...label, pressing: true });
  return [
    { kind: 'instruct', act: lead, ms: roomFor(lead, lengthOf), ...label },
    ...lifts.map((slot, index) => (index === 0 ? { ...slot, act: PIN_START } : slot)),
    { kind: 'release', act: release, ms: roomFor(release, lengthOf), ...label },
  ];
}

/** The spot is pinned with the first lift. */
const PIN_START: Act = { key: 'pin.up', context: 'first' };

/** Stands for the words at the start and half way, which a hold that is going on already does without. */
const UNSAID: Act = { key: 'unsaid' };

/**
 * The timeline of the rest of a hold, after words that left the listener on the tool. Nothing in it orders the press that
 * is going on; a tool that presses in rounds ends the present round, and goes on with whole ones.
 */
function layOutRest({ tool, side, seconds, counting }: Hold, exercises: Exercises, lengthOf: LengthOf): Slot[] {
  const press = exercises.presses[tool];
  const label: Label = { exercise: press.id, side };
  const held = (length: number, start: Act): Slot[] =>
    layOutHold(length, counting, { start, half: UNSAID }, { ...label, pressing: true }).map(({ act, ...slot }) =>
      act === undefined || act === UNSAID ? slot : { ...slot, act },
    );
  const on: Act = { key: `press.${tool}.on`, values: { seconds: press.seconds } };
  const off: Slot = { kind: 'release', act: { key: `press.${tool}.off` }, ms: press.offSeconds * 1000, ...label };
  const slots =
    press.rounds === 1
      ? held(seconds, UNSAID)
      : Array.from({ length: Math.floor(seconds / press.seconds) }).flatMap(() => [off, ...held(press.seconds, on)]);
  const release: Act = { key: `press.${tool}.release` };
  return [...slots, { kind: 'release', act: release, ms: roomFor(release, lengthOf), ...label }];
}
