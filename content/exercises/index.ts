// The exercises, one import for each file, so that a bundle holds them all.

import type { Exercises, PinAndStretch, Press, Stretch } from '../../lambda/domain/exercise';
import armCircles from './arm-circles.json';
import ballWall from './ball-wall.json';
import bothKneesToChest from './both-knees-to-chest.json';
import catCow from './cat-cow.json';
import catCowChair from './cat-cow-chair.json';
import childsPose from './childs-pose.json';
import childsPoseTable from './childs-pose-table.json';
import hands from './hands.json';
import headTurn from './head-turn.json';
import hook from './hook.json';
import kneeToChest from './knee-to-chest.json';
import lightStrokes from './light-strokes.json';
import lyingTwist from './lying-twist.json';
import neckTilt from './neck-tilt.json';
import overheadReach from './overhead-reach.json';
import partner from './partner.json';
import pinAndStretch from './pin-and-stretch.json';
import roller from './roller.json';
import shoulderShrugs from './shoulder-shrugs.json';
import threadTheNeedle from './thread-the-needle.json';
import torsoTwist from './torso-twist.json';

// TypeScript widens the words of a JSON file to `string`; content/schema.ts holds each to its narrow type in the tests.
export const stretches = [
  shoulderShrugs,
  neckTilt,
  headTurn,
  armCircles,
  catCow,
  catCowChair,
  threadTheNeedle,
  overheadReach,
  torsoTwist,
  childsPose,
  childsPoseTable,
  kneeToChest,
  bothKneesToChest,
  lyingTwist,
  lightStrokes,
] as Stretch[];

export const presses: Exercises['presses'] = {
  ball: ballWall as Press & { tool: 'ball' },
  roller: roller as Press & { tool: 'roller' },
  hook: hook as Press & { tool: 'hook' },
  hands: hands as Press & { tool: 'hands' },
  partner: partner as Press & { tool: 'partner' },
};

export const pin = pinAndStretch as PinAndStretch;
