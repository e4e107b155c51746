// Whether region, tool, minutes and place go together, and what is offered when they do not.

import type { Exercises, Minutes, Place, Region, Sides, Tool } from './exercise';
import type { HoldLength } from './hold';

/** Three, five or ten; four and seven and a half count as the shorter. */
export function roundMinutes(asked: number): Minutes {
  if (!Number.isFinite(asked) || asked <= 4) return 3;
  return asked <= 7.5 ? 5 : 10;
}

/** A wish so far; any part may be missing. */
export interface PartialChoice {
  region?: Region;
  side?: Sides;
  tool?: Tool;
  minutes?: Minutes;
  place?: Place;
}

export type Missing = 'region' | 'side' | 'tool' | 'minutes' | 'place';

/**
 * What still has to be asked, first thing first. Stretches alone need no side; the upper back's stretches need no
 * floor.
 */
export function firstMissingOf(choice: PartialChoice): Missing | null {
  if (!choice.region) return 'region';
  if (!choice.tool) return choice.side ? 'tool' : 'side';
  if (!choice.side && choice.tool !== 'none') return 'side';
  if (!choice.minutes) return 'minutes';
  if (!choice.place && choice.region !== 'upper') return 'place';
  return null;
}

/** Why a tool does not go with a region or place; null when it does. */
export function misfitOf(choice: PartialChoice, exercises: Exercises): 'region' | 'floor' | null {
  const { tool, region, place } = choice;
  if (!tool || tool === 'none') return null;
  const press = exercises.presses[tool];
  if (region && !press.regions.includes(region)) return 'region';
  if (place === 'chair' && press.place === 'floor' && tool === 'roller') return 'floor';
  return null;
}

/** Parts of the body that are never pressed. */
export const LEFT_OUT = ['neck', 'head', 'spine', 'tailbone', 'kidneys', 'otherPart'] as const;

/** Things too hard to press with; a lacrosse ball is so on the low back. */
export const TOO_HARD = ['lacrosseBall', 'golfBall', 'hardBall', 'hardThing'] as const;

/** What no routine presses, or presses with; the sentence `unfit_<name>` says so. */
export const UNFIT = [...LEFT_OUT, ...TOO_HARD] as const;
export type Unfit = (typeof UNFIT)[number];

/** Whether it is a part of the body, and not a thing. */
export function isLeftOut(what: Unfit): boolean {
  return LEFT_OUT.some((part) => part === what);
}

/**
 * Whether something unfit can be used all the same: a lacrosse ball, on a region that is known and not the low back.
 */
export function fitsOn(what: Unfit, region: Region | undefined): boolean {
  return what === 'lacrosseBall' && region !== undefined && region !== 'lower';
}

/** The tool a listener without `lacking` can use on `region`: hands where they reach, else stretches alone. */
export function toolInsteadOf(lacking: readonly Tool[], region: Region | undefined, exercises: Exercises): Tool {
  const handsReach = region === undefined || exercises.presses.hands.regions.includes(region);
  return handsReach && !lacking.includes('hands') ? 'hands' : 'none';
}
/** What a sentence tells about the routine wanted; any part may be missing. */
export interface Wishes {
  region?: Region;
  side?: Sides;
  tool?: Tool;
  /** As said: any number; the planner rounds it to 3, 5 or 10. */
  minutes?: number;
  place?: Place;
  holdSeconds?: HoldLength;
  /** The stretch asked for by name; it comes first. */
  exercise?: string;
}
