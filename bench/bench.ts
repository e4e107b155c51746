// Measures how fast the built skill starts and answers beside a hello-world skill, in one run; `npm run bench`.
//
// With the folder of another build (`npm run bench -- FOLDER`) that one is measured in the same run.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { adapterFound, type Candidate, candidatesIn, IN_MEMORY, OTHER_BUILD } from './candidates';
import { type LocalTables, localTables } from './local-table';
import { type Cold, coldStart, median, type Warm, warmTurns } from './processes';
import { questionRequests, sessionRequests } from './session-requests';
import { AIMS, type Row, ratiosOf, tableOf } from './table';
import { understandingLine } from './understanding';

const COLD_STARTS = 15;
const WARM_TURNS = 20_000;
/** A turn over the table on this machine takes milliseconds, nearly all of them dynalite's. */
const WARM_TURNS_WITH_TABLE = 1000;
const WARM_QUESTIONS = 500;
const TABLES = { ours: 'listeners', hello: 'greetings' };

interface Bench {
  tables: LocalTables;
  session: string;
  questions: string;
}

async function rowsOf(candidates: readonly Candidate[], { tables, session }: Bench): Promise<Row[]> {
  const starts = candidates.map((): Cold[] => []);
  // In turns, so that other work on this machine meets all alike.
  for (let start = 0; start < COLD_STARTS; start++) {
    for (const [at, candidate] of candidates.entries())
      starts[at]?.push(await coldStart(candidate, tables.env, session));
  }
  const rows: Row[] = [];
  for (const [at, candidate] of candidates.entries()) {
    const turns = candidate.table ? WARM_TURNS_WITH_TABLE : WARM_TURNS;
    const askedBefore = tables.asked();
    const { p50, p99, rssOnce, rss } = await warmTurns(candidate, tables.env, session, turns);
    // A skill that has asked its table nothing is not what its row would say.
    if (candidate.table && tables.asked() === askedBefore) continue;
    const middle = (of: keyof Cold) => median((starts[at] ?? []).map((one) => one[of]));
    const cold = { coldMs: middle('ms'), coldCpuMs: middle('cpuMs'), wholeMs: middle('wholeMs') };
    rows.push({ name: candidate.name, bytes: candidate.bytes, ...cold, p50, p99, turns, rssOnce, rss });
  }
  return rows;
}

async function questionLine(candidate: Candidate, { tables, questions }: Bench): Promise<string> {
  const asked: Warm[] = [];
  for (let start = 0; start < COLD_STARTS; start++)
    asked.push(await warmTurns(candidate, tables.env, questions, WARM_QUESTIONS));
  const middle = (of: (one: Warm) => number) => median(asked.map(of)).toFixed(1);
  const first = `the first of a process ${middle(({ second }) => second)} ms (aim: under ${AIMS.firstQuestionMs} ms)`;
  const later = `then p50 ${middle(({ p50 }) => p50)} ms, p99 ${middle(({ p99 }) => p99)} ms (aim: under ${AIMS.questionP99Ms} ms)`;
  return `a question: ${first}, ${later}`;
}

function requestsIn(folder: string, name: string, requests: unknown[]): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(requests));
  return path;
}

async function print(folder: string, tables: LocalTables): Promise<void> {
  const [, , older] = process.argv;
  const candidates = await candidatesIn(folder, TABLES, older && resolve(older));
  const requests = await sessionRequests();
  const session = requestsIn(folder, 'session.json', requests);
  const bench = { tables, session, questions: requestsIn(folder, 'questions.json', questionRequests(requests)) };
  const rows = await rowsOf(candidates, bench);
  const named = (name: string) => rows.find((row) => row.name === name);
  const [inMemory, hello] = [named(IN_MEMORY), named('hello-world')];
  if (!candidates[0] || !inMemory || !hello) throw new Error('nothing was measured');
  const withTable = named('this skill, DynamoDB');
  console.log(`${tableOf(rows)}\n`);
  console.log(`${ratiosOf({ inMemory, withTable, hello, withAdapter: named('hello-world, adapter') })}\n`);
  const other = named(OTHER_BUILD);
  if (other)
    console.log(`beside the other build: ${(inMemory.coldCpuMs / other.coldCpuMs).toFixed(2)} x the cold CPU\n`);
  console.log(await questionLine(candidates[0], bench));
  console.log(understandingLine());
  console.log(`a session of ${requests.length} requests; cold starts are medians of ${COLD_STARTS} processes`);
  console.log(`adapter: ${adapterFound() ?? 'not installed here, so not measured'}`);
  if (!withTable) console.log('this skill, DynamoDB: not measured, it asked its table nothing');
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'knot-relief-bench-'));
  const tables = await localTables(Object.values(TABLES));
  try {
    await print(folder, tables);
  } finally {
    tables.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
