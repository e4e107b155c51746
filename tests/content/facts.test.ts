// Tests that a sentence, a table or a tested rule carries every fact that must be spoken or enforced.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import citations from '../../content/citations.json';
import facts from '../../content/facts.json';
import { allCitations, spokenSentences, textAt, uncitedFacts } from '../../tools/facts';

const ROOT = join(__dirname, '..', '..');
const used = (use: string) => facts.filter((fact) => fact.use === use).map(({ id }) => id);

describe('the facts behind the words', () => {
  test('a reviewer finds all 322 facts, in order', () => {
    expect(facts.map(({ id }) => id)).toEqual(Array.from({ length: 322 }, (_, index) => `F${index + 1}`));
  });

  test('a reviewer finds every fact of the routine and of safety somewhere in the product', () => {
    expect(uncitedFacts()).toEqual([]);
  });

  test('a reviewer has at most three facts to check for a sentence', () => {
    const crowded = Object.entries(citations.sentences).filter(([, cited]) => cited.length > 3);
    expect(crowded).toEqual([]);
  });

  test('a reviewer who follows a citation arrives at words that are spoken', () => {
    const spoken = spokenSentences();
    const silent = Object.keys(citations.sentences).filter((address) => textAt(address, spoken) === undefined);
    expect(silent).toEqual([]);
  });

  test('a reviewer who follows a rule arrives at a test of that name', () => {
    for (const { test: address } of Object.values(citations.rules)) {
      const [file = '', name = ''] = address.split(' › ');
      expect([file, existsSync(join(ROOT, file))]).toEqual([file, true]);
      expect(readFileSync(join(ROOT, file), 'utf8')).toContain(name);
    }
  });

  test('a claim the sources get wrong is never cited, and its corrected wording is written down', () => {
    const wrong = used('X');
    expect(allCitations().filter(({ fact }) => wrong.includes(fact))).toEqual([]);
    expect(Object.keys(citations.corrected).sort()).toEqual([...wrong].sort());
  });

  test('a citation of a fact that does not exist is noticed', () => {
    const known = new Set(facts.map(({ id }) => id));
    expect(allCitations().filter(({ fact }) => !known.has(fact))).toEqual([]);
  });
});
