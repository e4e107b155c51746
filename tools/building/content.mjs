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
  // `orElse` and `reads` tell people what becomes of a word; slots, types and requests are for the model and its tests.
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

/** An esbuild plugin that leaves out what the skill never reads of its tables. */
export function onlyWhatIsRead(root) {
  return {
    name: 'only what is read',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]content[\\/].*\.json$/ }, async ({ path }) => {
        const whole = JSON.parse(await readFile(path, 'utf8'));
        const read = READ[relative(root, path).replaceAll('\\', '/')] ?? ((table) => table);
        const contents = JSON.stringify(read(whole), (key, value) => (STANDS_BEHIND.includes(key) ? undefined : value));
        return { contents, loader: 'json' };
      });
    },
  };
}
