// Time that a test moves by hand, for everything that is given a clock and a sleep.

import type { Clock, Sleep, Waiting } from '../../lambda/waiting';

interface Sleeper {
  untilMs: number;
  wake: () => void;
}

/** Stands still until it is moved, so nothing in it takes too long by itself. */
export class HandTime implements Waiting {
  private nowMs = 0;
  private readonly sleepers = new Set<Sleeper>();

  readonly clock: Clock = () => this.nowMs;

  readonly sleep: Sleep = (ms, called) =>
    new Promise((resolve) => {
      const sleeper = { untilMs: this.nowMs + ms, wake: resolve };
      this.sleepers.add(sleeper);
      called?.addEventListener('abort', () => this.sleepers.delete(sleeper), { once: true });
    });

  /** How many are asleep. */
  get asleep(): number {
    return this.sleepers.size;
  }

  /** Lets milliseconds pass; a sleep that is no longer than that ends. */
  pass(ms: number): void {
    this.nowMs += ms;
    for (const sleeper of [...this.sleepers].sort((one, other) => one.untilMs - other.untilMs)) {
      if (sleeper.untilMs > this.nowMs) return;
      this.sleepers.delete(sleeper);
      sleeper.wake();
    }
  }

  /** Lets time pass until the next sleeper wakes, if there is one. */
  passToNext(): void {
    if (this.asleep > 0) this.pass(Math.min(...[...this.sleepers].map(({ untilMs }) => untilMs)) - this.nowMs);
  }

  /**
   * What `work` comes to, time passing whenever all that is left to do is sleep. The work must not leave this process.
   */
  async through<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const end = () => {
      isDone = true;
    };
    work.then(end, end);
    // Every promise that can settle has done so before the next turn of the event loop.
    for (;;) {
      await new Promise(setImmediate);
      if (isDone) return work;
      this.passToNext();
    }
  }
}
