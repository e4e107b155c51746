// How fast does the built skill start and answer, in one run on this machine?

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { talkingEcho } from '../simulator/compose';

const COLD_STARTS = 9;
const WARM_TURNS = 2000;
const WARM_QUESTIONS = 500;

/** One fresh process: milliseconds until an empty file has run, or until the bundle has answered a launch. */
function coldMs(program: string): number {
  return Number(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' }));
}

const median = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

function launching(bundle: string): string {
  const request = {
    version: '1.0',
    session: { new: true, sessionId: 's', application: { applicationId: 'a' }, user: { userId: 'u' } },
    context: { System: { application: { applicationId: 'a' }, user: { userId: 'u' }, device: { deviceId: 'd' } } },
    request: { type: 'LaunchRequest', requestId: 'r', timestamp: new Date().toISOString(), locale: 'en-US' },
  };
  return `const t = performance.now(); require(${JSON.stringify(bundle)}).handler(${JSON.stringify(request)}).then(() => console.log(performance.now() - t));`;
}

const QUESTIONS = [
  'should i press on a knot',
  'use a foam roller on my lower back',
  'does it keep coming back',
  'purple elephants in the garden',
  'sitting at a computer all day is that why my upper back gets so tight',
];

/** One fresh process: milliseconds that the first question takes after a launch, then the median and slowest of many. */
function asking(bundle: string): { first: number; median: number; p99: number } {
  const program = `
    const { handler } = require(${JSON.stringify(bundle)});
    const system = { application: { applicationId: 'a' }, user: { userId: 'u' }, device: { deviceId: 'd' } };
    const send = (request, attributes) => handler({
      version: '1.0',
      session: { new: !attributes, sessionId: 's', application: system.application, user: system.user, attributes },
      context: { System: system },
      request: { requestId: 'r', timestamp: new Date().toISOString(), locale: 'en-US', ...request },
    });
    const ask = (query) => ({ type: 'IntentRequest', intent: { name: 'AskIntent', slots: { query: { name: 'query', value: query } } } });
    const questions = ${JSON.stringify(QUESTIONS)};
    (async () => {
      const { sessionAttributes } = await send({ type: 'LaunchRequest' });
      const times = [];
      for (let turn = 0; turn <= ${WARM_QUESTIONS}; turn++) {
        const before = performance.now();
        await send(ask(questions[turn % questions.length]), sessionAttributes);
        times.push(performance.now() - before);
      }
      const [first, ...others] = times;
      others.sort((a, b) => a - b);
      const at = (share) => others[Math.floor(others.length * share)];
      console.log(JSON.stringify({ first, median: at(0.5), p99: at(0.99) }));
    })();`;
  return JSON.parse(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' }));
}

async function warm(): Promise<number[]> {
  const turns: number[] = [];
  while (turns.length < WARM_TURNS) {
    const echo = talkingEcho({});
    const lines = [
      'open knot relief',
      ...Array<string>(8).fill('no'),
      'start',
      'upper left, tennis ball, five minutes',
      'no',
      'four',
      'ready',
      'ready',
      'four',
    ];
    for (const line of lines) {
      const before = performance.now();
      await echo.say(line);
      turns.push(performance.now() - before);
    }
  }
  return turns.sort((a, b) => a - b);
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'knot-relief-bench-'));
  try {
    const builder = './build.mjs';
    const { buildInto } = (await import(builder)) as { buildInto(folder: string): Promise<void> };
    await buildInto(folder);
    const cold = Array.from({ length: COLD_STARTS }, () => coldMs(launching(join(folder, 'index.js'))));
    const bytes = readdirSync(folder).map(
      (file) => `${file} ${Math.round(statSync(join(folder, file)).size / 1024)} KB`,
    );
    const asked = Array.from({ length: COLD_STARTS }, () => asking(join(folder, 'index.js')));
    const middle = (of: (one: (typeof asked)[number]) => number) => median(asked.map(of)).toFixed(1);
    const turns = await warm();
    console.log(`bundle             ${bytes.join(', ')}`);
    console.log(`cold, to an answer ${median(cold).toFixed(0)} ms (median of ${COLD_STARTS} processes)`);
    console.log(
      `a question         first ${middle(({ first }) => first)} ms, then p50 ${middle((one) => one.median)} ms, p99 ${middle(({ p99 }) => p99)} ms (medians of ${COLD_STARTS} processes)`,
    );
    console.log(
      `warm, understood and answered  p50 ${turns[Math.floor(turns.length / 2)]?.toFixed(2)} ms, p99 ${turns[Math.floor(turns.length * 0.99)]?.toFixed(2)} ms over ${turns.length} turns`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
