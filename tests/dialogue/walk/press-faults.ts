// Finds presses that begin without "ready", last too long, or go on although they must not.

import type { Turn } from '../../../lambda/dialogue/act';
import type { Event } from '../../../lambda/dialogue/event';
import type { Slot } from '../../../lambda/domain/timeline';
import type { Edge } from './edge';
import type { History, PressedSpot } from './memory';
import { touches, type World } from './world';

const MOST_SPOTS = 2;
const SPOT_MS = 60_000;
/** Words that are pressed through are only estimated. */
const WORDS_OFF_MS = 500;

export function pressingFaults(edge: Edge): string[] {
  if (edge.turn.silent || !edge.turn.plays.some(touches)) return [];
  const presses = edge.turn.plays.some(({ pressing }) => pressing);
  return [...touchFaults(edge), ...(presses ? [...spotFaults(edge), ...beginFaults(edge), ...lengthFaults(edge)] : [])];
}

const goesOn = ({ says }: Turn): boolean => says.some(({ key }) => key.startsWith('lose.'));

/** Nothing presses, nor is a spot looked for, after a report, or on skin that was not asked about. */
function touchFaults({ after }: Edge): string[] {
  const faults = after.pressOff ? ['presses after a report that closed pressing'] : [];
  return after.skin ? faults : [...faults, 'presses without a clear no to the skin question'];
}

const pressedIn = (slots: readonly Slot[]): number =>
  slots.reduce((sum, slot) => sum + (slot.pressing ? (slot.ms ?? 0) : 0), 0);

/** Two spots, sixty seconds each, however they are split. */
function spotFaults({ turn, after: { spots } }: Edge): string[] {
  const faults = spots.length > MOST_SPOTS ? [`goes to spot ${spots.length}`] : [];
  const seconds = (pressedIn(turn.plays) + (spots.at(-1)?.ms ?? 0)) / 1000;
  return seconds > (SPOT_MS + WORDS_OFF_MS) / 1000
    ? [...faults, `presses a spot for ${Math.round(seconds)} seconds`]
    : faults;
}

/** A press begins after the word "ready" alone; after six or seven the same spot is only pressed lighter. */
function beginFaults({ event, turn, after }: Edge): string[] {
  if (goesOn(turn)) return remarkFaults(event, turn, after);
  const faults = event.type === 'wasReady' ? [] : [`begins a press after ${event.type}`];
  const strength = after.spots.at(-1)?.strength ?? 0;
  // What was broken off may be finished.
  const hard = [...turn.says, ...turn.plays.flatMap(({ act }) => act ?? [])].find(({ key }) => HARD.test(key));
  return strength > 5 && hard ? [...faults, `presses again as hard (${hard.key}) after a ${strength}`] : faults;
}

const HARD = /^(lead\.(first|again)|pin\.lead)$/;

/** Every remark that a hold goes on after (docs/safety.md "The rules of pressing"); "keep going" is one. */
const HARMLESS: readonly Event['type'][] = [
  'askedTimeLeft',
  'remarked',
  'resumed',
  'wantedMoreCounting',
  'wantedLessCounting',
];
const MOST_REMARKS = 2;
const SHORTEST_REST_MS = 10_000;

/** A hold goes on only after a harmless remark, twice, on a spot that was no more than five, and nothing orders it. */
function remarkFaults({ type }: Event, { says, plays }: Turn, { remarks, spots }: History): string[] {
  const faults: string[] = [];
  if (!HARMLESS.includes(type)) faults.push(`goes on with a hold after ${type}`);
  if (remarks > MOST_REMARKS) faults.push(`goes on with a hold after ${remarks} remarks`);
  if ((spots.at(-1)?.strength ?? 0) > 5) faults.push('goes on with a hold that was more than five');
  if (pressedIn(plays) < SHORTEST_REST_MS) faults.push('goes on with a hold of which less than ten seconds are left');
  const orders = says.some(({ key }) => key.startsWith('lead.')) || plays.some(({ act }) => act?.key === 'press.start');
  if (orders) faults.push('orders a press that is going on');
  if (plays.findLast(({ kind }) => kind !== 'tone')?.kind !== 'release')
    faults.push('goes on with a hold that has no end');
  return faults;
}

/** The longest hold where nothing longer may be held (docs/safety.md "Length of a hold"). */
const SHORT_MS = 30_000;

/** A hold is no longer than half a minute where that is the rule, whatever was wished. */
function lengthFaults({ turn, after, world }: Edge): string[] {
  const ms = pressedIn(turn.plays);
  const spot = after.spots.at(-1);
  if (ms <= SHORT_MS || !spot) return [];
  return reasonsFor(spot, after, world).map((reason) => `holds for ${ms / 1000} seconds ${reason}`);
}

function reasonsFor({ where, strength }: PressedSpot, { spots, old }: History, { remembered }: World): string[] {
  const sessions = remembered?.sessions ?? [];
  const reasons: string[] = [];
  if (where.includes('lower')) reasons.push('on the low back');
  const partner = sessions.some(({ tool, day }) => tool === 'partner' && day !== remembered?.today);
  if (where.startsWith('partner') && !partner) reasons.push('with a new partner');
  if (old) reasons.push('although seventy');
  if (strength > 5) reasons.push(`on a spot called ${strength}`);
  if (sessions.length === 0 && spots.every(({ ms }) => ms === 0)) reasons.push('the first time ever');
  return reasons;
}
