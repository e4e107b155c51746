// Tests that the words of a locale come together from their folders, and from the file beside the bundle.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderLanguages, type Languages, writeLanguages } from '../../content/languages';
import { fileLanguages } from '../../content/packed';

let dir: string;

function write(path: string, value: unknown): void {
  mkdirSync(join(dir, path, '..'), { recursive: true });
  writeFileSync(join(dir, path), typeof value === 'string' ? value : JSON.stringify(value));
}

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'words-'));
  write('folders/en/prompts.json', {
    hello: 'Hi from the {{color}} wall.',
    bye: 'Bye.',
    'emergency.local': 'the number to call',
    ask: ['Fibers? Ask a physical therapist.', 'Physical therapists know.'],
  });
  write('folders/en/numbers.json', { numbers: ['zero', 'one'] });
  write('folders/en/words.txt', 'startWord = start');
  write('folders/en/body.txt', '## wordGroups\nlimb: arm, leg');
  write('folders/en/symptoms.txt', '## dizzy\ndizzy\n## numb-limb\npatterns: {limb} .. numb\nnumb');
  write('folders/en/asked.txt', '## knots\nwhat is a knot\nwords: knot');
  write('folders/en-GB/prompts.json', { hello: 'Hi from the grey wall.' });
  write('folders/en-GB/words.json', {
    'physical therapist': 'physio',
    'physical therapists': 'physios',
    fibers: 'fibres',
    wall: 'hedge',
  });
  write('folders/en-GB/symptoms.txt', '## dizzy\npatterns: giddy .. {limb}\nlight in the head');
  write('folders/en-GB/asked.txt', '## knots\nwhat is a wee knot');
  mkdirSync(join(dir, 'bundle'));
  writeLanguages(join(dir, 'folders'), join(dir, 'bundle'));
});

afterAll(() => rmSync(dir, { recursive: true }));

const sources = () =>
  [
    ['folders', folderLanguages(join(dir, 'folders'))],
    ['files', fileLanguages(join(dir, 'bundle'))],
  ] as const;

test('a region says what it says differently and everything else as its language does', () => {
  for (const [, languages] of sources()) {
    const { sentences, names, questions, numbers, emergency } = languages.of('en-GB');
    expect(sentences).toEqual({
      hello: 'Hi from the grey wall.',
      bye: 'Bye.',
      'emergency.local': 'the number to call',
      ask: ['Fibres? Ask a physio.', 'Physios know.'],
    });
    expect(names['symptoms']).toEqual({ dizzy: ['dizzy', 'light in the head'], 'numb-limb': ['numb'] });
    expect(names['symptomPatterns']).toEqual({ 'numb-limb': ['{limb} .. numb'], dizzy: ['giddy .. {limb}'] });
    expect(names['startWord']).toBe('start');
    expect(questions.topics).toEqual({ knots: { asked: ['what is a knot', 'what is a wee knot'], words: ['knot'] } });
    expect(numbers).toEqual(['zero', 'one']);
    expect(emergency).toBe('the number to call');
  }
});

test('a region without differences speaks the language', () => {
  for (const [, languages] of sources()) expect(languages.of('en-AU').sentences['bye']).toBe('Bye.');
});

test('a listener in a locale nobody has written is answered in American English', () => {
  for (const [, languages] of sources()) {
    for (const locale of ['xx-YY', '', '../../etc/passwd', 'constructor']) {
      expect(languages.of(locale)).toBe(languages.of('en-US'));
    }
  }
});

test('words are read once, on first use', () => {
  for (const [, languages] of sources()) expect(languages.of('en-GB')).toBe(languages.of('en-GB'));
});

test('the same words come from both', () => {
  const [fromFolders, fromFiles] = sources().map(([, languages]) => languages);
  // Whole sentences are worked out by the build, and lie in a file of their own.
  const wordsOf = (languages: Languages | undefined, locale: string) => ({
    ...languages?.of(locale),
    knownSentences: undefined,
  });
  for (const locale of ['en-US', 'en-GB']) expect(wordsOf(fromFiles, locale)).toEqual(wordsOf(fromFolders, locale));
});

test('what is heard is not unpacked before something is heard', () => {
  writeFileSync(join(dir, 'bundle', 'en.heard.bin'), 'damaged');
  const language = fileLanguages(join(dir, 'bundle')).of('en-US');
  expect(language.sentences['bye']).toBe('Bye.');
  expect(() => language.names).toThrow();
});
