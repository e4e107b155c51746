// How long the parts of a routine take that are not stretches, from "start" to the last word, for an eager listener.

import { sayLeadIn, sayPinEnd, saySearch } from './approach';
import type { PressTool } from './exercise';
import type { PlanningTables } from './planningTables';
import { type HoldLead, layOutPin, layOutPress } from './pressTimeline';
import { type Choice, firstSideOf, type Plan, type SpotWork } from './routine';
import { type Act, lengthOfTimeline, type Slot } from './timeline';
import { plannedTones } from './tones';

/**
 * What of a plan decides how much is heard. `owed`: a longer hold was wished for than the first one may be; `toned`: tones
 * mark the holds.
 */
export type Form = Pick<Plan, 'brief' | 'later'> & { owed?: boolean; toned?: boolean };

/** Milliseconds of words, and of the answer to the last of them. */
function saidMs(acts: readonly Act[], { lengthOf }: PlanningTables): number {
  return acts.reduce((sum, act) => sum + lengthOf(act), 0);
}
const askedMs = (acts: readonly Act[], tables: PlanningTables): number =>
  saidMs(acts, tables) + tables.planning.answerMs;

/** In three minutes how sore it is isn't asked before the press, so the first hold is light. */
const asksSoreness = ({ minutes }: Choice): boolean => minutes > 3;

/** The part of the plan that says what presses and what follows; a partner in three minutes has time for strokes only. */
export function sayTool({ region, tool, minutes, place }: Omit<Choice, 'side'>): Act {
  if (tool === 'partner') return { key: 'plan.tool', context: minutes === 3 ? 'partnerAlone' : 'partner' };
  return { key: 'plan.tool', context: region === 'upper' ? tool : `${tool}_${place}` };
}

/** What is said from "start" to the plan: a first visit asks for place and tool, a later one proposes the usual. */
function sayChoice({ region, side, tool, minutes, place }: Choice, { later }: Form): Act[][] {
  const none = tool === 'none';
  const one = side === 'both' && minutes === 3 && !none;
  const oneSide: Act[] = one ? [{ key: 'plan.oneSide' }] : [];
  if (later) {
    const context = none ? `${region}_none` : `${region}_${side}_${tool}`;
    return [[{ key: 'outcome.none' }, { key: 'choose.usual', context, values: { minutes } }], oneSide];
  }
  const plan: Act[] = [
    { key: 'plan.spot', context: none ? region : `${region}_${one ? firstSideOf(side) : side}`, values: { minutes } },
    sayTool({ region, tool, minutes, place: tool === 'roller' ? 'floor' : place }),
    ...oneSide,
  ];
  return [[{ key: 'outcome.none' }, { key: 'choose.spot' }], plan];
}

/** The steps of pressing one spot, in order. The first three come once, before the first spot. */
const PRESS_STEPS = ['choice', 'skin', 'soreness', 'search', 'feel', 'hold', 'felt', 'offer', 'again'] as const;
type PressStep = (typeof PRESS_STEPS)[number];

/** Where in the presses of a routine a listener is: at this step of the spot with this index. */
export interface PressPoint {
  spot: number;
  step: PressStep;
  /** Seconds left of a hold that was broken off. */
  restSeconds?: number;
}

/** How long each step takes, in milliseconds. One that a spot does not have takes none. */
type Steps = Partial<Record<PressStep, number>>;

/** The steps from "start" to the lead-in of the first hold: the choice, the skin, the soreness, the search. */
function stepsUntilSpot(choice: Choice, tool: PressTool, form: Form, tables: PlanningTables): Steps {
  const [choosing = [], plan = []] = sayChoice(choice, form);
  const finding = form.later ? 'short' : 'first';
  return {
    choice: askedMs(choosing, tables) + saidMs(plan, tables),
    skin: askedMs([{ key: 'screening.q9.ask' }], tables),
    soreness: asksSoreness(choice) ? askedMs([{ key: 'ready.soreness' }], tables) : 0,
    ...stepsOfSearch(choice, tool, finding, true, tables),
  };
}

