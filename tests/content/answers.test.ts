// Tests that every answer is short, grounded, cautious, and asked for in words of its own.

import { join } from 'node:path';
import answers from '../../content/answers.json';
import facts from '../../content/facts.json';
import { locales, topics } from '../../content/index';
import { folderLanguages } from '../../content/languages';
import written from '../../content/languages/en/answers.json';
import { ANSWER, type AnswerFile, answerSentences } from '../../content/questions';
import { lengthOfWords } from '../../lambda/speech/length';
import { citedAnswers } from '../../tools/answers';
import { sentencesOf, spokenSentences } from '../../tools/facts';

const file = written as unknown as AnswerFile;
const said = answerSentences(file);
const parts = Object.entries(said).filter(([key]) => !key.endsWith('.title'));
const rows = answers.topics as Record<string, { about: string; ground: string; cautions: string[] }>;
const MOST_WORDS = 60;
const MOST_MS = 20_000;
const MOST_SENTENCES = 3;
const ONE_BREATH = 18;

const spoken = (text: string) => text.replace(/\{\{\w+\}\}/g, 'ten');
const wordsOf = (text: string) => spoken(text).split(/\s+/).length;

describe('the answers', () => {
  test('a listener hears at most three sentences and sixty words at a time, each in one breath', () => {
    const long = parts.filter(([, text]) => wordsOf(text) > MOST_WORDS || sentencesOf(text).length > MOST_SENTENCES);
    const breathless = parts.flatMap(([, text]) => sentencesOf(text).filter((one) => wordsOf(one) > ONE_BREATH));
    expect([long, breathless]).toEqual([[], []]);
  });

  test('a listener hears no more than twenty seconds of an answer at a time; "more" has the rest', () => {
    const languages = folderLanguages(join(__dirname, '../../content/languages'));
    const long = locales.flatMap(({ locale }) => {
      const { sentences } = languages.of(locale);
      const ofAnswers = Object.entries(sentences).filter(([key]) => key.startsWith(ANSWER));
      return ofAnswers.flatMap(([key, text]) =>
        [text].flat().some((one) => lengthOfWords(spoken(one)) > MOST_MS) ? [`${locale} ${key}`] : [],
      );
    });
    expect(long).toEqual([]);
  });

  test('a listener is never asked anything by an answer: the question belongs to the moment', () => {
    expect(parts.filter(([, text]) => text.includes('?'))).toEqual([]);
  });

  test('a reviewer finds sources for every sentence, and nothing cited that is not said', () => {
    const all = spokenSentences();
    const crooked = citedAnswers().filter(
      ({ key, sources }) => sentencesOf(String(all[key])).length !== sources.length,
    );
    expect(crooked).toEqual([]);
    const cited = new Set(citedAnswers().map(({ key }) => key));
    expect(parts.map(([key]) => key).filter((key) => !cited.has(key))).toEqual([]);
  });

  test('a reviewer finds every fact that is answered on request said by an answer', () => {
    const cited = new Set(citedAnswers().flatMap(({ sources }) => sources.flat()));
    const unsaid = facts.filter(({ id, use }) => use === 'Q' && !cited.has(id)).map(({ id }) => id);
    expect(unsaid).toEqual([]);
    const wrong = facts.filter(({ id, use }) => use === 'X' && cited.has(id)).map(({ id }) => id);
    expect(wrong).toEqual([]);
  });

  test('whatever can be found can be said, and whatever is said can be found', () => {
    const keys = Object.values(topics).flatMap(({ title, parts: acts }) => [title, ...acts.flat()]);
    const all = spokenSentences();
    const silent = keys.filter(({ key, context }) => !(key in all) && !(`${key}_${context}` in all));
    expect(silent).toEqual([]);
    expect(Object.keys(file.topics).filter((id) => !(id in topics))).toEqual([]);
    expect(Object.keys(rows).sort()).toEqual(Object.keys(file.topics).sort());
  });

  test('no two answers are asked for in the same words', () => {
    const owners = new Map<string, string[]>();
    const { questions } = folderLanguages(join(__dirname, '../../content/languages')).of('en-US');
    for (const [id, { asked }] of Object.entries(questions.topics))
      for (const one of asked) owners.set(one, [...(owners.get(one) ?? []), id]);
    expect([...owners].filter(([, ids]) => ids.length > 1)).toEqual([]);
  });
});

describe('the cautions', () => {
  const CAUTIONS: Record<string, RegExp> = {
    spine: /spine/i,
    five: /five or less|over five|at five/i,
    'two-weeks': /two weeks/i,
    medicine: /label|pharmacist|doctor/i,
    heat: /warm, not hot|not hot|cloth|asleep|sleep|no heat|burn/i,
    skin: /skin|swollen|bruise/i,
    floor: /get down|floor/i,
    numb: /numb/i,
  };

  test.each(Object.keys(CAUTIONS))('somebody who needs to hear "%s" hears it with the answer', (caution) => {
    const due = Object.keys(rows).filter((id) => rows[id]?.cautions.includes(caution));
    const silent = due.filter((id) => {
      const topic = file.topics[id];
      return ![topic?.says, ...(topic?.more ?? [])].some((text) => CAUTIONS[caution]?.test(text ?? ''));
    });
    expect(due.length).toBeGreaterThan(0);
    expect(silent).toEqual([]);
  });

  test('somebody who asks for medicine hears of label, pharmacist or doctor, and never how much', () => {
    const about = Object.keys(rows).filter((id) => rows[id]?.about === 'medicine');
    const silent = about.filter((id) => !/label|pharmacist|doctor/i.test(file.topics[id]?.says ?? ''));
    expect(silent).toEqual([]);
    const dosed = parts.filter(([, text]) => /milligram|\b(one|two|three|four) (tablets?|pills?)\b|\bmg\b/i.test(text));
    expect(dosed).toEqual([]);
  });

  test('anti-inflammatories come with kidneys, ulcers and the heart in the same breath', () => {
    const naming = parts.filter(([, text]) => /ibuprofen|naproxen/i.test(text));
    const bare = naming.filter(([, text]) => !/kidney/i.test(text) || !/ulcer/i.test(text) || !/heart/i.test(text));
    expect(naming.length).toBeGreaterThan(0);
    expect(bare.map(([key]) => key)).toEqual([]);
  });

  test('where the facts give no ground, the answer says so and says who to ask', () => {
    const bare = Object.keys(rows).filter((id) => rows[id]?.ground === 'none');
    const bold = bare.filter((id) => {
      const { says = '', more = [] } = file.topics[id] ?? {};
      return (
        !/don't (have|know)|can't|no good|nothing/i.test(says) ||
        !/doctor|pharmacist|therapist/i.test([says, ...more].join(' '))
      );
    });
    expect(bare.length).toBeGreaterThan(0);
    expect(bold).toEqual([]);
  });
});
