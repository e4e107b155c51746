// Does a whole session go on, with nothing false said, whatever the table does in any of its turns?

import type { RequestEnvelope } from 'ask-sdk-model';
import { EMPTY_RECORD, type ListenerRecord, recordFrom } from '../../lambda/alexa/memory/record';
import type { Held, Store } from '../../lambda/persistence/store';
import { generatedModel } from '../../simulator/compose';
import { Echo } from '../../simulator/device';
import type { Mode, Operation } from '../support/faulty-dynamo';
import { heardWords } from '../support/heard';
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

interface TurnOfSession extends Played {
  nowMs: number;
}

let table: FailingTable;
/** The session as it goes when nothing fails, with the clock at each of its turns. */
let session: TurnOfSession[];
/** How long a turn took at most while as many others went on at the same time, and nothing failed. */
let noiseMs = 0;

const wrongIn = (all: readonly Played[]): string[] => all.flatMap(({ wrong }) => wrong);
const faultyIn = (all: readonly Played[]) => all.filter(({ log }) => log.errors);

/** A whole session of somebody called `who`, with a fault of the table in the turns that have one. */
async function wholeSession(who: string, faultIn: (turn: number) => Fault | undefined = () => undefined) {
  const played: TurnOfSession[] = [];
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

const everyTurn = (fault?: Fault, of: (played: Played, index: number) => boolean = () => true) =>
  Promise.all(session.flatMap((played, index) => (of(played, index) ? [turnAlone(index, fault)] : [])));

const saves = ({ asked }: Played): boolean => asked.includes('PutItem');
/** Turns that only look something up are alike; every third of them will do, unless it costs nothing to take all. */
const telling = (played: Played, index: number): boolean => saves(played) || index % 3 === 0;

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

test.each([...QUICK, ...SLOW])(
  'a table that is %s in any one turn, or only in its writing: a true answer in time, one second try, nothing lost',
  async (mode) => {
    // Turns that cost nothing are all taken.
    const of = mode === 'throttled' || mode === 'silent' ? undefined : telling;
    const [all, written] = await Promise.all([everyTurn(everything(mode), of), everyTurn(writing(mode), saves)]);
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
    const turns = session.flatMap((played, index) => (telling(played, index) ? [index] : []));
    const all = await Promise.all(
      turns.map((turn, nth) => {
        const fault = everything(QUICK[nth % QUICK.length] ?? 'closed');
        return wholeSession(`once-${turn}`, failsIn(turn, turn, fault));
      }),
    );
    expect(wrongIn(all.flat())).toEqual([]);
    expect(new Set(goodbyes(all))).toEqual(new Set(['finished']));
    expect(all.map((played) => faultyIn(played).length)).toEqual(turns.map(() => 1));
    const rows = all.map((played) => recordFrom(played.at(-1)?.after?.record ?? null)?.sessions);
    expect(rows.filter((row) => row?.length !== 1)).toEqual([]);
  }, 60_000);

  test('comes to its goodbye when the table fails from its first turn on, or falls silent near its end', async () => {
    const quick = QUICK.filter((_, index) => index % 2 === 0);
    const fromFirst = quick.map((mode) => wholeSession(`always-${mode}`, failsIn(0, 1000, everything(mode))));
    const silent = wholeSession('silent', failsIn(session.length - 4, 1000, everything('silent')));
    const all = await Promise.all([...fromFirst, silent]);
    expect(wrongIn(all.flat())).toEqual([]);
    expect(new Set(goodbyes(all))).toEqual(new Set(['finished']));
    expect(all.flat().filter(({ ms }) => ms > TURN_MS + noiseMs)).toEqual([]);
    const kept = all.slice(0, quick.length).flatMap((played) => played.filter(({ after }) => after !== null));
    expect(kept).toEqual([]);
  }, 60_000);
});

describe('another speaker of the household who writes in between', () => {
  const BEDROOM = 'b'.repeat(64);
  /** Before `times` of the savings of a turn the other speaker is there first. */
  const meddling =
    (key: () => string, times: number) =>
    (store: Store): Store => ({
      ...store,
      async save(...saving) {
        if (times-- > 0) await meddle(key());
        return store.save(...saving);
      },
    });

  async function meddle(key: string): Promise<void> {
    const held = await table.direct.load(key);
    const record = recordFrom(held?.record ?? null) ?? EMPTY_RECORD;
    const place = recordFrom(session.find(saves)?.after?.record ?? null)?.places[0];
    const sessions = [
      { day: 20_000, region: 'lower' as const, tool: 'roller' as const, minutes: 10 as const, holds: 2 },
    ];
    const others: ListenerRecord = {
      ...record,
      pace: 'slow',
      brokenAudio: [BEDROOM],
      places: [
        ...record.places.filter(({ device }) => device !== BEDROOM),
        ...(place ? [{ ...place, device: BEDROOM }] : []),
      ],
      sessions: [...sessions, ...record.sessions.filter(({ day }) => day !== 20_000)],
    };
    const writing = { version: held?.version ?? 0, expiresAtMs: START + 397 * 86_400_000 };
    await table.direct.save(key, { ...others }, writing);
  }

  async function metIn(index: number, times: number): Promise<Played & { ours: ListenerRecord | null }> {
    count += 1;
    const was = session[index];
    if (!was) throw new Error(`The session has no turn ${index}`);
    const listener = table.listener(
      `met-${count}`,
      () => was.nowMs,
      meddling(() => listener.key, times),
    );
    if (was.before) await layDown(listener.key, was.before);
    return { ...(await listener.turn(was.request)), ours: recordFrom(was.after?.record ?? null) };
  }

  const everyWriting = (times: number) =>
    Promise.all(session.flatMap((played, index) => (saves(played) ? [metIn(index, times)] : [])));
  const theirs = {
    pace: 'slow',
    brokenAudio: [BEDROOM],
    places: expect.arrayContaining([expect.objectContaining({ device: BEDROOM })]),
  };

  test('once in any one turn loses nothing, and makes nobody lose anything', async () => {
    for (const { wrong, after, ours, log, asked } of await everyWriting(1)) {
      expect(wrong).toEqual([]);
      expect(log.store).toBe('merged');
      expect(asked).toEqual(['GetItem', 'PutItem', 'GetItem', 'PutItem']);
      const record = recordFrom(after?.record ?? null);
      expect(record).toMatchObject(theirs);
      expect(record?.places).toEqual(expect.arrayContaining(ours?.places ?? []));
      expect(record?.sessions).toEqual([expect.objectContaining({ region: 'lower' }), ...(ours?.sessions ?? [])]);
      expect(record).toMatchObject({ usual: ours?.usual, explained: ours?.explained });
    }
  });

  test('again and again in any one turn keeps what it wrote, and we promise nothing', async () => {
    for (const { wrong, after, log, asked } of await everyWriting(9)) {
      expect(wrong).toEqual([]);
      expect(log.store).toBe('unreachable');
      expect(asked).toEqual(['GetItem', 'PutItem', 'GetItem', 'PutItem']);
      expect(recordFrom(after?.record ?? null)).toMatchObject(theirs);
    }
  });
});