/** The steps of a search: where the spot is, then feeling for it until "ready". */
function stepsOfSearch(
  { region, side }: Choice,
  tool: PressTool,
  finding: 'first' | 'short',
  rule: boolean,
  tables: PlanningTables,
): Steps {
  const one = side === 'right' ? 'right' : 'left';
  return {
    search: saidMs(saySearch({ tool, region, side: one, finding, rule }), tables),
    feel: tables.planning.findingMs + tables.planning.answerMs,
  };
}

/** Milliseconds from the first second of a press to the end of its release. */
function pressedMs(slots: readonly Slot[], toned: boolean | undefined, { lengthOf }: PlanningTables): number {
  const begin = slots.findIndex(({ pressing }) => pressing === true);
  return lengthOfTimeline(plannedTones(slots.slice(Math.max(0, begin)), toned), lengthOf);
}

/** Milliseconds of a hold with its lead-in and the number given for it. */
function holdMs(
  tool: PressTool,
  seconds: number,
  lead: HoldLead,
  taught: boolean,
  { toned }: Form,
  tables: PlanningTables,
): number {
  const slots = layOutPress(
    { tool, side: 'left', seconds, lead, counting: 'normal' },
    tables.exercises,
    tables.lengthOf,
  );
  const leadIn = saidMs(sayLeadIn({ tool, lead, seconds }, taught), tables);
  return leadIn + pressedMs(slots, toned, tables) + askedMs([{ key: 'check.strength' }], tables);
}

function pinMs(tables: PlanningTables): number {
  const { reps } = tables.exercises.pin.form;
  const slots = layOutPin({ side: 'left', reps, lead: 'first' }, tables.exercises, tables.lengthOf);
  return (
    saidMs([sayPinEnd(reps)], tables) +
    lengthOfTimeline(slots, tables.lengthOf) +
    askedMs([{ key: 'check.strength' }], tables)
  );
}

const FINE: Act = { key: 'check.fine', values: { number: 4 } };

/**
 * Whether one more hold is mentioned in passing where the minutes are tight: on a first visit, but not in three minutes,
 * where every word counts, nor with a hook, whose rests take time, or a partner, who would have to begin anew.
 */
export const offersLater = ({ tool, minutes }: Choice, { later }: Form): boolean =>
  later !== true && minutes > 3 && tool !== 'hook' && tool !== 'partner';

/** What is said after the first hold on a spot, each with its answer: how it felt, and the offer of the next. */
function sayAfterHold(
  { holds, pinned }: SpotWork,
  index: number,
  offersMore: boolean,
  { brief }: Form,
): { asked: Act[][]; said: Act[] } {
  if (brief) return { asked: [], said: [FINE, ...(offersMore ? [{ key: 'offer.later' }] : [])] };
  const felt: Act = { key: index === 0 ? 'feeling.sharp' : 'feeling.numb' };
  const left = holds[1] ?? 0;
  if (pinned) return { asked: [[FINE, felt], [{ key: 'offer.pin' }]], said: [FINE] };
  if (left === 0) return { asked: [[FINE, felt]], said: [] };
  return { asked: [[FINE, felt], [{ key: 'offer.second', values: { seconds: left } }]], said: [FINE] };
}

/** The steps of the presses on one spot, the first words after "ready" to the last before what comes next. */
function stepsOnSpot(
  tool: PressTool,
  spot: SpotWork,
  index: number,
  isLast: boolean,
  form: Form,
  choice: Choice,
  tables: PlanningTables,
): Steps {
  const taught = form.later === true || index > 0;
  const first: HoldLead = asksSoreness(choice) ? 'first' : 'light';
  const [hold = 0, ...more] = spot.holds.map((seconds, at) =>
    holdMs(tool, seconds, at === 0 ? first : 'again', taught || at > 0, form, tables),
  );
  const offersMore = isLast && tool !== 'partner' && (form.owed || offersLater(choice, form));
  const { asked, said } = sayAfterHold(spot, index, offersMore, form);
  const [felt = 0, offer = 0] = asked.map((acts) => askedMs(acts, tables));
  const last = saidMs(said, tables);
  const again = more.reduce((sum, ms) => sum + ms, 0) + (spot.pinned ? pinMs(tables) : 0);
  return { hold, felt: felt + (again > 0 ? 0 : last), offer, again: again + (again > 0 ? last : 0) };
}

