// Do the words of a locale come together from their folders, and from the files beside the bundle?

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { builtFiles, fileLanguages, folderLanguages, type LanguageFile, languageFile } from '../../content/languages';

let dir: string;

function write(path: string, value: unknown): void {
  mkdirSync(join(dir, path, '..'), { recursive: true });
  writeFileSync(join(dir, path), JSON.stringify(value));
}

/** As the builder does: what is said in one file, what is heard packed in another. */
function writeBuilt({ base, regions }: LanguageFile): void {
  const { said, heard } = builtFiles('en');
  const named = Object.entries(regions).map(([locale, { names }]) => [locale, names]);
  write(`bundle/${said}`, { base, regions });
  const heardFile = JSON.stringify({ base: base.names, regions: Object.fromEntries(named) });
  writeFileSync(join(dir, 'bundle', heard), brotliCompressSync(heardFile));
}

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'words-'));
  write('folders/en/prompts.json', {
    hello: 'Hi from the {{color}} wall.',
    bye: 'Bye.',
    'emergency.local': 'the number to call',
  });
  write('folders/en/names.json', { startWord: 'start', symptoms: { dizzy: ['dizzy'], numb: ['numb'] } });
  write('folders/en-GB/prompts.json', { hello: 'Hi from the grey wall.' });
  write('folders/en-GB/names.json', { symptoms: { dizzy: ['light in the head'] } });
  writeBuilt(languageFile(join(dir, 'folders'), 'en'));
});

afterAll(() => rmSync(dir, { recursive: true }));

const sources = () =>
  [
    ['folders', folderLanguages(join(dir, 'folders'))],
    ['files', fileLanguages(join(dir, 'bundle'))],
  ] as const;

test('a region says what it says differently and everything else as its language does', () => {
  for (const [, languages] of sources()) {
    const { sentences, names, emergency } = languages.of('en-GB');
    expect(sentences).toEqual({
      hello: 'Hi from the grey wall.',
      bye: 'Bye.',
      'emergency.local': 'the number to call',
    });
    expect(names['symptoms']).toEqual({ dizzy: ['dizzy', 'light in the head'], numb: ['numb'] });
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

test('names are not read before something is heard', () => {
  const languages = fileLanguages(join(dir, 'bundle'));
  const language = languages.of('en-US');
  rmSync(join(dir, 'bundle', builtFiles('en').heard));
  expect(language.sentences['bye']).toBe('Bye.');
  expect(() => language.names).toThrow('ENOENT');
});
