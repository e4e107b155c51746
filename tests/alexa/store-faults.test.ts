// Does a whole session go on, with nothing false said, whatever the table does in any of its turns?

import { recordFrom } from '../../lambda/alexa/memory/record';
import type { Mode } from '../support/faulty-dynamo';
import {
  everything,
  FaultySession,
  faultyIn,
  fewAtOnce,
  saves,
  WAITING_AT_ONCE,
  writing,
  wrongIn,
} from '../support/faulty-session';
import type { Fault, Played } from '../support/table-faults';

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

const some = (played: Played, index: number): boolean => saves(played) && index % 3 === 0;

/** Waiting for the store ends after 1.5 s; the rest of the two seconds is for the answer itself. */
const TURN_MS = 2000;

let session: FaultySession;
/** How long a turn took at most while as many others went on at the same time, and nothing failed. */
let noiseMs = 0;

beforeAll(async () => {
  session = await FaultySession.open();
  const calm = await session.everyTurn();
  noiseMs = Math.max(...calm.map(({ hit }) => hit.ms));
  expect(wrongIn(calm.map(({ hit }) => hit))).toEqual([]);
}, 60_000);
afterAll(() => session.stop());

test('the session has everything in it that the memory is for', () => {
  const intents = session.turns.map(({ request }) => (request.request as { intent?: { name: string } }).intent?.name);
  for (const wanted of ['AMAZON.PauseIntent', 'ProgressIntent', 'ForgetMeIntent', 'AskTopicIntent'])
    expect(intents).toContain(wanted);
  const moments = session.turns.map(({ response }) => response.sessionAttributes?.['state']?.moment?.at);
  for (const wanted of ['welcomingBack', 'restarting', 'closing', 'finished']) expect(moments).toContain(wanted);
  expect(session.turns.filter(saves).length).toBeGreaterThan(8);
  expect(wrongIn(session.turns)).toEqual([]);
  expect(faultyIn(session.turns)).toEqual([]);
});

test.each([...QUICK, ...SLOW])(
  'a table that is %s in any one turn, or only in its writing: a true answer in time, one second try, nothing lost',
  async (mode) => {
    // One fault that is told at once and one that is waited for are met in all turns, the others in some that save.
    const throughout = mode === 'throttled' || mode === 'silent';
    const of = throughout ? undefined : some;
    const atOnce = SLOW.includes(mode) ? WAITING_AT_ONCE : undefined;
    const [all, written] = await Promise.all([
      session.everyTurn(everything(mode), of, atOnce),
      session.everyTurn(writing(mode), throughout ? saves : some, atOnce),
    ]);
    const hits = [...all, ...written].map(({ hit }) => hit);
    expect(wrongIn(hits)).toEqual([]);
    expect(hits.filter(({ ms }) => ms > TURN_MS + noiseMs)).toEqual([]);
    expect(all.every(({ hit }) => hit.log.store === 'unreachable' && hit.asked.length <= 2)).toBe(true);
    // What was looked up, what was to be written, once more, and a look whether the first time had done it.
    expect(written.filter(({ hit }) => hit.asked.length > 4)).toEqual([]);
    const nexts = [...all, ...written].flatMap(({ next }) => next ?? []);
    expect(wrongIn(nexts)).toEqual([]);
    expect(faultyIn(nexts)).toEqual([]);
  },
  20_000,
);

describe('a whole session', () => {
  const failsIn = (from: number, to: number, fault: Fault) => (turn: number) =>
    turn >= from && turn <= to ? fault : undefined;
  const goodbyes = (all: readonly Played[][]) =>
    all.map((played) => played.at(-1)?.response.sessionAttributes?.['state']?.moment?.at);

  test('comes to its goodbye, and to what it was for, when the table fails in one turn of it', async () => {
    // Each turn was tried by itself above; some of them in a whole session.
    const turns = session.turns.flatMap((played, index) => (saves(played) && index % 2 === 0 ? [index] : []));
    expect(turns.length).toBeGreaterThan(2);
    const all = await fewAtOnce(turns, (turn) => {
      const fault = everything(QUICK[turn % QUICK.length] ?? 'closed');
      return session.whole(`once-${turn}`, failsIn(turn, turn, fault));
    });
    expect(wrongIn(all.flat())).toEqual([]);
    expect(new Set(goodbyes(all))).toEqual(new Set(['finished']));
    expect(all.map((played) => faultyIn(played).length)).toEqual(turns.map(() => 1));
    const rows = all.map((played) => recordFrom(played.at(-1)?.after?.record ?? null)?.sessions);
    expect(rows.filter((row) => row?.length !== 1)).toEqual([]);
  }, 60_000);

  test('comes to its goodbye when the table fails from its first turn on, or falls silent near its end', async () => {
    const quick = QUICK.filter((_, index) => index % 4 === 0);
    const fromFirst = quick.map((mode) => session.whole(`always-${mode}`, failsIn(0, 1000, everything(mode))));
    const silent = session.whole('silent', failsIn(session.turns.length - 4, 1000, everything('silent')));
    const all = await Promise.all([...fromFirst, silent]);
    expect(wrongIn(all.flat())).toEqual([]);
    expect(new Set(goodbyes(all))).toEqual(new Set(['finished']));
    expect(all.flat().filter(({ ms }) => ms > TURN_MS + noiseMs)).toEqual([]);
    const kept = all.slice(0, quick.length).flatMap((played) => played.filter(({ after }) => after !== null));
    expect(kept).toEqual([]);
  }, 60_000);
});
