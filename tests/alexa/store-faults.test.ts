// Does a whole session go on, with nothing false said, whatever the table does in any of its turns?

import type { RequestEnvelope } from 'ask-sdk-model';
import type { Held } from '../../lambda/persistence/store';
import type { Mode, Operation } from '../support/faulty-dynamo';
import { FailingTable, type Fault, type Played } from '../support/table-faults';
import { Visitor } from '../support/visitor';

const START = Date.parse('2026-11-21T12:00:00Z');

const QUICK: Mode[] = [
  'throttled',
  'overProvision',
  'forbidden',
  'noTable',
  'fault500',
  'fault503',
  'closed',
  'garbage',
  'html',
  'empty',
];
const SLOW: Mode[] = ['silent', 'lost', 'half'];

const everything =
  (mode: Mode): Fault =>
  () =>
    mode;
const writing =
  (mode: Mode): Fault =>
  (operation: Operation) =>
    operation === 'GetItem' ? 'right' : mode;

/** Waiting for the store ends after 1.5 s; the rest of the two seconds is for the answer itself. */
const TURN_MS = 2000;

let table: FailingTable;
/** The session as it goes when nothing fails, with the clock at each of its turns. */
let session: (Played & { nowMs: number })[];
/** How long a turn took at most while as many others went on at the same time, and nothing failed. */
let noiseMs = 0;

const wrongIn = (all: readonly Played[]): string[] => all.flatMap(({ wrong }) => wrong);
const faultyIn = (all: readonly Played[]) => all.filter(({ log }) => log.errors);

/** A whole session of somebody called `who`, with a fault of the table in the turns that have one. */
async function wholeSession(who: string, faultIn: (turn: number) => Fault | undefined = () => undefined) {
  const played: (Played & { nowMs: number })[] = [];
  const listener = table.listener(who, () => visitor.echo.nowMs());
  const visitor: Visitor = new Visitor(async (request) => {
    const one = await listener.turn(request, faultIn(played.length));
    played.push({ ...one, nowMs: visitor.echo.nowMs() });
    return one.response;
  }, START);
  await visitor.wholeSession();
  return played;
}

let count = 0;

/** One turn of the session anew, by somebody for whom all before it went well; then, unharmed, the turn after it. */
async function turnAlone(index: number, fault?: Fault): Promise<{ hit: Played; next: Played | null }> {
  count += 1;
  const was = session[index];
  if (!was) throw new Error(`The session has no turn ${index}`);
  let nowMs = was.nowMs;
  const { key, turn } = table.listener(`alone-${count}`, () => nowMs);
  if (was.before) await layDown(key, was.before);
  const hit = await turn(was.request, fault);
  const after = session[index + 1];
  if (!after || !hit.response.sessionAttributes || after.request.request.type === 'LaunchRequest')
    return { hit, next: null };
  nowMs = after.nowMs;
  const attributes = hit.response.sessionAttributes;
  const request = { ...after.request, session: { ...after.request.session, attributes } } as RequestEnvelope;
  return { hit, next: await turn(request) };
}

async function layDown(key: string, { record, expiresAtMs }: Held): Promise<void> {
  await table.direct.save(key, record, { version: 0, expiresAtMs });
}

const everyTurn = (fault?: Fault, of: (played: Played) => boolean = () => true) =>
  Promise.all(session.flatMap((played, index) => (of(played) ? [turnAlone(index, fault)] : [])));

const saves = ({ asked }: Played): boolean => asked.includes('PutItem');

beforeAll(async () => {
  table = await FailingTable.open();
  session = await wholeSession('nobody-fails');
  const calm = await everyTurn();
  noiseMs = Math.max(...calm.map(({ hit }) => hit.ms));
  expect(wrongIn(calm.map(({ hit }) => hit))).toEqual([]);
}, 60_000);
afterAll(() => table.stop());

test('the session has everything in it that the memory is for', () => {
  const intents = session.map(({ request }) => (request.request as { intent?: { name: string } }).intent?.name);
  for (const wanted of ['AMAZON.PauseIntent', 'ProgressIntent', 'ForgetMeIntent', 'AskTopicIntent'])
    expect(intents).toContain(wanted);
  const moments = session.map(({ response }) => response.sessionAttributes?.['state']?.moment?.at);
  for (const wanted of ['welcomingBack', 'restarting', 'closing', 'finished']) expect(moments).toContain(wanted);
  expect(session.filter(saves).length).toBeGreaterThan(8);
  expect(wrongIn(session)).toEqual([]);
  expect(faultyIn(session)).toEqual([]);
});

describe.each([...QUICK, ...SLOW])('a table that is %s', (mode) => {
  test('in any one turn: it is answered in time and truly, with one second try at most', async () => {
    const all = await everyTurn(everything(mode));
    const hits = all.map(({ hit }) => hit);
    expect(wrongIn(hits)).toEqual([]);
    expect(hits.filter(({ asked }) => asked.length > 2)).toEqual([]);
    expect(hits.filter(({ ms }) => ms > TURN_MS + noiseMs)).toEqual([]);
    expect(hits.every(({ log }) => log.store === 'unreachable')).toBe(true);
    const nexts = all.flatMap(({ next }) => next ?? []);
    expect(wrongIn(nexts)).toEqual([]);
    expect(faultyIn(nexts)).toEqual([]);
  }, 20_000);

  test('in the writing of any one turn: nothing is promised that is not kept', async () => {
    const all = await everyTurn(writing(mode), saves);
    const hits = all.map(({ hit }) => hit);
    expect(wrongIn(hits)).toEqual([]);
    expect(hits.filter(({ asked }) => asked.length > 4)).toEqual([]);
    expect(hits.filter(({ ms }) => ms > TURN_MS + noiseMs)).toEqual([]);
    const nexts = all.flatMap(({ next }) => next ?? []);
    expect(wrongIn(nexts)).toEqual([]);
    expect(faultyIn(nexts)).toEqual([]);
  }, 20_000);
});
