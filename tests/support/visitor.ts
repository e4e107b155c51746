// A visitor who wants a whole session and answers whatever is asked.

import { generatedModel } from '../../simulator/compose';
import { Echo, type Handler, type Happening, type Turn } from '../../simulator/device';

export interface Wish {
  /** What the whole session is to be, in one sentence. */
  words: string;
  locale: string;
  seed: number;
}

const USUAL: Wish = { words: 'upper left, tennis ball, five minutes', locale: 'en-US', seed: 1 };

/** What is answered to the prompt of each moment. */
const ANSWERS: Record<string, string> = {
  screening: 'no',
  recap: 'start',
  readying: 'ready',
  finding: 'ready',
  feeling: 'no',
  offering: 'no',
  between: 'ready',
  stretching: 'no',
  interrupted: 'ready',
  pausing: 'ready',
  keepingPlace: 'no',
  rechecking: 'no',
  restarting: 'start',
  forgetting: 'no',
  welcomingBack: 'yes',
  offeringGuide: 'yes',
  closing: 'no',
  warned: 'repeat',
  easing: 'no',
  offeringTips: 'no',
};

/** What is answered to a question about the routine that the wish leaves open. */
const CHOICES: [RegExp, string][] = [
  [/stretches\?/, 'yes'],
  [/left, right/i, 'left'],
  [/floor/, 'on a chair'],
];

/** Something that happens once, when its moment is reached, instead of the answer. */
export interface Incident {
  at: string;
  /** Seconds after the answer's first sound; at its microphone when absent. */
  after?: number;
  /** Null: called away. The session is over before they are back, minutes later. */
  says: string | null;
}

/** A question of each kind that looks something up, keeps something or asks to delete it, and a break. */
export const INCIDENTS: readonly Incident[] = [
  { at: 'readying', says: 'how am i doing' },
  { at: 'pressing', after: 26, says: 'pause' },
  { at: 'pausing', says: null },
  { at: 'pressing', after: 12, says: 'pause' },
  { at: 'pausing', after: 90, says: 'ready' },
  { at: 'interrupted', says: 'is it normal that it hurts' },
  { at: 'offering', says: 'forget everything about me' },
];

/** No session of ours is longer. */
const MOST_TURNS = 80;
const BREAK_MS = 4 * 60_000;

/** A listener with a device of their own, whose every request goes through `handler`. */
export class Visitor {
  readonly echo: Echo;
  private readonly wish: Wish;
  private last: Turn | null = null;
  private incidents: Incident[];
  private isBack = true;
  private steps = 0;

  constructor(handler: Handler, startMs: number, wish: Partial<Wish> = {}, incidents: readonly Incident[] = INCIDENTS) {
    this.wish = { ...USUAL, ...wish };
    this.incidents = [...incidents];
    const { locale, seed } = this.wish;
    this.echo = new Echo({ handler, modelOf: generatedModel, startMs, locale, seed });
  }

  /**
   * One step, to be called until it tells that the session came to its goodbye: something is said, or time passes.
   * Fails after too many.
   */
  async step(): Promise<boolean> {
    this.steps += 1;
    if (this.steps > MOST_TURNS) throw new Error(`No goodbye, but "${this.last?.state}": ${this.last?.speech}`);
    if (!this.echo.isSessionOpen()) return this.opens();
    const at = this.last?.state?.split(' ')[0] ?? '';
    const incident = this.incidents.find((one) => one.at === at);
    this.incidents = this.incidents.filter((one) => one !== incident);
    if (incident?.says === null) return this.isCalledAway();
    if (incident?.after) await this.echo.wait(incident.after * 1000);
    this.hear(await this.echo.say(incident?.says ?? this.answerTo(at)));
    return false;
  }

  /** The whole session; fails when it comes to no end. */
  async wholeSession(): Promise<void> {
    while (!(await this.step()));
  }

  private async opens(): Promise<boolean> {
    if (!this.isBack) return true;
    this.isBack = false;
    this.hear(await this.echo.say('open knot relief'));
    return false;
  }

  private async isCalledAway(): Promise<boolean> {
    while (this.echo.hasMore()) await this.echo.silence();
    await this.echo.wait(BREAK_MS);
    this.isBack = true;
    return false;
  }

  private answerTo(at: string): string {
    const asked = this.last?.question ?? '';
    if (asked.includes('one to ten')) return 'four';
    if (at === 'stretching') return asked.includes('numbness') ? 'no' : 'ready';
    if (at === 'choosing') return CHOICES.find(([question]) => question.test(asked))?.[1] ?? this.wish.words;
    const answer = ANSWERS[at];
    if (!answer) throw new Error(`Nothing to say in "${at}": ${this.last?.speech}`);
    return answer;
  }

  private hear(happenings: readonly Happening[]): void {
    this.last = happenings.findLast((one): one is Turn => one.type === 'turn') ?? this.last;
  }
}
