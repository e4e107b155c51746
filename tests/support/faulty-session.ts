// One whole session as it goes when nothing fails, and each turn of it played anew with a failing store.

import type { RequestEnvelope } from 'ask-sdk-model';
import type { Held } from '../../lambda/persistence/store';
import { FailingTable, type Fault, type Mode, type Operation, type Played } from './table-faults';
import { Visitor } from './visitor';

export const START = Date.parse('2026-11-21T12:00:00Z');

export const everything =
  (mode: Mode): Fault =>
  () =>
    mode;
export const writing =
  (mode: Mode): Fault =>
  (operation: Operation) =>
    operation === 'load' ? 'right' : mode;

export interface TurnOfSession extends Played {
  nowMs: number;
}

export const wrongIn = (all: readonly Played[]): string[] => all.flatMap(({ wrong }) => wrong);
export const faultyIn = (all: readonly Played[]) => all.filter(({ log }) => log.errors);

export const saves = ({ asked }: Played): boolean => asked.includes('save');

const momentOf = ({ response }: Played): string => response.sessionAttributes?.['state']?.moment?.at ?? 'over';
const intentOf = ({ request }: Played): string =>
  (request.request as { intent?: { name: string } }).intent?.name ?? request.request.type;

/** What the memory is for; whatever is built on the session would pass empty without it. */
const MOMENTS = ['screening', 'recap', 'choosing', 'finding', 'pressing', 'pausing', 'welcomingBack', 'restarting'];
MOMENTS.push('stretching', 'finished');
const INTENTS = ['LaunchRequest', 'AMAZON.PauseIntent', 'ProgressIntent', 'ForgetMeIntent', 'AskTopicIntent'];

/** Fails, naming what is missing, when the session is not the one that everything here is tried on. */
function checked(turns: readonly TurnOfSession[]): void {
  expect(turns.map(momentOf)).toEqual(expect.arrayContaining(MOMENTS));
  expect(turns.map(intentOf)).toEqual(expect.arrayContaining(INTENTS));
  expect(turns.length).toBeGreaterThan(30);
  expect(turns.filter(saves).length).toBeGreaterThan(8);
  expect(wrongIn(turns)).toEqual([]);
  expect(faultyIn(turns)).toEqual([]);
}

/** A failing store, and the session as it goes when nothing fails, with the clock at each of its turns. */
export class FaultySession {
  readonly table = new FailingTable();
  turns: TurnOfSession[] = [];
  private count = 0;

  static async open(): Promise<FaultySession> {
    const session = new FaultySession();
    session.turns = await session.whole('nobody-fails');
    checked(session.turns);
    return session;
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

  /** Which turns are such; fails when none is. */
  turnsThat(are: (played: TurnOfSession) => boolean): number[] {
    const found = this.turns.flatMap((played, index) => (are(played) ? [index] : []));
    if (found.length === 0) throw new Error('No turn of the session is such');
    return found;
  }

  /** A whole session of a listener called `who`, with a fault of the store in the turns that have one. */
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

  /**
   * One turn of the session anew, for a listener for whom all before it went well; then the turn after it without a
   * fault.
   */
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

  /** A listener has what is kept of another one. */
  async layDown(key: string, { record, expiresAtMs }: Held): Promise<void> {
    await this.table.direct.save(key, record, { version: 0, expiresAtMs });
  }
}

/** What `work` makes of each, one after the other. */
export async function each<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const one of all) results.push(await work(one));
  return results;
}
