// A DynamoDB on this machine, for as long as the bench runs.

import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { AddressInfo, Server } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';

type Dynalite = (options: { createTableMs: number }) => Server;

export interface LocalTables {
  /** What a process needs in its environment to find them. */
  env: Record<string, string>;
  /** How many questions they have been asked so far. */
  asked(): number;
  close(): void;
}

/** Starts dynalite on a free port of this machine with empty tables, whose key is the string `id`. */
export async function localTables(names: readonly string[]): Promise<LocalTables> {
  const dynalite = createRequire(__filename)('dynalite') as Dynalite;
  const server = dynalite({ createTableMs: 0 });
  let asked = 0;
  server.on('request', () => {
    asked++;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const env = {
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}`,
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  };
  const client = new DynamoDBClient({
    endpoint: env.AWS_ENDPOINT_URL_DYNAMODB,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  for (const TableName of names) {
    await client.send(
      new CreateTableCommand({
        TableName,
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        BillingMode: 'PAY_PER_REQUEST',
      }),
    );
  }
  return {
    env,
    asked: () => asked,
    close() {
      client.destroy();
      server.close();
    },
  };
}
