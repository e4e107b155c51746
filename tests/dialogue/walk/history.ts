// Tells what has happened in a session, from what was asked, heard and answered alone.

import type { Act, Turn } from '../../../lambda/dialogue/act';

import { answered, asked, cameBack, SHORT_BREAK_MS } from './doors';
import type { Instant } from './instants';
import type { History, PressedSpot, Step } from './memory';
import { reported } from './reports';
import { toldMore } from './told';
import { lengthOfActs } from './world';

/** The history after a step: first what the listener did, then what the answer did. */
export function remember(before: History, step: Step): History {
  const history = { ...before, spots: [...before.spots] };
  unpressWhatWasCutOff(history, step);
  pressedMeanwhile(history, step.instant);
  wasAway(history, step);
  answered(history, step);
  cameBack(history, step);
  reported(history, step);
  conveyed(history, step);
  toldMore(history, step);
  return history;
}

/** Changes the present spot. */
function changeSpot({ spots }: History, change: (spot: PressedSpot) => Partial<PressedSpot>): void {
  const spot = spots.at(-1);
  if (spot) spots.splice(-1, 1, { ...spot, ...change(spot) });
}

/** Long after all that there was to hear, the question after a break is due. */
function wasAway(history: History, { instant, nowMs }: Step): void {
  if (instant.sounding !== 'over' || !history.open || history.paused) return;
  Object.assign(history, { paused: true, pausedAtMs: nowMs - SHORT_BREAK_MS });
}

/** Words that are pressed through count when they are said; cut off at once, most of them were not pressed through. */
function unpressWhatWasCutOff(history: History, { heard, instant }: Step): void {
  if (instant.label !== 'at once' || !heard?.says.some(({ key }) => key.startsWith('lose.'))) return;
  const unsaidMs = Math.max(0, lengthOfActs(heard.says) - instant.afterMs);
  changeSpot(history, ({ ms }) => ({ ms: Math.max(0, ms - unsaidMs) }));
}

function pressedMeanwhile(history: History, { pressedMs }: Instant): void {
  if (pressedMs > 0) changeSpot(history, ({ ms }) => ({ ms: ms + pressedMs }));
}

function conveyed(history: History, step: Step): void {
  const { turn, nowMs } = step;
  const said = turn.says.map(({ key }) => key);
  const outcome = said.map((key) => /^outcome\.([EDC])(\.after)?$/.exec(key)?.[1]).find((one) => one !== undefined);
  if (outcome) {
    const shut: Partial<History> = { open: false, recheck: 'none', listHeard: false, backHeard: 'no', mayReturn: 'no' };
    Object.assign(history, { ...shut, standing: outcome, voided: 'an outcome' });
  }
  if (said.includes('outcome.M')) history.pressOff = true;
  if (said.includes('outcome.M') || said.includes('skin.noted'))
    Object.assign(history, { skinAlone: true, voided: 'a report of the skin' });
  asked(history, step);
  if (turn.asks?.key === 'pause.keep' || turn.plays.some(({ act }) => act?.key === 'quiet.pause')) {
    if (!history.paused) history.pausedAtMs = nowMs;
    history.paused = history.open;
  }
  pressedOn(history, turn);
  soughtIn(history, turn.says);
}

/** Words that leave the listener on the tool are pressed through; any other press begins a hold anew. */
function pressedOn(history: History, { says, plays }: Turn): void {
  const goesOn = says.some(({ key }) => key.startsWith('lose.'));
  if (goesOn) history.remarks += 1;
  else if (plays.some(({ pressing }) => pressing)) history.remarks = 0;
  if (goesOn) changeSpot(history, ({ ms }) => ({ ms: ms + lengthOfActs(says) }));
}

/** "Ball between your left shoulder blade and spine." */
const SEEKS = /^find\.(\w+)\.(first|ruled|short)$/;
const NEXT: readonly string[] = ['find.otherSide', 'find.sameSide'];

/** A search is for the same spot unless the next one is named, which counts once the one before was pressed. */
function soughtIn(history: History, says: readonly Act[]): void {
  const sought = says.find(({ key }) => SEEKS.test(key));
  if (!sought) return;
  const where = `${SEEKS.exec(sought.key)?.[1]} ${sought.context}`;
  const next = says.some(({ key }) => NEXT.includes(key));
  const fresh: PressedSpot = { ms: 0, strength: 0, where };
  const unpressed = history.spots.at(-1)?.ms === 0;
  if (history.spots.length === 0 || (next && !unpressed)) history.spots.push(fresh);
  else changeSpot(history, () => (next ? fresh : { where }));
}