/** Milliseconds of the steps of a spot from a point on. */
function lengthFrom(steps: Steps, { holds }: SpotWork, point: PressPoint | null): number {
  const from = point ? PRESS_STEPS.indexOf(point.step) : 0;
  const ms = PRESS_STEPS.slice(from).reduce((sum, step) => sum + (steps[step] ?? 0), 0);
  if (point?.restSeconds === undefined) return ms;
  const whole = holds[point.step === 'again' ? 1 : 0] ?? point.restSeconds;
  return ms - Math.max(0, whole - point.restSeconds) * 1000;
}

/**
 * Milliseconds that pressing takes, from "start" or from a point on; without pressing, what is said before the stretches.
 */
export function lengthOfPressing(
  choice: Choice,
  work: readonly SpotWork[],
  form: Form,
  tables: PlanningTables,
  from: PressPoint | null = null,
): number {
  const { tool } = choice;
  const spots = work.filter(({ holds, pinned }) => holds.length > 0 || pinned);
  if (tool === 'none' || spots.length === 0) return untilStretch(choice, form, tables);
  // Once a visit it is told that holds may be longer, where the next ones could be: with the first offer of one.
  const shortOnly = choice.region === 'lower' || tool === 'hook' || (tool === 'partner' && !form.later);
  const told = form.brief || shortOnly ? 0 : tables.lengthOf({ key: 'holds.longer' });
  return spots.reduce((sum, spot, index) => {
    if (from && index < from.spot) return sum;
    const next = stepsOfSearch(choice, tool, 'short', false, tables);
    const otherSideMs = saidMs([{ key: 'find.otherSide' }], tables);
    const before: Steps =
      index === 0 ? stepsUntilSpot(choice, tool, form, tables) : { ...next, search: otherSideMs + (next.search ?? 0) };
    const on = stepsOnSpot(tool, spot, index, index === spots.length - 1, form, choice, tables);
    const steps: Steps = { ...before, ...on, ...(index === 0 ? { felt: (on.felt ?? 0) + told } : {}) };
    return sum + lengthFrom(steps, spot, from?.spot === index ? from : null);
  }, 0);
}

/** Milliseconds from "start" to the stretches, where nothing is pressed. */
function untilStretch(choice: Choice, form: Form, tables: PlanningTables): number {
  const [choosing = [], plan = []] = sayChoice({ ...choice, tool: 'none' }, form);
  return askedMs(choosing, tables) + saidMs(plan, tables);
}

/** Milliseconds of work in the presses. */
export function workOfPressing(work: readonly SpotWork[], { exercises: { pin } }: PlanningTables): number {
  const repMs = pin.form.phases.reduce((sum, { ms }) => sum + ms, 0);
  return work.reduce(
    (sum, { holds, pinned }) =>
      sum + holds.reduce((all, seconds) => all + seconds * 1000, 0) + (pinned ? pin.form.reps * repMs : 0),
    0,
  );
}

/** What the closing says, question by question, with one tip: the first of all, or later one as long as any. */
export function sayClosing(choice: Choice, { brief, later }: Form, pressed: boolean): Act[][] {
  const again: Act[] = pressed ? [{ key: 'close.again', context: 'tomorrow' }] : [];
  const before: Act[] = asksSoreness(choice) && pressed ? [{ key: 'close.before', values: { before: 6, now: 4 } }] : [];
  const tip: Act[] = brief ? [] : [{ key: 'close.tip', context: later ? 'later' : 'sore' }];
  const last: Act[] = [...before, ...tip, { key: 'close.net' }];
  const water: Act[] = brief && pressed ? [] : [{ key: 'close.water' }];
  if (!asksSoreness(choice)) return [[{ key: 'close.numb' }], [...again, ...water, ...last]];
  return [[{ key: 'close.numb' }], [...again, ...water, { key: 'close.soreness' }], last];
}

/** Milliseconds of the closing: the last questions, their answers, and what is said last. */
export function lengthOfClosing(choice: Choice, form: Form, pressed: boolean, tables: PlanningTables): number {
  const parts = sayClosing(choice, form, pressed);
  return parts.reduce((sum, acts) => sum + saidMs(acts, tables), 0) + (parts.length - 1) * tables.planning.answerMs;
}
