// Does a whole session go on, with nothing false said, whatever the table does in any of its turns?

import type { RequestEnvelope } from 'ask-sdk-model';
import type { Held } from '../../lambda/persistence/store';
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
