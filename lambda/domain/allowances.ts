// How long the parts of a routine take that are not stretches, from "start" to the last word, for an eager listener.

import { sayLeadIn, sayPinEnd, saySearch } from './approach';
import type { PressTool } from './exercise';
import type { PlanningTables } from './planningTables';
import { type HoldLead, layOutPin, layOutPress } from './pressTimeline';
import type { Choice, Plan, SpotWork } from './routine';
import { type Act, lengthOfTimeline, type Slot } from './timeline';

/** What of a plan decides how much is said. */
export type Form = Pick<Plan, 'brief' | 'later'>;

/** Milliseconds of words, and of the answer to the last of them. */
function saidMs(acts: readonly Act[], { lengthOf }: PlanningTables): number {
  return acts.reduce((sum, act) => sum + lengthOf(act), 0);
}
const askedMs = (acts: readonly Act[], tables: PlanningTables): number =>
  saidMs(acts, tables) + tables.planning.answerMs;

/** In three minutes how sore it is isn't asked before the press, so the first hold is light. */
const asksSoreness = ({ minutes }: Choice): boolean => minutes > 3;

/** What is said from "start" to the plan: a first visit asks for place and tool, a later one proposes the usual. */
function sayChoice({ region, side, tool, minutes, place }: Choice, { later }: Form): Act[][] {
  const none = tool === 'none';
  const oneSide: Act[] = side === 'both' && minutes === 3 && !none ? [{ key: 'plan.oneSide' }] : [];
  if (later) {
    const context = none ? `${region}_none` : `${region}_${side}_${tool}`;
    return [[{ key: 'outcome.none' }, { key: 'choose.usual', context, values: { minutes } }], oneSide];
  }
  const plan: Act[] = [
    { key: 'plan.spot', context: none ? region : `${region}_${side}`, values: { minutes } },
    { key: 'plan.tool', context: region === 'upper' ? tool : `${tool}_${tool === 'roller' ? 'floor' : place}` },
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
function pressedMs(slots: readonly Slot[], { lengthOf }: PlanningTables): number {
  const begin = slots.findIndex(({ pressing }) => pressing === true);
  return lengthOfTimeline(slots.slice(Math.max(0, begin)), lengthOf);
}

/** Milliseconds of a hold with its lead-in and the number given for it. */
function holdMs(tool: PressTool, seconds: number, lead: HoldLead, taught: boolean, tables: PlanningTables): number {
  const slots = layOutPress(
    { tool, side: 'left', seconds, lead, counting: 'normal' },
    tables.exercises,
    tables.lengthOf,
  );
  const leadIn = saidMs(sayLeadIn({ tool, lead, seconds }, taught), tables);
  return leadIn + pressedMs(slots, tables) + askedMs([{ key: 'check.strength' }], tables);
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
  light: boolean,
  tables: PlanningTables,
): number {
  const taught = form.later === true || index > 0;
  const first: HoldLead = light ? 'light' : 'first';
  const holds = spot.holds.map((seconds, at) =>
    holdMs(tool, seconds, at === 0 ? first : 'again', taught || at > 0, tables),
  );
  const { asked, said } = sayAfterHold(spot, index, isLast && tool !== 'partner', form);
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
  const light = !asksSoreness(choice);
  // Once a visit it is told that holds may be longer.
  const told =
    form.brief || choice.region === 'lower' || tool === 'hook' ? 0 : tables.lengthOf({ key: 'holds.longer' });
  return spots.reduce((sum, spot, index) => {
    const first = begun ? 0 : untilSpot(choice, tool, form, tables);
    const next = saidMs([{ key: 'find.otherSide' }], tables) + searchMs(choice, tool, 'short', false, tables);
    return (
      sum + (index === 0 ? first : next) + spotMs(tool, spot, index, index === spots.length - 1, form, light, tables)
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

/** What the closing says, question by question, with a tip as long as any. */
export function sayClosing(choice: Choice, { brief }: Form, pressed: boolean): Act[][] {
  const again: Act[] = pressed ? [{ key: 'close.again', context: 'tomorrow' }] : [];
  const before: Act[] = asksSoreness(choice) && pressed ? [{ key: 'close.before', values: { before: 6, now: 4 } }] : [];
  const tip: Act[] = brief ? [] : [{ key: 'close.tip', context: 'sore' }];
  const goodbye: Act[] = brief ? [{ key: 'close.goodbye' }] : [];
  const last: Act[] = [...before, ...tip, { key: 'close.net' }, ...goodbye];
  if (!asksSoreness(choice)) return [[{ key: 'close.numb' }], [...again, ...last]];
  return [[{ key: 'close.numb' }], [...again, { key: 'close.water' }, { key: 'close.soreness' }], last];
}

/** Milliseconds of the closing: the last questions, their answers, and what is said last. */
export function lengthOfClosing(choice: Choice, form: Form, pressed: boolean, tables: PlanningTables): number {
  const parts = sayClosing(choice, form, pressed);
  return parts.reduce((sum, acts) => sum + saidMs(acts, tables), 0) + (parts.length - 1) * tables.planning.answerMs;
}
