// Serves thousands of sessions from two processes on one table, and counts what is lost or mixed up.

import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { type ListenerRecord, recordFrom } from '../lambda/alexa/memory/record';
import { dynamoClient, dynamoStore } from '../lambda/persistence/dynamodb';
import type { Store } from '../lambda/persistence/store';
import { KINDS, type Kind, type Speaker, TURNS_OF_A_SESSION } from './load/people';
import type { Job, Tally } from './load/worker';

// The SDK says on Node 20 that it will one day need 22; this is how it is told that this is known.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

const TABLE = 'listeners';
const AT_ONCE = 16;
/** Of twenty sessions, two are of a household: one at each of its speakers, in both processes at once. */
const HOMES_EVERY = 20;

/** Kinds that differ in all that is kept, for the two speakers of a home. */
const KITCHEN = 0;
const BEDROOM = 1;

/** Who goes to which process. */
function crowd(sessions: number): [Speaker[], Speaker[]] {
  const one: Speaker[] = [];
  const other: Speaker[] = [];
  for (let index = 0; index < sessions; index += 2) {
    const home = index % HOMES_EVERY === 0;
    const name = (which: string) => (home ? `home-${index}` : `${which}-${index}`);
    one.push({ user: name('one'), device: `kitchen-${index}`, kind: home ? KITCHEN : (index / 2) % KINDS.length });
    other.push({
      user: name('other'),
      device: `bedroom-${index}`,
      kind: home ? BEDROOM : (index / 2 + 3) % KINDS.length,
    });
  }
  return [one, other];
}

/** Lets two speakers of a home go on when both have come to the same turn. */
function introduce(workers: ChildProcess[]): void {
  const there = new Set<string>();
  for (const worker of workers) {
    worker.on('message', ({ at }: { at?: string }) => {
      if (!at) return;
      if (there.delete(at)) for (const each of workers) each.send({ go: at });
      else there.add(at);
    });
  }
}

async function served(worker: ChildProcess, job: Job): Promise<Tally> {
  let tally: Tally | null = null;
  worker.on('message', (message: { tally?: Tally }) => {
    tally = message.tally ?? tally;
  });
  worker.send({ job });
  await once(worker, 'exit');
  if (!tally) throw new Error('A worker ended before its work did');
  return tally;
}

const digest = (id: string): string => createHash('sha256').update(id).digest('hex');
const SETTINGS = { SlowerIntent: 'slow', CountMoreIntent: 'more', CountLessIntent: 'less' };

/** What of a session is not in the record that it should have left. */
function missing(
  record: ListenerRecord | null,
  { device }: Speaker,
  { region, tool, minutes, setting }: Kind,
): string[] {
  if (!record) return ['record'];
  const place = record.places.find((one) => one.device === digest(`amzn1.ask.device.${device}`));
  const choice = place?.plan.choice;
  const row = record.sessions.find((one) => one.region === region);
  const changed = setting === 'SlowerIntent' ? record.pace : record.counting;
  return [
    ...(choice?.region === region && choice.tool === tool && choice.minutes === minutes ? [] : ['place']),
    ...(row?.tool === tool && row.minutes === minutes ? [] : ['session']),
    ...(changed === SETTINGS[setting] ? [] : ['setting']),
  ];
}

async function lost(store: Store, speakers: readonly Speaker[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const speaker of speakers) {
    const held = await store.load(digest(`amzn1.ask.account.${speaker.user}`));
    const kind = KINDS[speaker.kind];
    const record = recordFrom(held?.record ?? null);
    for (const what of kind ? missing(record, speaker, kind) : ['kind']) counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}

function sum(counts: readonly Record<string, number>[]): string {
  const all: Record<string, number> = {};
  for (const [name, times] of counts.flatMap((one) => Object.entries(one))) all[name] = (all[name] ?? 0) + times;
  return (
    Object.entries(all)
      .map(([name, times]) => `${name} ${times}`)
      .join(', ') || 'none'
  );
}

function print(tallies: readonly Tally[], gone: Record<string, number>): void {
  const total = (of: (tally: Tally) => number) => tallies.reduce((so, tally) => so + of(tally), 0);
  const ms = tallies.flatMap((tally) => tally.ms).sort((one, other) => one - other);
  const at = (share: number) => ms[Math.floor(ms.length * share)] ?? 0;
  const turns = total((tally) => tally.turns);
  const seconds = Math.max(...tallies.map((tally) => tally.seconds));
  const rows: [string, string][] = [
    ['sessions', String(total((tally) => tally.sessions))],
    ['turns', `${turns}, ${Math.round(turns / seconds)} a second, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`],
    ['store', sum(tallies.map((tally) => tally.outcomes))],
    ['errors', sum(tallies.map((tally) => tally.errors))],
    ['answers meant for others', String(total((tally) => tally.strange))],
    ['lost updates', sum([gone])],
  ];
  for (const [what, figure] of rows) process.stdout.write(`${what.padEnd(26)}${figure}\n`);
  for (const example of tallies.flatMap((tally) => tally.examples)) process.stdout.write(`  ${example}\n`);
}

/** `tsx bench/load.ts [SESSIONS]` */
async function main(sessions: number): Promise<void> {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = dynamoClient({
    endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  });
  await client.send(
    new CreateTableCommand({
      TableName: TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    }),
  );
  const crowds = crowd(sessions);
  const workers = crowds.map(() => fork(join(__dirname, 'load', 'worker.ts')));
  introduce(workers);
  const tallies = await Promise.all(
    workers.map((worker, index) =>
      served(worker, { speakers: crowds[index] ?? [], endpoint, table: TABLE, atOnce: AT_ONCE }),
    ),
  );
  // Looked up when all is over, however long that takes.
  const store = dynamoStore({ table: TABLE, client, sleep: () => new Promise(() => {}) });
  const gone = await lost(store, crowds.flat());
  print(tallies, gone);
  const whole = tallies.every(({ turns, sessions: ended }) => turns === ended * TURNS_OF_A_SESSION);
  if (!whole || Object.keys(gone).length > 0 || tallies.some(({ strange }) => strange > 0)) process.exitCode = 1;
  client.destroy();
  server.close();
  server.closeAllConnections();
}

void main(Number(process.argv[2] ?? 20_000));
