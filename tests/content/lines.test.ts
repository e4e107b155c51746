// Tests that the text files of a language are read as they are meant, and that a slip in one is told with its place.

import { join } from 'node:path';
import { questionsIn } from '../../content/asked';
import { locales } from '../../content/index';
import { examplesOf, heardIn, phrasesOf } from '../../content/languages';
import { HEAD, itemsOf, sectionsOf } from '../../content/lines';
import { namesIn } from '../../content/names';
import { examplesIn, phrasesIn } from '../../content/phrases';

const LANGUAGES = join(__dirname, '../../content/languages');

/** A folder with these files and no others. */
const folderOf = (files: Record<string, string>) => (file: string) => ({
  text: files[file] ?? '',
  path: `en/${file}`,
});

const BODY = '## wordGroups\nfoot: foot, feet, toe\nlimb: arm, leg, {foot}\n';

describe('a text file of words', () => {
  test('is read by headings, without its comments', () => {
    const text = '# Two of something.\nboth: both, either\n\n## sides\n# The near one.\nleft: left\n';
    const { [HEAD]: head, sides } = sectionsOf(text, 'en/body.txt');
    expect(head?.lists['both']).toEqual({ text: 'both, either', at: 'en/body.txt:2' });
    expect(sides?.lists['left']).toEqual({ text: 'left', at: 'en/body.txt:6' });
  });

  test('goes on with a line in the next one, which is indented', () => {
    const { knots } = sectionsOf('## knots\nwhat is\n  a knot\nwords: knot,\n  lump', 'asked.txt');
    expect(knots?.lines).toEqual([{ text: 'what is a knot', at: 'asked.txt:2' }]);
    expect(itemsOf(knots?.lists['words'] ?? { text: '', at: '' })).toEqual(['knot', 'lump']);
  });

  test('names the words of another group, and says several phrases at once', () => {
    const names = namesIn(folderOf({ 'body.txt': `paired: {limb}, (near|far) side [of me]\n${BODY}` }));
    expect(names['paired']).toEqual([
      ...['arm', 'leg', 'foot', 'feet', 'toe'],
      ...['near side', 'near side of me', 'far side', 'far side of me'],
    ]);
  });

  test('keeps the groups of a pattern, and takes phrases and what is harmless from below it', () => {
    const symptoms = '## numb-limb\npatterns: numb .. {limb}\nno feeling, dead arm\n## harmless\nmind went numb\n';
    expect(namesIn(folderOf({ 'body.txt': BODY, 'symptoms.txt': symptoms }))).toMatchObject({
      symptoms: { 'numb-limb': ['no feeling', 'dead arm'] },
      symptomPatterns: { 'numb-limb': ['numb .. {limb}'] },
      harmless: ['mind went numb'],
    });
  });

  test('tells how an answer is asked for, in which order, and which words mean the same', () => {
    const asked = '## knots\nwhat (is|are) [the] knots\nwords: lump\n## exercise.how\nhow do i do *\n';
    const questions = questionsIn(folderOf({ 'asked.txt': asked, 'meanings.txt': 'light: a\n## same\nknot, lump\n' }));
    expect(questions.words).toMatchObject({ light: ['a'], same: [['knot', 'lump']] });
    expect(questions.topics['knots']).toEqual({
      asked: ['what is knots', 'what is the knots', 'what are knots', 'what are the knots'],
      words: ['lump'],
    });
    expect(questions.aspects).toEqual({ how: ['how do i do *'] });
  });

  test('has the templates of an intent, and what a known sentence means', () => {
    const phrases = '## parts\nwho = (he|she)\n## AMAZON.YesIntent\nyes, <who> does\n';
    expect(phrasesIn(folderOf({ 'phrases.txt': phrases }))).toEqual({
      parts: { who: '(he|she)' },
      phrases: { 'AMAZON.YesIntent': ['yes', '<who> does'] },
    });
    const examples = 'six to seven -> NumberIntent number=6 upTo=7\nfine -> AMAZON.YesIntent\n';
    expect(examplesIn(folderOf({ 'examples.txt': examples }))).toEqual({
      'six to seven': { intent: 'NumberIntent', slots: { number: '6', upTo: '7' } },
      fine: { intent: 'AMAZON.YesIntent', slots: {} },
    });
  });
});

