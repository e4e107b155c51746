// One measured process: a first answer, or a whole session again and again.
//
// Plain JavaScript, so that nothing but the skill is loaded. Called with: what to measure, the handler's file, a file
// of requests, and how many turns.

const { readFileSync } = require('node:fs');

const [, , what, file, requestsFile, turns] = process.argv;
const requests = JSON.parse(readFileSync(requestsFile, 'utf8'));
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

async function timed(handler, request) {
  const before = performance.now();
  await handler(request, {});
  return performance.now() - before;
}

/** From before `require` to the answer; the processor's time does not depend on what else the machine does. */
async function cold() {
  const before = performance.now();
  const cpuBefore = process.cpuUsage();
  const { handler } = require(file);
  await handler(requests[0], {});
  const { user, system } = process.cpuUsage(cpuBefore);
  return { ms: performance.now() - before, cpuMs: (user + system) / 1000 };
}

async function warm() {
  const { handler } = require(file);
  // The first session is where everything is loaded that is loaded once.
  const [first, ...later] = requests;
  await timed(handler, first);
  const second = later.length > 0 ? await timed(handler, later[0]) : 0;
  for (const request of later.slice(1)) await timed(handler, request);
  const rssOnce = process.memoryUsage().rss;
  const times = [];
  for (let turn = 0; turn < Number(turns); turn++) times.push(await timed(handler, requests[turn % requests.length]));
  times.sort((one, other) => one - other);
  return { second, p50: at(times, 0.5), p99: at(times, 0.99), rssOnce, rss: process.memoryUsage().rss };
}

(what === 'cold' ? cold() : warm()).then((result) => {
  process.stdout.write(JSON.stringify(result));
  process.exit(0);
});