/** The same session, and in turn `index` the listener asks for everything to be deleted, and says yes. */
async function forgetting(index: number, fault?: Fault): Promise<Played[]> {
  count += 1;
  const was = session[index];
  const open = session[index + 1];
  if (!was || !open) throw new Error(`The session has no turn ${index}`);
  const { key, turn } = table.listener(`forgetting-${count}`, () => open.nowMs);
  if (was.after) await layDown(key, was.after);
  const said = (name: string, attributes: unknown) =>
    ({
      ...open.request,
      session: { ...was.request.session, attributes },
      request: { ...open.request.request, type: 'IntentRequest', intent: { name, confirmationStatus: 'NONE' } },
    }) as RequestEnvelope;
  const asked = await turn(said('ForgetMeIntent', was.response.sessionAttributes));
  return [asked, await turn(said('AMAZON.YesIntent', asked.response.sessionAttributes), fault)];
}

describe('“forget everything”, said yes to at any point', () => {
  const everywhere = async (fault?: Fault) => {
    const open = session.flatMap(({ response }, index) =>
      response.response.shouldEndSession === false ? [index] : [],
    );
    return (await Promise.all(open.map((index) => forgetting(index, fault)))).flat();
  };

  test('leaves nothing', async () => {
    const all = await everywhere();
    expect(wrongIn(all)).toEqual([]);
    expect(all.filter((_, index) => index % 2 === 1).every(({ after }) => after === null)).toBe(true);
  });

  test.each<[string, Fault]>([
    ['fails', everything('fault500')],
    ['is forbidden to delete', writing('forbidden')],
    ['does not answer', everything('silent')],
    ['deletes and does not answer', writing('lost')],
  ])('with a table that %s is not called done, and nothing else is promised', async (_, fault) => {
    expect(wrongIn(await everywhere(fault))).toEqual([]);
  });
});

/** Somebody whose session goes as said, the table failing to write in one of the turns, and who opens the skill anew. */
async function reopened(who: string, said: readonly string[], failsIn: number): Promise<Played> {
  let turns = 0;
  let last: Played | null = null;
  const listener = table.listener(who, () => echo.nowMs());
  const handler = async (request: RequestEnvelope) => {
    last = await listener.turn(request, turns++ === failsIn ? writing('fault500') : undefined);
    return last.response;
  };
  const echo = new Echo({ handler, modelOf: generatedModel, startMs: START });
  for (const words of [...TO_THE_PRESS, ...said, 'open knot relief']) {
    if (words === LATER) await echo.wait(26_000);
    else await echo.say(words);
  }
  if (!last) throw new Error('Nothing was said');
  return last;
}

/** In the middle of the first hold. */
const LATER = '(26 seconds later)';

const TO_THE_PRESS = [
  'open knot relief',
  ...Array(8).fill('no'),
  'start',
  'upper left, tennis ball, three minutes',
  'no',
  'five',
  'ready',
  'ready',
];

describe('a place that could not be let go of in the turn in which it was over', () => {
  const pressed = TO_THE_PRESS.length;

  test('is let go of in the next: after an emergency nobody is led back', async () => {
    const { response, after } = await reopened('emergency', [LATER, 'i have chest pain', 'repeat'], pressed);
    expect(heardWords(response.response)).not.toMatch(/We stopped/);
    expect(after?.record).toMatchObject({ places: [] });
  });

  test('is let go of in the next: after its last question nobody is led back', async () => {
    const { response, after } = await reopened('close', ['four', 'no', 'no'], pressed + 1);
    expect(heardWords(response.response)).not.toMatch(/We stopped/);
    expect(after?.record).toMatchObject({ places: [] });
  });

  test('is not taken up by the short re-check again when that told of something new', async () => {
    const opened = [LATER, 'open knot relief', 'yes', 'yes', 'no'];
    const { response } = await reopened('something-new', opened, pressed + 2);
    expect(heardWords(response.response)).not.toMatch(/We stopped/);
  });
});
