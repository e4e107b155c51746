// What does a listener hear, and what lies in the table, while the table fails in one turn and not in another?

import { createHash } from 'node:crypto';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { recordFrom } from '../../lambda/alexa/memory/record';
import { createSkill } from '../../lambda/alexa/skill';
import { PLACE_MS } from '../../lambda/dialogue/keeping';
import { dynamoStore } from '../../lambda/persistence/dynamodb';
import type { Held, Store } from '../../lambda/persistence/store';
import { type FaultyDynamo, faultyDynamo, type Mode, type Operation } from './faulty-dynamo';
import { heardWords } from './heard';
import { houseFaults } from './house-rules';
import { languages, OUT_OF_REACH } from './skill';

const ACCOUNT = /amzn1\.ask\.account\.[\w-]+/g;

/** What becomes of each operation of a turn. */
export type Fault = (operation: Operation) => Mode;

export interface Played {
  request: RequestEnvelope;
  response: ResponseEnvelope;
  /** Wall time. */
  ms: number;
  /** What the table was asked. */
  asked: Operation[];
  /** What lay in the table before and after. */
  before: Held | null;
  after: Held | null;
  log: { store: string; errors?: string[] };
  /** Whatever is wrong about the answer, in words. */
  wrong: string[];
}

/** A table with listeners of their own, each with a skill as it runs in one process, and its own faults. */
export class FailingTable {
  private readonly faults = new Map<string, Fault>();
  private readonly asked = new Map<string, Operation[]>();

  private constructor(
    private readonly dynamo: FaultyDynamo,
    /** Reaches the table past every fault. */
    readonly direct: Store,
  ) {
    dynamo.mode = (operation, _number, who) => {
      if (who === '') return 'right';
      this.asked.get(who)?.push(operation);
      return this.faults.get(who)?.(operation) ?? 'right';
    };
  }

  static async open(): Promise<FailingTable> {
    const dynamo = await faultyDynamo();
    const client = await dynamo.table('listeners');
    return new FailingTable(dynamo, dynamoStore({ table: 'listeners', client, commandMs: 20_000 }));
  }

  stop(): Promise<void> {
    return this.dynamo.stop();
  }

  /** Somebody called `who`, at the time that `now` tells. Their store may be looked at or changed on the way. */
  listener(who: string, now: () => number, around: (store: Store) => Store = (store) => store) {
    const key = createHash('sha256').update(`amzn1.ask.account.${who}`).digest('hex');
    const log: string[] = [];
    const store = around(dynamoStore({ table: 'listeners', client: this.dynamo.client({}, who) }));
    const skill = createSkill({
      store,
      now,
      languages,
      strict: true,
      apiClient: OUT_OF_REACH,
      log: (line) => log.push(line),
    });

    const turn = async (request: RequestEnvelope, fault?: Fault): Promise<Played> => {
      const own = JSON.parse(JSON.stringify(request).replace(ACCOUNT, `amzn1.ask.account.${who}`));
      const before = await this.direct.load(key);
      const asked: Operation[] = [];
      this.asked.set(who, asked);
      if (fault) this.faults.set(who, fault);
      const began = performance.now();
      const response: ResponseEnvelope = JSON.parse(JSON.stringify(await skill(own)));
      const ms = performance.now() - began;
      this.faults.delete(who);
      const after = await this.direct.load(key);
      const told = JSON.parse(log.at(-1) ?? '{}');
      const played = { request: own, response, ms, asked: [...asked], before, after, log: told, wrong: [] };
      return { ...played, wrong: [...houseFaults(own, response), ...untrue(played, now())] };
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
  // Whoever is promised a place has half an hour from now on.
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
