// Calls a built skill as Lambda does: a fresh process, the handler of index.js, one event.
//
// The requests come as JSON lines on standard input; each answer leaves as a line that begins with ANSWER,
// because the skill may log.

const { join } = require('node:path');
const { createInterface } = require('node:readline');

const { handler } = require(join(process.argv[2], 'index.js'));

(async () => {
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`ANSWER ${JSON.stringify(await handler(JSON.parse(line), {}))}\n`);
  }
})();
