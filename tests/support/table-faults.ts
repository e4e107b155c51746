// A store that fails in one turn and not in another, and what a listener hears and keeps meanwhile.

import { createHash } from 'node:crypto';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { recordFrom } from '../../lambda/alexa/memory/record';
import { PLACE_MS } from '../../lambda/dialogue/keeping';
import { memoryStore } from '../../lambda/persistence/memory';
import type { Held, Store } from '../../lambda/persistence/store';
import { HandTime } from './hand-time';
import { heardWords } from './heard';
import { houseFaults } from './house-rules';
import { bareSkill } from './skill';

const ACCOUNT = /amzn1\.ask\.account\.[\w-]+/g;

export type Operation = 'load' | 'save' | 'forget';

const never = () => new Promise<never>(() => {});
const refusal = (name: string) => () => Promise.reject(Object.assign(new Error('As the test wants it.'), { name }));

/**
 * What becomes of one operation, one of each kind that a turn can tell apart; how DynamoDB's own faults come to these is
 * shown with a table over HTTP. `silent` and `lost` differ in what was done: nothing, and all of it.
 */
const FAULTS = {
  throttled: refusal('ThrottlingException'),
  forbidden: refusal('AccessDeniedException'),
  silent: never,
  lost: (work: () => Promise<unknown>) => work().then(never),
} satisfies Record<string, (work: () => Promise<unknown>) => Promise<never>>;

export type Mode = keyof typeof FAULTS | 'right';
export const MODES = Object.keys(FAULTS) as (keyof typeof FAULTS)[];

/** What becomes of each operation of a turn. */
export type Fault = (operation: Operation) => Mode;

export interface Played {
  request: RequestEnvelope;
  response: ResponseEnvelope;
  /** By the clock of the turn, which stands still but for what is waited for. */
  ms: number;
  /** What the store was asked. */
  asked: Operation[];
  /** What lay in the store before and after. */
  before: Held | null;
  after: Held | null;
  log: { store: string; errors?: string[] };
  /** Whatever is wrong about the answer, in words. */
  wrong: string[];
}

function faulty(store: Store, fault: Fault, asked: Operation[]): Store {
  const meet = <T>(operation: Operation, work: () => Promise<T>): Promise<T> => {
    asked.push(operation);
    const mode = fault(operation);
    return mode === 'right' ? work() : FAULTS[mode](work);
  };
  return {
    load: (key) => meet('load', () => store.load(key)),
    save: (...saving) => meet('save', () => store.save(...saving)),
    forget: (key) => meet('forget', () => store.forget(key)),
  };
}

/** One running skill, and one store with its own faults for each turn. Turns go one after the other. */
export class FailingTable {
  /** Reaches the store past every fault. */
  readonly direct = memoryStore();
  private readonly waiting = new HandTime();
  private store: Store = this.direct;
  private now = () => 0;
  private line = '';
  private readonly skill = bareSkill({
    store: {
      load: (key) => this.store.load(key),
      save: (...saving) => this.store.save(...saving),
      forget: (key) => this.store.forget(key),
    },
    now: () => this.now(),
    waiting: this.waiting,
    log: (line) => {
      this.line = line;
    },
  });

  /** A listener called `who`, at the time that `now` tells. Their store may be looked at or changed on the way. */
  listener(who: string, now: () => number, around: (store: Store) => Store = (store) => store) {
    const key = createHash('sha256').update(`amzn1.ask.account.${who}`).digest('hex');
    const turn = async (request: RequestEnvelope, fault: Fault = () => 'right'): Promise<Played> => {
      const own = JSON.parse(JSON.stringify(request).replace(ACCOUNT, `amzn1.ask.account.${who}`));
      const before = await this.direct.load(key);
      const asked: Operation[] = [];
      Object.assign(this, { store: around(faulty(this.direct, fault, asked)), now });
      const beganMs = this.waiting.clock();
      const response: ResponseEnvelope = JSON.parse(JSON.stringify(await this.waiting.through(this.skill(own))));
      const ms = this.waiting.clock() - beganMs;
      const played = { request: own, response, ms, asked, before, after: await this.direct.load(key) };
      const whole = { ...played, log: JSON.parse(this.line), wrong: [] };
      return { ...whole, wrong: [...houseFaults(own, response), ...untrue(whole, now())] };
    };
    return { key, turn };
  }
}

/** A request's own time is whole seconds. */
const SLACK_MS = 3000;
const PROMISES = /keep your place|To go on, say: Alexa, open knot relief/;

/** What is said of the memory and is not so. */
function untrue({ response, request, before, after, log }: Omit<Played, 'wrong'>, nowMs: number): string[] {
  const said = `${heardWords(response.response)} ${heardWords(response.response.reprompt)}`;
  const device = createHash('sha256')
    .update(request.context.System.device?.deviceId ?? '')
    .digest('hex');
  const record = recordFrom(after?.record ?? null);
  // A listener who is promised a place has half an hour from now on.
  const place = record?.places.find((one) => one.device === device && one.endsAtMs > nowMs + PLACE_MS - SLACK_MS);
  const earlier = recordFrom(before?.record ?? null);
  const answered = log.store !== 'unreachable';
  const lies: [boolean, string][] = [
    [PROMISES.test(said) && !place, 'promises a place that is not kept'],
    [/Shall I keep your place/.test(said) && !answered, 'offers to keep what it cannot keep'],
    [/all deleted/.test(said) && after !== null, 'says deleted what is there'],
    [/any sessions of yours/.test(said) && (!answered || (earlier?.sessions.length ?? 0) > 0), 'knows of no sessions'],
    [/We stopped/.test(said) && !earlier?.places.length, 'leads back to a place that was not kept'],
    [
      lost(earlier?.sessions ?? [], record?.sessions ?? []) && !/all deleted|can't delete/.test(said),
      'loses a session',
    ],
  ];
  return lies.filter(([is]) => is).map(([, what]) => `${what}: ${said}`);
}

/** A day's row may grow and may not go. */
function lost(before: readonly { day: number; holds: number }[], after: readonly { day: number; holds: number }[]) {
  return before.some(({ day, holds }) => !after.some((one) => one.day === day && one.holds >= holds));
}
