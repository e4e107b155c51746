// Tests what lies in the table, and what is asked of it.

import { type AttributeValue, type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type DynamoStore, dynamoStore } from '../../lambda/persistence/dynamodb';
import { Conflict } from '../../lambda/persistence/store';
import { type FaultyDynamo, faultyDynamo } from '../support/faulty-dynamo';
import { HandTime } from '../support/hand-time';

const END = 1_900_000_000_999;
const KEY = 'a3'.repeat(32);

let dynamo: FaultyDynamo;
let client: DynamoDBClient;
let store: DynamoStore;
/** Every command with what it asks. */
let asked: { name: string; input: unknown }[] = [];
/** Stands still: this is about what is kept, not how fast. */
let waiting: HandTime;
const unheard = jest.fn();
const environment = { ...process.env };

beforeAll(async () => {
  dynamo = await faultyDynamo();
  client = await dynamo.table('listeners');
  client.middlewareStack.add(
    (next, context) => (args) => {
      asked.push({ name: String(context['commandName']), input: args.input });
      return next(args);
    },
    { step: 'initialize' },
  );
  process.on('unhandledRejection', unheard);
});
beforeEach(async () => {
  process.env = { ...environment };
  waiting = new HandTime();
  store = dynamoStore({ table: 'listeners', client, sleep: waiting.sleep });
  Object.assign(dynamo, { mode: () => 'right', onSilence: () => {}, onConnection: () => {} });
  await store.forget(KEY);
  asked = [];
  dynamo.seen = [];
  unheard.mockReset();
});
afterAll(async () => {
  process.off('unhandledRejection', unheard);
  process.env = environment;
  await dynamo.stop();
});

const item = async () =>
  (await client.send(new GetItemCommand({ TableName: 'listeners', Key: { id: { S: KEY } } }))).Item;
const lay = (attributes: Record<string, AttributeValue>) =>
  client.send(new PutItemCommand({ TableName: 'listeners', Item: { id: { S: KEY }, ...attributes } }));

describe('an item in the table', () => {
  it('holds the key, the record, its writing and its end in whole seconds for TTL, and nothing that was not given', async () => {
    await store.save(KEY, { tool: 'ball', gone: undefined }, { version: 0, expiresAtMs: END });
    expect(await item()).toEqual({
      id: { S: KEY },
      version: { N: '1' },
      expiresAt: { N: '1900000000' },
      record: { S: '{"tool":"ball"}' },
    });
  });

  it('is read as the last write left it, and written only on the writing it was built on', async () => {
    await store.save(KEY, {}, { version: 0, expiresAtMs: END });
    await store.load(KEY);
    await store.save(KEY, {}, { version: 1, expiresAtMs: END });
    expect(asked.map(({ name }) => name)).toEqual(['PutItemCommand', 'GetItemCommand', 'PutItemCommand']);
    expect(asked[1]?.input).toEqual({ TableName: 'listeners', Key: { id: { S: KEY } }, ConsistentRead: true });
    expect(asked[0]?.input).toMatchObject({ ConditionExpression: expect.stringContaining('attribute_not_exists(id)') });
    expect(asked[2]?.input).toMatchObject({
      ConditionExpression: '#version = :version',
      ExpressionAttributeValues: { ':version': { N: '1' } },
    });
  });

  it.each<[string, Record<string, AttributeValue>]>([
    ['nothing but its key', {}],
    ['a version in words', { version: { S: '3' }, record: { S: '{}' } }],
    ['a version of nothing', { version: { NULL: true } }],
    ['a version below the first', { version: { N: '0' } }],
    ['a version no computer counts to', { version: { N: '1e30' } }],
  ])('with %s is empty, and gives way to a first writing', async (_what, attributes) => {
    await lay(attributes);
    expect(await store.load(KEY)).toMatchObject({ record: {}, version: 0 });
    await expect(store.save(KEY, {}, { version: 1, expiresAtMs: END })).rejects.toThrow(Conflict);
    await store.save(KEY, { anew: true }, { version: 0, expiresAtMs: END });
    expect(await store.load(KEY)).toMatchObject({ record: { anew: true }, version: 1 });
  });

  it.each<[string, AttributeValue]>([
    ['no JSON', { S: '{"tool":' }],
    ['nothing', { S: '' }],
    ['a list', { S: '[1]' }],
    ['null', { S: 'null' }],
    ['a number', { S: '7' }],
    ['a number of DynamoDB’s', { N: '7' }],
    ['a map of DynamoDB’s', { M: { tool: { S: 'ball' } } }],
    ['bytes', { B: new Uint8Array([123, 125]) }],
  ])('whose record is %s is empty, and keeps its version', async (_what, record) => {
    await lay({ version: { N: '4' }, expiresAt: { S: 'soon' }, record });
    expect(await store.load(KEY)).toEqual({ record: {}, version: 4, expiresAtMs: 0 });
    await expect(store.save(KEY, {}, { version: 0, expiresAtMs: END })).rejects.toThrow(Conflict);
    await store.save(KEY, { anew: true }, { version: 4, expiresAtMs: END });
    expect(await store.load(KEY)).toMatchObject({ record: { anew: true }, version: 5 });
  });
});

describe('the connection', () => {
  it('is opened ahead by a question about nobody, and serves the first that is asked in earnest', async () => {
    let connections = 0;
    dynamo.onConnection = () => {
      connections += 1;
    };
    const fresh = dynamoStore({ table: 'listeners', client: dynamo.client(), sleep: waiting.sleep });
    fresh.warmUp();
    await fresh.load(KEY);
    expect(dynamo.seen).toEqual(['GetItem', 'GetItem']);
    expect(connections).toBe(1);
  });

  it('that is slow to open holds nobody up for long', async () => {
    const fresh = dynamoStore({ table: 'listeners', client: dynamo.client(), sleep: waiting.sleep });
    dynamo.mode = (_operation, number) => (number === 1 ? 'silent' : 'right');
    dynamo.onSilence = () => waiting.pass(100);
    fresh.warmUp();
    expect(await fresh.load(KEY)).toBeNull();
    expect(waiting.clock()).toBe(100);
  });

  it('may fail to open ahead, and nobody notices', async () => {
    dynamo.mode = (_operation, number) => (number === 1 ? 'closed' : 'right');
    store.warmUp();
    expect(await store.load(KEY)).toBeNull();
    expect(dynamo.seen).toEqual(['GetItem', 'GetItem']);
    await new Promise(setImmediate);
    expect(unheard).not.toHaveBeenCalled();
  });

  it('goes where the environment says, with the region and the credentials that stand there', async () => {
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'none',
      AWS_SECRET_ACCESS_KEY: 'none',
    });
    expect(await dynamoStore({ table: 'listeners', sleep: waiting.sleep }).load(KEY)).toBeNull();
    expect(dynamo.seen).toEqual(['GetItem']);
  });
});
