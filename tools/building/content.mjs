// What of the content is read when the skill runs?

import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';

/** Where a rule or a sentence comes from is for readers and tests; nobody hears it. */
const STANDS_BEHIND = ['sources', 'anchors'];

/** By file, what is left of it. A table that stands in no row keeps all but its sources. */
const READ = {
  'content/answers.json': ({ topics, exercises }) => ({
    topics: mapped(topics, ({ about, ground, more }) => ({
      about,
      ...(ground === 'out' ? { ground } : {}),
      // How many further parts there are; the facts behind each are not said.
      ...(more ? { more: more.map(() => 0) } : {}),
    })),
    exercises: mapped(exercises, () => 0),
  }),
  // `orElse` and `reads` tell people what becomes of a word; types and requests are for the model and its tests.
  'content/intents.json': ({ intents }) => ({
    // Of the slots only whether there are free words is asked.
    intents: intents.map(({ orElse, reads, slots, ...row }) => ({
      ...row,
      ...(Object.values(slots).includes(FREE) ? { slots } : {}),
    })),
  }),
};

/** The slot type that holds whatever was said. */
const FREE = 'AMAZON.SearchQuery';

const mapped = (table, map) => Object.fromEntries(Object.entries(table).map(([id, one]) => [id, map(one)]));

/** Node reads a long text and parses it faster than it compiles as long an object. */
const parsed = (table) => `JSON.parse(${JSON.stringify(JSON.stringify(table))})`;

/** Two hundred intents have the same few fields, whose names are written once. They are read when an intent comes. */
function intentsModule({ intents }) {
  const rows = intents.map(({ alexa, event, slots, ...more }) => [alexa, event, slots ? 1 : 0, more]);
  return `const rows = () => ${parsed(rows)};
    const slots = { words: '${FREE}' };
    const intentOf = ([alexa, event, free, more]) => ({ alexa, event, ...(free ? { slots } : {}), ...more });
    let intents;
    export default { get intents() { return (intents ??= rows().map(intentOf)); } };`;
}

/** By file, how its table becomes a module; one that stands in no row is one text. */
const MODULES = { 'content/intents.json': intentsModule };

/** An esbuild plugin that leaves out what the skill never reads of its tables. */
export function onlyWhatIsRead(root) {
  return {
    name: 'only what is read',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]content[\\/].*\.json$/ }, async ({ path }) => {
        const name = relative(root, path).replaceAll('\\', '/');
        const read = READ[name] ?? ((table) => table);
        const table = without(STANDS_BEHIND, read(JSON.parse(await readFile(path, 'utf8'))));
        return { contents: MODULES[name]?.(table) ?? `export default ${parsed(table)};`, loader: 'js' };
      });
    },
  };
}

const without = (names, table) =>
  JSON.parse(JSON.stringify(table, (key, value) => (names.includes(key) ? undefined : value)));
