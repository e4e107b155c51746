// Tests that the words of a locale come together from their folders, and from the file beside the bundle.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileLanguages, folderLanguages, writeLanguages } from '../../content/languages';

let dir: string;

function write(path: string, value: unknown): void {
  mkdirSync(join(dir, path, '..'), { recursive: true });
  writeFileSync(join(dir, path), JSON.stringify(value));
}

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'words-'));
  write('folders/en/prompts.json', {
    hello: 'Hi from the {{color}} wall.',
    bye: 'Bye.',
    'emergency.local': 'the number to call',
    ask: ['Fibers? Ask a physical therapist.', 'Physical therapists know.'],
  });
  write('folders/en/names.json', {
    startWord: 'start',
    numbers: ['zero', 'one'],
    symptoms: { dizzy: ['dizzy'], numb: ['numb'] },
  });
  write('folders/en-GB/prompts.json', { hello: 'Hi from the grey wall.' });
  write('folders/en-GB/words.json', {
    'physical therapist': 'physio',
    'physical therapists': 'physios',
    fibers: 'fibres',
    wall: 'hedge',
  });
  write('folders/en-GB/names.json', { symptoms: { dizzy: ['light in the head'] } });
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
    const { sentences, names, numbers, emergency } = languages.of('en-GB');
    expect(sentences).toEqual({
      hello: 'Hi from the grey wall.',
      bye: 'Bye.',
      'emergency.local': 'the number to call',
      ask: ['Fibres? Ask a physio.', 'Physios know.'],
    });
    expect(names['symptoms']).toEqual({ dizzy: ['dizzy', 'light in the head'], numb: ['numb'] });
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
  for (const locale of ['en-US', 'en-GB']) expect({ ...fromFiles?.of(locale) }).toEqual({ ...fromFolders?.of(locale) });
});

test('what is heard is not unpacked before something is heard', () => {
  const path = join(dir, 'bundle', 'en.json');
  const file = JSON.parse(readFileSync(path, 'utf8')) as { heard: string };
  writeFileSync(path, JSON.stringify({ ...file, heard: 'damaged' }));
  const language = fileLanguages(join(dir, 'bundle')).of('en-US');
  expect(language.sentences['bye']).toBe('Bye.');
  expect(() => language.names).toThrow();
});
