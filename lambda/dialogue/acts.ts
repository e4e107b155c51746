// The acts that also have an effect: they end a press, promise to keep the place, or refuse an answer.

import type { PressTool } from '../domain/exercise';
import type { Act } from '../domain/timeline';

/** "Step off the ball.": ends a press with `tool`, or with a general sentence anything else that is being done. */
export function releaseOf(tool: PressTool | 'none' | null): Act {
  return { key: tool && tool !== 'none' ? `release.${tool}` : 'release.any', does: 'releases' };
}

/** "Step away now.", said before an outcome line. */
export const STEP_AWAY: Act = { key: 'outcome.away', does: 'releases' };

/** Sends the listener away from the wall after a sharp spot. */
export const STEP_FROM_WALL: Act = { key: 'release.wall', does: 'releases' };

/** Tells a silent listener how to come back to the place. Nothing is said after it. */
export const PLACE_KEPT: Act = { key: 'pause.kept', does: 'promises' };

/** The same, after stretches that went on in silence. */
export const COME_BACK: Act = { key: 'carry.comeBack', does: 'promises' };

/** Refuses a question after an outcome; the outcome line is repeated instead. */
export const NOT_NOW: Act = { key: 'answer.notNow', does: 'refuses' };
