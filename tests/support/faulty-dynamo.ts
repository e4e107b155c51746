// A table over HTTP that answers as DynamoDB does, until it is told not to.

import { createServer, type IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, type DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { dynamoClient } from '../../lambda/persistence/dynamodb';

// The SDK says on Node 20 that it will one day need 22; this is how it is told that this is known.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

export type Operation = 'GetItem' | 'PutItem' | 'DeleteItem' | 'CreateTable';

/** What becomes of one request. `silent` and `lost` differ in what was done: nothing, and all of it. */
export type Mode = keyof typeof FAULTS | 'right';

export interface FaultyDynamo {
  endpoint: string;
  /** What a client needs to talk to it, and nothing from the environment. */
  settings: DynamoDBClientConfig;
  /** Every request since the start or since it was emptied, oldest first; CreateTable is left out. */
  seen: Operation[];
  /** What becomes of the next requests; may be replaced at any time. */
  mode: (operation: Operation, number: number) => Mode;
  /** Called when a request is left without an answer, or with a part of one. */
  onSilence: () => void;
  /** Called for every new connection. */
  onConnection: () => void;
  /** A new client, with its own connections. */
  client(settings?: DynamoDBClientConfig): DynamoDBClient;
  /** Makes a table as the skill's is, and gives a client that reaches it. */
  table(name: string): Promise<DynamoDBClient>;
  stop(): Promise<void>;
}

type Answer = (response: ServerResponse) => void;

const says =
  (
    status: number,
    body: string,
    type = 'application/x-amz-json-1.0',
    headers = { 'x-amzn-RequestId': 'FAULT' },
  ): Answer =>
  (response) =>
    void response.writeHead(status, { 'Content-Type': type, ...headers }).end(body);

const refuses = (status: number, error: string): Answer =>
  says(
    status,
    JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${error}`, message: 'As the test wants it.' }),
  );

/** Each fault, by name; 400, 500 and 503 as DynamoDB words them. */
export const FAULTS = {
  silent: () => {},
  lost: () => {},
  throttled: refuses(400, 'ThrottlingException'),
  overProvision: refuses(400, 'ProvisionedThroughputExceededException'),
  forbidden: refuses(400, 'AccessDeniedException'),
  noTable: refuses(400, 'ResourceNotFoundException'),
  fault500: refuses(500, 'InternalServerError'),
  fault503: says(503, 'Service Unavailable', 'text/plain'),
  closed: (response) => void response.socket?.destroy(),
  garbage: says(200, '{"Item": {"id":'),
  html: says(200, '<html><body>Please log in</body></html>', 'text/html'),
  empty: (response) => void response.writeHead(200).end(),
  half: (response) => void response.writeHead(200, { 'Content-Length': '500' }).write('{"Item": {"version"'),
} satisfies Record<string, Answer>;

/** Each keeps the caller waiting. */
const SILENT = new Set<Mode>(['silent', 'lost', 'half']);

/** The SDK measures a connection by the machine's clock, which must not matter here however busy the machine is. */
const ANY_CONNECTION = { connectionTimeout: 0, httpAgent: { keepAlive: true } };

/** Starts a table on a free port of this machine. `stop` it. */
export async function faultyDynamo(): Promise<FaultyDynamo> {
  const right = dynalite({ createTableMs: 0, deleteTableMs: 0 });
  const server = createServer((request, response) => {
    const operation = (request.headers['x-amz-target'] ?? '').toString().split('.')[1] as Operation;
    const mode = operation === 'CreateTable' ? 'right' : dynamo.mode(operation, dynamo.seen.push(operation));
    handle(right, mode, request, response);
    if (SILENT.has(mode)) request.on('end', () => setImmediate(dynamo.onSilence));
  });
  server.on('connection', () => dynamo.onConnection());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = { endpoint, region: 'eu-west-1', credentials: { accessKeyId: 'none', secretAccessKey: 'none' } };
  const dynamo: FaultyDynamo = {
    endpoint,
    settings,
    seen: [],
    mode: () => 'right',
    onSilence: () => {},
    onConnection: () => {},
    client: (others) => inOneWorld(dynamoClient({ ...settings, requestHandler: ANY_CONNECTION, ...others })),
    table: async (name) => {
      const client = dynamo.client();
      await client.send(new CreateTableCommand(tableNamed(name)));
      return client;
    },
    stop: () => stopped(server),
  };
  return dynamo;
}

function handle(right: Server, mode: Mode, request: IncomingMessage, response: ServerResponse): void {
  if (mode === 'right') return void right.emit('request', request, response);
  // Done, and the answer goes nowhere.
  if (mode === 'lost') return void right.emit('request', request, new ServerResponse(request));
  request.resume().on('end', () => FAULTS[mode](response));
}

const tableNamed = (name: string) => ({
  TableName: name,
  BillingMode: 'PAY_PER_REQUEST' as const,
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' as const }],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' as const }],
});

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * Node's own errors are not `instanceof Error` for what Jest runs, in a world of its own, so the SDK would wrap a broken
 * connection in an error without name and code. Here they are made anew, as outside of Jest they arrive.
 */
function inOneWorld(client: DynamoDBClient): DynamoDBClient {
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (error instanceof Error) throw error;
        const { name, message, code } = error as NodeJS.ErrnoException;
        throw Object.assign(new Error(message), { name, code });
      }
    },
    { step: 'deserialize', priority: 'high' },
  );
  return client;
}
