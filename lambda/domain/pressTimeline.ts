// The timelines of searching for a knot, pressing it, and pinning and stretching it.

import type { Exercises, PressTool, Region, Side } from './exercise';
import { type Counting, type Label, layOutCount, layOutHold } from './hold';
import { type Act, type LengthOf, roomFor, type Slot } from './timeline';

/** Seconds of quiet that follow each cue while the spot is looked for: a quiet minute in all, with its words. */
const SEARCH_SECONDS = [15, 15, 20] as const;
/** The partner's warming strokes are the search, and take a minute (docs/safety.md "Doses"). */
const STROKE_SECONDS = [20, 20, 20] as const;

export interface Search {
  tool: PressTool;
  region: Region;
  side: Side;
  /** 1 is the first look for a spot; the second spot is said shorter, a second look only gets the cues. */
  form: 'first' | 'nextSpot' | 'again';
  /** The pain rule is said before anything presses, once. */
  rule: boolean;
}

/** The timeline of finding a tender spot. */
export function layOutSearch(search: Search, exercises: Exercises, lengthOf: LengthOf): Slot[] {
  const exercise = exercises.presses[search.tool].id;
  const prefix = `find.${search.tool}`;
  const label: Label = { exercise, side: search.side };
  const instruct = (act: Act, extraMs: number): Slot => ({
    kind: 'instruct',
    act,
    ms: roomFor(act, lengthOf) + extraMs,
    ...label,
  });
  const context = `${search.region}_${search.side}`;
  const slots: Slot[] = [];
  if (search.rule) slots.push(instruct(ruleFor(search.tool), 0));
  if (search.form === 'first')
    slots.push(instruct({ key: `${prefix}.long`, context }, 4000), instruct({ key: `${prefix}.how` }, 0));
  if (search.form === 'first') slots.push(instruct({ key: 'find.teach' }, 0));
  if (search.form === 'nextSpot') slots.push(instruct({ key: `${prefix}.again`, context }, 4000));
  const seconds = search.tool === 'partner' ? STROKE_SECONDS : SEARCH_SECONDS;
  seconds.forEach((quiet, index) => {
    slots.push({ kind: 'quiet', act: { key: `${prefix}.cue${index + 1}` }, ms: quiet * 1000, ...label });
  });
  return slots;
}

/** The pain rule; with a partner it names what the one lying down says. */
function ruleFor(tool: PressTool): Act {
  return { key: 'rule.pain', ...(tool === 'partner' ? { context: 'partner' } : {}) };
}

/**
 * How a hold is led into: the first one, the first one lightly, one more, one more lightly, or back after a break.
 */
export const HOLD_LEADS = ['first', 'light', 'again', 'lighter', 'back'] as const;
export type HoldLead = (typeof HOLD_LEADS)[number];

export interface Hold {
  tool: PressTool;
  side: Side;
  seconds: number;
  lead: HoldLead;
  rule: boolean;
  /** The short lead-in of a routine whose minutes are tight. */
  brief: boolean;
  counting: Counting;
}

/** The timeline of one hold: lead-in, press to the second, release. Hooks press in rounds (docs/safety.md "Doses"). */
export function layOutPress(hold: Hold, exercises: Exercises, lengthOf: LengthOf): Slot[] {
  const press = exercises.presses[hold.tool];
  const prefix = `press.${hold.tool}`;
  const label: Label = { exercise: press.id, side: hold.side };
  const first = hold.brief ? 'brief' : 'lead';
  const lead: Act = { key: `${prefix}.${hold.lead === 'first' ? first : hold.lead}` };
  const slots: Slot[] = [];
  if (hold.rule)
    slots.push({ kind: 'instruct', act: ruleFor(hold.tool), ms: roomFor(ruleFor(hold.tool), lengthOf), ...label });
  slots.push({ kind: 'instruct', act: lead, ms: roomFor(lead, lengthOf), ...label });
  const half: Act = { key: hold.lead === 'first' || hold.lead === 'light' ? 'press.halfFirst' : 'press.half' };
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

/** The timeline of a pin and stretch: the spot stays pinned while the arm rises and sinks `reps` times, at any pace. */
export function layOutPin(
  pin: { side: Side; reps: number; lead: 'first' | 'back' },
  exercises: Exercises,
  lengthOf: LengthOf,
): Slot[] {
  const label: Label = { exercise: exercises.pin.id, side: pin.side };
  const lead: Act = { key: pin.lead === 'first' ? 'pin.lead' : 'pin.back', context: pin.side };
  const release: Act = { key: 'pin.release' };
  return [
    { kind: 'instruct', act: lead, ms: roomFor(lead, lengthOf), ...label },
    ...layOutCount(exercises.pin.form, pin.reps, 1, 'pin', { ...label, pressing: true }),
    { kind: 'release', act: release, ms: roomFor(release, lengthOf), ...label },
  ];
}
