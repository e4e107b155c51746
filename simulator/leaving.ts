// The sessions that an Echo Show keeps open when its listener has gone, and when each is over.

import type { OpenSession } from './request';

/**
 * How long a screen keeps a session that nobody speaks in: seconds after the microphone has closed, until right after the
 * next launch on it, or for good. Thirty seconds are documented (keep-session-open); half an hour and more was reported.
 */
export type LateEnd = number | 'next' | 'never';

export const USUAL_LATE_END: LateEnd = 30;

/** "1800", "next", "never"; null when it is none of these. A day is as long as a screen is left alone. */
export function lateEndIn(text: string): LateEnd | null {
  if (text === 'next' || text === 'never') return text;
  const seconds = text === '' ? Number.NaN : Number(text);
  return seconds >= 0 && seconds <= 86_400 ? seconds : null;
}

/** A session on a screen that its listener has left; `Playing` is what was sounding on it. */
export interface Left<Playing> {
  session: OpenSession;
  playing: Playing | null;
  /** When it is over by itself, in milliseconds since 1970; null: not by itself. */
  overAtMs: number | null;
  /** Another session has begun on the screen: this one cannot be gone on with. */
  isReplaced: boolean;
}

/** What was left on the screen and waits for its end. */
export class LeftSessions<Playing> {
  private all: Left<Playing>[] = [];

  add(left: Left<Playing>): void {
    this.all.push(left);
  }

  /** The one that ends next by itself; null when none does. */
  next(): (Left<Playing> & { overAtMs: number }) | null {
    const ending = this.all.filter((left): left is Left<Playing> & { overAtMs: number } => left.overAtMs !== null);
    return ending.reduce<(typeof ending)[number] | null>(
      (one, other) => (one && one.overAtMs <= other.overAtMs ? one : other),
      null,
    );
  }

  remove(left: Left<Playing>): void {
    this.all = this.all.filter((one) => one !== left);
  }

  /** Takes the session that can be gone on with, when its listener is back at the screen. */
  takeOpen(): Left<Playing> | null {
    const open = this.all.find(({ isReplaced }) => !isReplaced) ?? null;
    if (open) this.remove(open);
    return open;
  }

  /** Takes what ends no sooner than by a new launch: a session has just begun on the screen. */
  takeReplaced(): Left<Playing>[] {
    const over = this.all.filter(({ isReplaced, overAtMs }) => isReplaced && overAtMs === null);
    this.all = this.all.filter((one) => !over.includes(one));
    return over;
  }
}
