// Tests that a whole session goes on, with nothing false said, however the store fails in any turn.

import { STORE_PATIENCE_MS } from '../../lambda/alexa/limits';
import { recordFrom } from '../../lambda/alexa/memory/record';
import { each, everything, FaultySession, faultyIn, saves, writing, wrongIn } from '../support/faulty-session';
import { everyday } from '../support/how-many';
import { type Fault, MODES, type Played } from '../support/table-faults';

let session: FaultySession;
beforeAll(async () => {
  session = await FaultySession.open();
});

const hitsOf = (turns: readonly { hit: Played }[]) => turns.map(({ hit }) => hit);
const nextsOf = (turns: readonly { next: Played | null }[]) => turns.flatMap(({ next }) => next ?? []);

describe.each(MODES)('a store that is %s', (mode) => {
  test('in any one turn: a true answer in time, one second try, and the next turn goes well', async () => {
    const all = await each(
      session.turnsThat(() => true),
      (index) => session.turnAlone(index, everything(mode)),
    );
    expect(wrongIn(hitsOf(all))).toEqual([]);
    expect(hitsOf(all).filter(({ ms }) => ms > STORE_PATIENCE_MS)).toEqual([]);
    // A refusal is told at once, and nothing is waited for.
    expect(hitsOf(all).every(({ ms }) => ms > 0)).toBe(mode !== 'forbidden');
    expect(hitsOf(all).filter(({ log, asked }) => log.store !== 'unreachable' || asked.length > 2)).toEqual([]);
    expect(nextsOf(all).length).toBeGreaterThan(20);
    expect(wrongIn(nextsOf(all))).toEqual([]);
    expect(faultyIn(nextsOf(all))).toEqual([]);
  });

  test('only in its writing: the same, and nothing is lost', async () => {
    const all = await each(session.turnsThat(saves), (index) => session.turnAlone(index, writing(mode)));
    expect(wrongIn(hitsOf(all))).toEqual([]);
    expect(hitsOf(all).filter(({ ms }) => ms > STORE_PATIENCE_MS)).toEqual([]);
    // What was looked up, what was to be written, once more, and a look whether the first time had done it.
    expect(hitsOf(all).filter(({ asked }) => asked.length > 4)).toEqual([]);
    expect(nextsOf(all).length).toBeGreaterThan(4);
    expect(wrongIn(nextsOf(all))).toEqual([]);
    expect(faultyIn(nextsOf(all))).toEqual([]);
  });
});

describe('a whole session', () => {
  const failsIn = (from: number, to: number, fault: Fault) => (turn: number) =>
    turn >= from && turn <= to ? fault : undefined;
  const goodbyes = (all: readonly Played[][]) =>
    all.map((played) => played.at(-1)?.response.sessionAttributes?.['state']?.moment?.at);

  test('comes to its goodbye, and to what it was for, when the store fails in one turn of it', async () => {
    // Each turn is tried by itself above; some of them in a whole session.
    const turns = everyday(session.turnsThat(saves), 6);
    const all = await each(turns, (turn) => {
      const fault = everything(MODES[turn % MODES.length] ?? 'silent');
      return session.whole(`once-${turn}`, failsIn(turn, turn, fault));
    });
    expect(wrongIn(all.flat())).toEqual([]);
    expect(new Set(goodbyes(all))).toEqual(new Set(['finished']));
    expect(all.map((played) => faultyIn(played).length)).toEqual(turns.map(() => 1));
    const rows = all.map((played) => recordFrom(played.at(-1)?.after?.record ?? null)?.sessions);
    expect(rows.filter((row) => row?.length !== 1)).toEqual([]);
  });

  test.each(MODES)('comes to its goodbye when the store is %s from its first turn on', async (mode) => {
    const played = await session.whole(`always-${mode}`, failsIn(0, 1000, everything(mode)));
    expect(wrongIn(played)).toEqual([]);
    expect(goodbyes([played])).toEqual(['finished']);
    expect(played.filter(({ ms }) => ms > STORE_PATIENCE_MS)).toEqual([]);
    // Nothing is ever looked up, so nothing is written over what may lie there.
    expect(played.filter(({ after }) => after !== null)).toEqual([]);
  });

  test('comes to its goodbye when the store falls silent near its end', async () => {
    const played = await session.whole('silent', failsIn(session.turns.length - 4, 1000, everything('silent')));
    expect(wrongIn(played)).toEqual([]);
    expect(goodbyes([played])).toEqual(['finished']);
    expect(faultyIn(played)).toHaveLength(played.length - session.turns.length + 4);
  });
});
