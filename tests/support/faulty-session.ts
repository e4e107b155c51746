// How do tests play one whole session against a failing table, or any turn of it by itself?

import type { RequestEnvelope } from 'ask-sdk-model';
import type { Held } from '../../lambda/persistence/store';
import type { Mode, Operation } from './faulty-dynamo';
import { FailingTable, type Fault, type Played } from './table-faults';
import { Visitor } from './visitor';

export const START = Date.parse('2026-11-21T12:00:00Z');

export const everything =
  (mode: Mode): Fault =>
  () =>
    mode;
export const writing =
  (mode: Mode): Fault =>
  (operation: Operation) =>
    operation === 'GetItem' ? 'right' : mode;

export interface TurnOfSession extends Played {
  nowMs: number;
}

export const wrongIn = (all: readonly Played[]): string[] => all.flatMap(({ wrong }) => wrong);
export const faultyIn = (all: readonly Played[]) => all.filter(({ log }) => log.errors);

export const saves = ({ asked }: Played): boolean => asked.includes('PutItem');
/** A failing table, and the session as it goes when nothing fails, with the clock at each of its turns. */
export class FaultySession {
  turns: TurnOfSession[] = [];
  private count = 0;

  private constructor(readonly table: FailingTable) {}

  static async open(): Promise<FaultySession> {
    const session = new FaultySession(await FailingTable.open());
    session.turns = await session.whole('nobody-fails');
    return session;
  }

  stop(): Promise<void> {
    return this.table.stop();
  }

  /** A name that nobody has had. */
  somebody(): string {
    this.count += 1;
    return `somebody-${this.count}`;
  }

  /** Fails when the session has no such turn. */
  turn(index: number): TurnOfSession {
    const turn = this.turns[index];
    if (!turn) throw new Error(`The session has no turn ${index}`);
    return turn;
  }

  /** A whole session of somebody called `who`, with a fault of the table in the turns that have one. */
  async whole(who: string, faultIn: (turn: number) => Fault | undefined = () => undefined) {
    const played: TurnOfSession[] = [];
    const listener = this.table.listener(who, () => visitor.echo.nowMs());
    const visitor: Visitor = new Visitor(async (request) => {
      const one = await listener.turn(request, faultIn(played.length));
      played.push({ ...one, nowMs: visitor.echo.nowMs() });
      return one.response;
    }, START);
    await visitor.wholeSession();
    return played;
  }

  /** One turn of the session anew, by somebody for whom all before it went well; then, unharmed, the turn after it. */
  async turnAlone(index: number, fault?: Fault): Promise<{ hit: Played; next: Played | null }> {
    const was = this.turn(index);
    let nowMs = was.nowMs;
    const { key, turn } = this.table.listener(this.somebody(), () => nowMs);
    if (was.before) await this.layDown(key, was.before);
    const hit = await turn(was.request, fault);
    const after = this.turns[index + 1];
    if (!after || !hit.response.sessionAttributes || after.request.request.type === 'LaunchRequest')
      return { hit, next: null };
    nowMs = after.nowMs;
    const attributes = hit.response.sessionAttributes;
    const request = { ...after.request, session: { ...after.request.session, attributes } } as RequestEnvelope;
    return { hit, next: await turn(request) };
  }

  /** Somebody has what is kept of another. */
  async layDown(key: string, { record, expiresAtMs }: Held): Promise<void> {
    await this.table.direct.save(key, record, { version: 0, expiresAtMs });
  }

  /** Each turn that `of` takes, by itself. */
  everyTurn(fault?: Fault, of: (played: Played, index: number) => boolean = () => true, atOnce = AT_ONCE) {
    const taken = this.turns.flatMap((played, index) => (of(played, index) ? [index] : []));
    return fewAtOnce(taken, (index) => this.turnAlone(index, fault), atOnce);
  }
}

/** More at once, and a busy machine would be what the store's patience ends on. */
const AT_ONCE = 8;
/** Of turns that do little more than wait. */
export const WAITING_AT_ONCE = 24;

/** What `work` makes of each, in their order. */
export async function fewAtOnce<T, R>(all: readonly T[], work: (one: T) => Promise<R>, atOnce = AT_ONCE): Promise<R[]> {
  const results: R[] = [];
  const left = all.entries();
  const workers = Array.from({ length: atOnce }, async () => {
    for (const [index, one] of left) results[index] = await work(one);
  });
  await Promise.all(workers);
  return results;
}
