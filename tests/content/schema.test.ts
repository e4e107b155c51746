// Tests that every content file has the shape that content/schema.ts gives it.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exercises, languageFiles, locales } from '../../content/index';
import { folderLanguages } from '../../content/languages';
import { faultsOf, listFaultsOf, type Shape } from '../../content/schema';
import type { Written } from '../../content/writing';

const CONTENT = join(__dirname, '..', '..', 'content');
const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(CONTENT, ...path), 'utf8'));
const exerciseFiles = readdirSync(join(CONTENT, 'exercises')).filter((name) => name.endsWith('.json'));

describe('the shape of the content', () => {
  test.each(exerciseFiles)('an editor of %s is told of anything misspelled or missing', (name) => {
    const exercise = read('exercises', name) as { family: Shape; id: string };
    expect(faultsOf(exercise.family, exercise)).toEqual([]);
    expect(`${exercise.id}.json`).toBe(name);
  });

  test('an exercise file that nobody imports is noticed', () => {
    const imported = [...Object.values(exercises.stretches), ...Object.values(exercises.presses), exercises.pin];
    expect(imported.map(({ id }) => `${id}.json`).sort()).toEqual([...exerciseFiles].sort());
  });

  const tables: [string, Shape][] = [
    ['routines.json', 'routines'],
    ['gentle.json', 'gentle'],
    ['red-flags.json', 'redFlags'],
    ['locales.json', 'locales'],
    ['facts.json', 'facts'],
    ['citations.json', 'citations'],
    ['languages/en/exercises.json', 'sentences'],
    ['answers.json', 'answers'],
    ['languages/en/answers.json', 'answerFile'],
    ['languages/en-GB/words.json', 'otherWords'],
    ['languages/en-AU/words.json', 'otherWords'],
    ['languages/en-CA/words.json', 'otherWords'],
    ['languages/en-IN/words.json', 'otherWords'],
  ];
  test.each(tables)('an editor of %s is told of anything misspelled or missing', (name, shape) => {
    expect(faultsOf(shape, read(name))).toEqual([]);
  });

  test('a misspelled field or an unknown side is refused', () => {
    const shrugs = read('exercises', 'shoulder-shrugs.json') as Record<string, unknown>;
    expect(faultsOf('stretch', { ...shrugs, secnds: 3 })).not.toEqual([]);
    expect(faultsOf('stretch', { ...shrugs, place: 'sofa' })).not.toEqual([]);
    expect(faultsOf('stretch', { ...shrugs, sources: [] })).not.toEqual([]);
  });

  const { names: table, questions } = folderLanguages(join(CONTENT, 'languages')).of('en-US');
  const names = table as Written & Record<string, string[]>;

  test('the lists of English are in its script, and none is empty', () => {
    const asked = Object.fromEntries(Object.entries(questions.topics).map(([id, topic]) => [id, topic.asked]));
    expect(listFaultsOf({ ...names, asked } as Written)).toEqual([]);
  });

  test('a list in another script or without a word is refused by its name', () => {
    const limbs = [...(names['limbs'] ?? []), 'рука'];
    const changed = { ...names, limbs, negations: [], wordGroups: { numb: ['numb', 'dеad'] } };
    expect(listFaultsOf(changed).sort()).toEqual(['limbs: рука', 'negations is empty', 'wordGroups.numb: dеad']);
  });

  test('a language says how it is written', () => {
    const { script: _, ...writing } = names.writing;
    expect(listFaultsOf({ ...names, writing } as Written)).not.toEqual([]);
    expect(listFaultsOf({ ...names, writing: { ...names.writing, script: ['Elvish'] } })).not.toEqual([]);
    expect(listFaultsOf({ ...names, writing: { ...names.writing, letters: { àâ: 'aaa' } } })).toEqual([
      'writing.letters: àâ has not as many letters',
    ]);
  });

  test('a listener in any locale gets the base language first and then what differs', () => {
    for (const { locale, language } of locales) expect(languageFiles(locale)).toEqual([language, locale]);
    expect(languageFiles('xx-YY')).toEqual(['xx', 'xx-YY']);
  });
});
