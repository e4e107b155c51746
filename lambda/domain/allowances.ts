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

/** Milliseconds from "start" to the lead-in of the first hold: the choice, the skin, the soreness, the search. */
function untilSpot(choice: Choice, tool: PressTool, form: Form, tables: PlanningTables): number {
  const [choosing = [], plan = []] = sayChoice(choice, form);
  const asked = [
    choosing,
    [...plan, { key: 'screening.q9.ask' }],
    ...(asksSoreness(choice) ? [[{ key: 'ready.soreness' }]] : []),
  ];
  const finding = form.later ? 'short' : 'first';
  return asked.reduce((sum, acts) => sum + askedMs(acts, tables), 0) + searchMs(choice, tool, finding, true, tables);
}

/** Milliseconds of a search: where the spot is, feeling for it, and "ready". */
function searchMs(
  { region, side }: Choice,
  tool: PressTool,
  finding: 'first' | 'short',
  rule: boolean,
  tables: PlanningTables,
): number {
  const one = side === 'right' ? 'right' : 'left';
  return askedMs(saySearch({ tool, region, side: one, finding, rule }), tables) + tables.planning.findingMs;
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

/** Milliseconds of the presses on one spot, the first words after "ready" to the last before what comes next. */
function spotMs(
  tool: PressTool,
  spot: SpotWork,
  index: number,
  isLast: boolean,
  form: Form,
  choice: Choice,
  tables: PlanningTables,
): number {
  const taught = form.later === true || index > 0;
  const first: HoldLead = asksSoreness(choice) ? 'first' : 'light';
  const holds = spot.holds.map((seconds, at) =>
    holdMs(tool, seconds, at === 0 ? first : 'again', taught || at > 0, form, tables),
  );
  const { asked, said } = sayAfterHold(
    spot,
    index,
    isLast && tool !== 'partner' && (form.owed || offersLater(choice, form)),
    form,
  );
  return (
    holds.reduce((sum, ms) => sum + ms, 0) +
    (spot.pinned ? pinMs(tables) : 0) +
    asked.reduce((sum, acts) => sum + askedMs(acts, tables), 0) +
    saidMs(said, tables)
  );
}

/** Milliseconds that pressing takes, from "start" on; without pressing, what is said before the stretches. */
export function lengthOfPressing(
  choice: Choice,
  work: readonly SpotWork[],
  form: Form,
  tables: PlanningTables,
  begun = false,
): number {
  const { tool } = choice;
  const spots = work.filter(({ holds, pinned }) => holds.length > 0 || pinned);
  if (tool === 'none' || spots.length === 0) return begun ? 0 : untilStretch(choice, form, tables);
  // Once a visit it is told that holds may be longer, where the next ones could be.
  const shortOnly = choice.region === 'lower' || tool === 'hook' || (tool === 'partner' && !form.later);
  const told = form.brief || shortOnly ? 0 : tables.lengthOf({ key: 'holds.longer' });
  return spots.reduce((sum, spot, index) => {
    const first = begun ? 0 : untilSpot(choice, tool, form, tables);
    const next = saidMs([{ key: 'find.otherSide' }], tables) + searchMs(choice, tool, 'short', false, tables);
    return (
      sum + (index === 0 ? first : next) + spotMs(tool, spot, index, index === spots.length - 1, form, choice, tables)
    );
  }, told);
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
