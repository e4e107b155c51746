// Tests how a turn ends its waiting, whatever the table does.

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type DynamoStore, dynamoStore } from '../../lambda/persistence/dynamodb';
import { makePatient, Unreachable } from '../../lambda/persistence/patient';
import { Conflict, type Store } from '../../lambda/persistence/store';
import type { Sleep } from '../../lambda/waiting';
import { type FaultyDynamo, faultyDynamo, type Mode, type Operation } from '../support/faulty-dynamo';
import { HandTime } from '../support/hand-time';

/** How long a turn gives the store. */
const BUDGET_MS = 1200;
const END = 1_900_000_000_000;
const FIRST = { version: 0, expiresAtMs: END };
let dynamo: FaultyDynamo;
let client: DynamoDBClient;
let bare: DynamoStore;
/** Moves when the table does not answer, and during a pause. */
let time: HandTime;
const unheard = jest.fn();

/** A limit ends by the table's silence alone, whatever the machine is busy with; a pause is over at once. */
const sleep: Sleep = async (ms, called) => (called ? time.sleep(ms, called) : time.pass(ms));

beforeAll(async () => {
  process.on('unhandledRejection', unheard);
  dynamo = await faultyDynamo();
  client = await dynamo.table('listeners');
  bare = dynamoStore({ table: 'listeners', client, sleep });
});
beforeEach(async () => {
  time = new HandTime();
  Object.assign(dynamo, { mode: () => 'right', onSilence: () => time.passToNext() });
  for (const key of ['one', 'two', 'three']) {
    await bare.forget(key);
    await bare.save(key, { kept: true }, FIRST);
  }
  dynamo.seen = [];
});
afterAll(async () => {
  await dynamo.stop();
  process.off('unhandledRejection', unheard);
});

const forTurn = (store: Store = bare): Store =>
  makePatient(store, { untilMs: time.clock() + BUDGET_MS, clock: time.clock, sleep });
const whenever = (...modes: Mode[]) => {
  dynamo.mode = (_operation, number) => modes[number - 1] ?? 'right';
};

async function reasonOf(work: Promise<unknown>): Promise<Error> {
  const beganMs = time.clock();
  const reason = await work.then(
    () => new Error('It went well'),
    (error: Error) => error,
  );
  expect(time.clock() - beganMs).toBeLessThanOrEqual(BUDGET_MS);
  return reason;
}

/** Each with a record of its own. */
const CALLS: ((store: Store) => Promise<unknown>)[] = [
  (store) => store.load('one'),
  (store) => store.save('two', { written: true }, { version: 1, expiresAtMs: END }),
  (store) => store.forget('three'),
];
const OPERATIONS: Operation[] = ['GetItem', 'PutItem', 'DeleteItem'];
const timesSeen = () => OPERATIONS.map((operation) => dynamo.seen.filter((seen) => seen === operation).length);

/** What may pass, with the cause that is named at the end. */
const PASSING: [Mode, string][] = [
  ['silent', 'TimeoutError'],
  ['half', 'TimeoutError'],
  ['throttled', 'ThrottlingException'],
  ['overProvision', 'ProvisionedThroughputExceededException'],
  ['fault500', 'InternalServerError'],
  ['fault503', 'Garbled'],
  ['closed', 'TimeoutError'],
  ['garbage', 'Garbled'],
  ['html', 'Garbled'],
  ['empty', 'Garbled'],
];
const REFUSALS: [Mode, string][] = [
  ['forbidden', 'AccessDeniedException'],
  ['noTable', 'ResourceNotFoundException'],
];

/** How load, save and forget end when each is all that a turn asks. */
async function reasons(store?: Store): Promise<Error[]> {
  const all: Error[] = [];
  for (const call of CALLS) all.push(await reasonOf(call(forTurn(store))));
  return all;
}

