// The acts that do something besides being heard: end a press, promise the place, refuse an answer.

import type { PressTool } from '../domain/exercise';
import type { Act } from '../domain/timeline';

/** "Step off the ball.": ends a press with the tool in use, or whatever else is being done. */
export function releaseOf(tool: PressTool | 'none' | null): Act {
  return { key: tool && tool !== 'none' ? `release.${tool}` : 'release.any', does: 'releases' };
}

/** "Step away now.", before an outcome line. */
export const STEP_AWAY: Act = { key: 'outcome.away', does: 'releases' };

/** Away from the wall, where a spot was sharp. */
export const STEP_FROM_WALL: Act = { key: 'release.wall', does: 'releases' };

/** How to come back to the place, the last thing a silent listener hears. */
export const PLACE_KEPT: Act = { key: 'pause.kept', does: 'promises' };

/** The same after the stretches that a silent listener was carried on to. */
export const COME_BACK: Act = { key: 'carry.comeBack', does: 'promises' };

/** No answer after an outcome: what was said then is said again. */
export const NOT_NOW: Act = { key: 'answer.notNow', does: 'refuses' };