describe('a slip in a text file is told with file and line', () => {
  const reading = (files: Record<string, string>) => () => {
    namesIn(folderOf(files));
    questionsIn(folderOf(files));
    phrasesIn(folderOf(files));
    examplesIn(folderOf(files));
  };

  test.each([
    ['an empty list', { 'words.txt': 'yes: yeah\nno:\n' }, 'en/words.txt:2: an entry of the list is empty'],
    ['a comma too many', { 'words.txt': 'yes: yeah,, yep\n' }, 'en/words.txt:1: an entry of the list is empty'],
    ['a heading with nothing below', { 'asked.txt': '## knots\n' }, 'en/asked.txt:1: nothing stands below "knots"'],
    ['a list nobody reads', { 'words.txt': 'yess: yeah\n' }, 'en/words.txt:1: nothing reads "yess"'],
    ['a table nobody reads', { 'body.txt': '## limps\narm: arm\n' }, 'en/body.txt:1: nothing reads "limps"'],
    ['a misspelt name', { 'symptoms.txt': '## dizzy\npattern: woozy\n' }, 'en/symptoms.txt:2: nothing reads "pattern"'],
    ['a wording above all topics', { 'asked.txt': 'what is it\n' }, 'en/asked.txt:1: a list has no name'],
    ['a list without a name in a table', { 'words.txt': '## tools\nball\n' }, 'en/words.txt:2: a list has no name'],
    ['a list without a name', { 'words.txt': 'yeah, yep\n' }, 'en/words.txt:1: a list has no name'],
    ['a topic nobody answers', { 'asked.txt': '## nots\nwhat is it\n' }, 'en/asked.txt:1: there is no topic "nots"'],
    ['an unknown symptom', { 'symptoms.txt': '## num\nnumb\n' }, 'en/symptoms.txt:1: there is no symptom "num"'],
    ['an unknown intent', { 'phrases.txt': '## YepIntent\nyep\n' }, 'en/phrases.txt:1: there is no intent "YepIntent"'],
    [
      'a section that stands twice',
      { 'asked.txt': '## knots\na knot\n## knots\na lump\n' },
      'en/asked.txt:3: the section "knots" stands twice',
    ],
    ['a list that stands twice', { 'words.txt': 'yes: yeah\nyes: yep\n' }, 'en/words.txt:2: "yes" stands twice'],
    ['a list that is a table too', { 'words.txt': 'no: nah\n## no\nno: no\n' }, 'en/words.txt:2: "no" stands twice'],
    [
      'a template that grows into thousands',
      { 'body.txt': `limbs: ${'(a|b|c|d|e|f|g|h) '.repeat(3).trim()}\n` },
      'en/body.txt:1: 512 phrases in one template: "(a|b|c|d|e|f|g|h) (a|b|c|d|e|f|g|h) (a|b|c|d|e|f|g|h)"',
    ],
    ['an unknown group in a list', { 'body.txt': 'limbs: {lim}\n' }, 'en/body.txt:1: there is no group {lim}'],
    [
      'an unknown group in a pattern',
      { 'symptoms.txt': '## dizzy\npatterns: {room} .. spins\n' },
      'en/symptoms.txt:2: there is no group {room}',
    ],
    [
      'a group among other words of a list',
      { 'body.txt': `limbs: my {limb}\n${BODY}` },
      'en/body.txt:1: a group stands alone in a list of words: "my {limb}"',
    ],
    [
      'a bracket that is not closed',
      { 'asked.txt': '## knots\nwhat (is|was a knot\n' },
      'en/asked.txt:2: A bracket of a phrase is not closed with )',
    ],
    [
      'an unknown piece of a phrase',
      { 'phrases.txt': '## AMAZON.NoIntent\n<nay>\n' },
      'en/phrases.txt:2: there is no piece <nay>',
    ],
    ['an example without a meaning', { 'examples.txt': 'yes\n' }, 'en/examples.txt:1: an example has no " -> "'],
  ])('%s', (_, files, fault) => {
    expect(reading(files as Record<string, string>)).toThrow(fault);
  });
});

test('the text files of every language have no slip', () => {
  for (const { language, locale } of locales) {
    expect(() => heardIn(LANGUAGES, [language, locale])).not.toThrow();
    expect(() => phrasesOf(LANGUAGES, locale, language)).not.toThrow();
    expect(() => examplesOf(LANGUAGES, language)).not.toThrow();
  }
});