describe('loading, saving and forgetting', () => {
  it.each(PASSING)(
    'with a table that is %s to the end: two tries each, then unreachable by %s',
    async (mode, cause) => {
      dynamo.mode = () => mode;
      for (const reason of await reasons()) {
        expect(reason).toBeInstanceOf(Unreachable);
        expect(reason.cause).toMatchObject({ name: cause });
      }
      expect(timesSeen()).toEqual([2, 2, 2]);
    },
  );

  it.each(PASSING)('with a table that is %s at first: the second try of each goes well', async (mode) => {
    dynamo.mode = (operation) => (dynamo.seen.filter((seen) => seen === operation).length === 1 ? mode : 'right');
    const results: unknown[] = [];
    for (const call of CALLS) results.push(await call(forTurn()));
    expect(results[0]).toEqual({ record: { kept: true }, version: 1, expiresAtMs: END });
    expect(timesSeen()).toEqual([2, 2, 2]);
    expect(await bare.load('two')).toEqual({ record: { written: true }, version: 2, expiresAtMs: END });
    expect(await bare.load('three')).toBeNull();
  });

  it.each(REFUSALS)('with a table that is %s: one try each, and the refusal by its name', async (mode, name) => {
    dynamo.mode = () => mode;
    for (const reason of await reasons()) expect(reason).toMatchObject({ name });
    expect(timesSeen()).toEqual([1, 1, 1]);
  });

  it('where nothing listens: unreachable by a refused connection', async () => {
    const nobody = dynamoStore({
      table: 'listeners',
      client: dynamo.client({ endpoint: 'http://127.0.0.1:1' }),
      sleep,
    });
    for (const reason of await reasons(nobody)) {
      expect(reason).toBeInstanceOf(Unreachable);
      expect(reason.cause).toMatchObject({ code: 'ECONNREFUSED' });
    }
  });
});

describe('a whole turn', () => {
  it.each(PASSING)('with a table that is %s has one second try for all its calls, and one end', async (mode) => {
    dynamo.mode = () => mode;
    const store = forTurn();
    for (const call of CALLS) expect(await reasonOf(call(store))).toBeInstanceOf(Unreachable);
    expect(time.clock()).toBeLessThanOrEqual(BUDGET_MS);
    expect(dynamo.seen.length).toBeLessThanOrEqual(CALLS.length + 1);
  });

  it('does not take an empty page for a listener nobody knows', async () => {
    whenever('empty');
    expect(await forTurn().load('one')).toMatchObject({ record: { kept: true } });
  });
});

describe('a save whose answer was lost', () => {
  const save = (store: Store) => store.save('one', { written: true }, { version: 1, expiresAtMs: END });

  it('is known to be done when its second try meets what the first one wrote', async () => {
    whenever('lost');
    await save(forTurn());
    expect(dynamo.seen).toEqual(['PutItem', 'PutItem', 'GetItem']);
    dynamo.mode = () => 'right';
    expect(await bare.load('one')).toEqual({ record: { written: true }, version: 2, expiresAtMs: END });
  });

  it('is not known to be done when nothing answers afterwards', async () => {
    whenever('lost', 'right', 'silent');
    const reason = await reasonOf(save(forTurn()));
    expect(reason).toBeInstanceOf(Unreachable);
  });

  it('is a conflict when somebody else wrote meanwhile', async () => {
    whenever('silent');
    const silence = new Promise<void>((resolve) => {
      dynamo.onSilence = resolve;
    });
    const saving = reasonOf(save(forTurn()));
    await silence;
    await bare.save('one', { from: 'somebody else' }, { version: 1, expiresAtMs: END });
    time.passToNext();
    expect(await saving).toBeInstanceOf(Conflict);
    expect((await bare.load('one'))?.record).toEqual({ from: 'somebody else' });
  });

  it('of two speakers is a conflict at once, without a second try, when the other was first', async () => {
    await bare.save('one', { from: 'the other' }, { version: 1, expiresAtMs: END });
    dynamo.seen = [];
    expect(await reasonOf(save(forTurn()))).toBeInstanceOf(Conflict);
    expect(dynamo.seen).toEqual(['PutItem']);
  });
});

it('leaves no rejection that nobody hears', async () => {
  // What was given up has failed by the next turn of the event loop.
  await new Promise(setImmediate);
  expect(unheard).not.toHaveBeenCalled();
});
