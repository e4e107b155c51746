// Holds the list of files entered for one answer: both ways are played to their end, and returns are counted.

import { join } from 'node:path';
import { listPath, ofConverse, pathsIn, WAYS } from '../../tools/paths';

const ROOT = join(__dirname, '../..');

/** One function of each file, in this order. */
const entering = (...files: string[]) => files.map((file) => ({ file, at: 0, conversing: true }));

describe('a reader who follows one answer through the code', () => {
  test('sees the way from the skill to the reply of the moment, and to where it leads', async () => {
    const paths = await pathsIn(ROOT);
    expect(paths.map(({ way }) => way)).toEqual(WAYS);
    const [screening = [], finding = []] = paths.map(({ entries }) => entries);
    for (const entries of [screening, finding]) {
      expect(entries[0]?.file).toBe('lambda/alexa/skill.ts');
      expect(ofConverse(entries)[0]?.file).toBe('lambda/dialogue/converse.ts');
      expect(ofConverse(entries).length).toBeLessThan(entries.length);
    }
    const moments = (entries: typeof screening) => listPath(ofConverse(entries)).join('\n');
    expect(moments(screening)).toMatch(/replies\/screening\/screening\.ts[\s\S]*moments\/screening\/screening\.ts/);
    expect(moments(screening)).not.toContain('routine/');
    expect(moments(finding)).toMatch(/replies\/routine\/finding\.ts[\s\S]*moments\/routine\/pressing\.ts/);
  });

  test('returns to a file only after leaving it', () => {
    expect(listPath(entering('a', 'a', 'b', 'a'))).toEqual([
      '   2  a',
      '   1  b',
      'run: files 2, entries 3, returns 1',
      'read, each function once: files 2, entries 2, returns 0',
    ]);
  });
});
