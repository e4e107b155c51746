// A store of records in DynamoDB, one item a listener.

// The record is one attribute of JSON text, so the document client of lib-dynamodb would have nothing to translate.
import {
  type AttributeValue,
  DeleteItemCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { runWithin, type Sleep } from '../waiting';
import { endOf, objectIn, versionOf } from './reading';
import { Conflict, type Held, type Kept, type Store } from './store';

/** A command without an answer is given up after this long. DynamoDB answers in 5 to 10 ms, a new connection later. */
const COMMAND_MS = 450;
const CONNECTION_MS = 300;
/**
 * The first question waits this long at most for a connection that is being opened: a second one would be no sooner.
 */
const OPENING_MS = 100;
/** Not a digest, so the key of no listener. */
const NOBODY = 'nobody';

/** Says that an answer was not DynamoDB's but a proxy's, or cut off. The command may have been carried out. */
export class Garbled extends Error {
  override name = 'Garbled';
  override message = 'The answer cannot be read';
  /** The SDK's mark for an error after which it is worth trying again. */
  readonly $retryable = {};
}

export interface DynamoStore extends Store {
  /** Opens the connection ahead of the first question. Returns at once, and a failure is ignored. */
  warmUp(): void;
}

/**
 * The client as this store needs it. Region, credentials and endpoint come from where the SDK looks for them
 * (AWS_REGION, AWS_ENDPOINT_URL_DYNAMODB and so on) unless `settings` names them.
 */
export function dynamoClient(settings: DynamoDBClientConfig = {}): DynamoDBClient {
  return new DynamoDBClient({
    // The caller knows how long there is; a retry is for it to decide (`patient.ts`).
    maxAttempts: 1,
    retryMode: 'standard',
    requestHandler: {
      connectionTimeout: CONNECTION_MS,
      httpAgent: { keepAlive: true },
      httpsAgent: { keepAlive: true },
    },
    ...settings,
  });
}

interface Settings {
  table: string;
  sleep: Sleep;
  client?: DynamoDBClient;
}

/**
 * A store in the table `table`, whose partition key is the string `id`. Keys are digests of 1 to 2048 bytes; DynamoDB
 * has no empty key. An item holds `version` (a number), `record` (JSON text) and `expiresAt`, the TTL attribute, in
 * whole seconds since 1970: never later than asked for. Rejects with a `Conflict`, with `Garbled`, or with the SDK's
 * own error; each when `COMMAND_MS` are over at the latest.
 */
export function dynamoStore({ table, sleep, client = dynamoClient() }: Settings): DynamoStore {
  let opening: Promise<unknown> = Promise.resolve();
  const answered = <T extends Answer>(send: Send<T>): Promise<T> => answerIn(runWithin(sleep, COMMAND_MS, send));
  const lookUp = async (key: string, opened: Promise<unknown>) => {
    const command = new GetItemCommand({ TableName: table, Key: { id: { S: key } }, ConsistentRead: true });
    const { Item } = await answered(async (abortSignal) => {
      await opened;
      return client.send(command, { abortSignal });
    });
    return Item ? heldIn(Item) : null;
  };
  return {
    load: (key) => lookUp(key, opening),
    async save(key, record, written) {
      const input = { TableName: table, Item: itemOf(key, record, written), ...conditionFor(written.version) };
      await answered((abortSignal) => client.send(new PutItemCommand(input), { abortSignal }));
    },
    async forget(key) {
      const command = new DeleteItemCommand({ TableName: table, Key: { id: { S: key } } });
      await answered((abortSignal) => client.send(command, { abortSignal }));
    },
    warmUp() {
      // A question needs no other permission than every turn does. It also finds credentials and endpoint.
      opening = runWithin(sleep, OPENING_MS, () => lookUp(NOBODY, Promise.resolve())).catch(() => {});
    },
  };
}

function itemOf(key: string, record: Kept, { version, expiresAtMs }: { version: number; expiresAtMs: number }) {
  return {
    id: { S: key },
    version: { N: String(version + 1) },
    expiresAt: { N: String(Math.floor(expiresAtMs / 1000)) },
    record: { S: JSON.stringify(record) },
  };
}

/**
 * The condition under which a writing that was loaded as `version` may be replaced; 0 is what `heldIn` gives to
 * garbage.
 */
function conditionFor(version: number): Partial<PutItemCommandInput> {
  const ExpressionAttributeNames = { '#version': 'version' };
  if (version !== 0) {
    const ExpressionAttributeValues = { ':version': { N: String(version) } };
    return { ConditionExpression: '#version = :version', ExpressionAttributeNames, ExpressionAttributeValues };
  }
  return {
    ConditionExpression:
      'attribute_not_exists(id) OR NOT attribute_type(#version, :number) OR #version < :first OR #version > :last',
    ExpressionAttributeNames,
    ExpressionAttributeValues: {
      ':number': { S: 'N' },
      ':first': { N: '1' },
      ':last': { N: String(Number.MAX_SAFE_INTEGER) },
    },
  };
}

function heldIn(item: Record<string, AttributeValue>): Held {
  return {
    record: objectIn(item['record']?.S) ?? {},
    version: versionOf(numberIn(item['version'])),
    expiresAtMs: endOf(numberIn(item['expiresAt'])) * 1000,
  };
}

const numberIn = (value: AttributeValue | undefined): number | null =>
  value?.N === undefined ? null : Number(value.N);

interface Answer {
  $metadata: { requestId?: string | undefined };
}

type Send<T> = (giveUp: AbortSignal) => Promise<T>;

/** An answer that is DynamoDB's own; every error by a name that can be relied on. */
async function answerIn<T extends Answer>(sent: Promise<T>): Promise<T> {
  const answer = await sent.catch((error: unknown) => {
    throw nameError(error);
  });
  // DynamoDB numbers each of its answers. An empty page would else pass for "nothing is there".
  if (!answer.$metadata.requestId) throw new Garbled();
  return answer;
}

function nameError(error: unknown): unknown {
  const { name } = Object(error) as { name?: unknown };
  if (name === 'ConditionalCheckFailedException') return new Conflict();
  // A parser's message quotes the answer, and a record might stand in it.
  return name === 'SyntaxError' ? new Garbled() : error;
}
