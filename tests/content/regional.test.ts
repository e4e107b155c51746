// Tests that every English reads like home: its own words for doctors, hospitals and weights, and the country's numbers.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contactsIn, countries } from '../../content/countries';
import { locales } from '../../content/index';
import { folderLanguages } from '../../content/languages';
import { lengthOfWords } from '../../lambda/speech/length';
import { speechIn, spokenLanguageOf } from '../../lambda/speech/speech';

const FOLDERS = join(__dirname, '../../content/languages');
const languages = folderLanguages(FOLDERS);
const regions = locales.map(({ locale }) => locale).filter((locale) => locale !== 'en-US');

/** Words that are at home in America alone. */
const AMERICAN = ['emergency room', 'urgent care', 'pound', 'physical therapist', 'nine one one'];

/** Where the speakers of each locale live; null: nobody knows. */
const HOMES: Record<string, (string | null)[]> = {
  'en-GB': ['Europe/London', 'Europe/Dublin', 'Europe/Jersey', null],
  'en-AU': ['Australia/Sydney', 'Pacific/Auckland', null],
  'en-CA': ['America/Toronto', 'America/Vancouver', null],
  'en-IN': ['Asia/Kolkata', null],
};

/** A value for every gap that an act fills. */
const VALUES = { days: 2, number: 4, seconds: 30, minutes: 5, sets: 2, reps: 10, count: 8 };

/** Every sentence and answer of a locale by its key, as it is heard in a zone. */
function heardIn(locale: string, zone: string | null): [string, string][] {
  const language = languages.of(locale);
  const { sentence } = speechIn(spokenLanguageOf(language, contactsIn(zone, locale)));
  return Object.entries(language.sentences).flatMap(([key, text]) =>
    [text].flat().map((_, variant): [string, string] => [key, sentence({ key, values: { ...VALUES, variant } })]),
  );
}

const visits = regions.flatMap((locale) => (HOMES[locale] ?? []).map((zone) => ({ locale, zone })));

test('every locale but the American has a home in these tests', () => {
  expect(regions.filter((locale) => !HOMES[locale])).toEqual([]);
});

test.each(regions)('every word that %s says otherwise is one that America says', (locale) => {
  const american = JSON.stringify(languages.of('en-US').sentences).toLowerCase();
  const words = JSON.parse(readFileSync(join(FOLDERS, locale, 'words.json'), 'utf8')) as Record<string, string>;
  expect(Object.keys(words).filter((word) => !american.includes(word))).toEqual([]);
});

test.each(visits)('nobody hears an American word in $locale, at $zone', ({ locale, zone }) => {
  const number = contactsIn(zone, locale).emergency;
  const foreign = AMERICAN.filter((word) => word !== number);
  const heard = heardIn(locale, zone);
  expect(heard.length).toBeGreaterThan(1000);
  expect(heard.filter(([, text]) => foreign.some((word) => text.toLowerCase().includes(word)))).toEqual([]);
});

test('in London the safety lines name the emergency department, the GP and NHS one one one', () => {
  const said = Object.fromEntries(heardIn('en-GB', 'Europe/London'));
  expect(said['outcome.D']).toBe(
    "Let's not do the routine today. Please contact a GP or NHS one one one today. If you get chest pain, trouble breathing, weak legs, or bladder changes, call nine nine nine.",
  );
  expect(said['outcome.D.stands']).toBe('Then please contact a GP or NHS one one one today.');
  expect(said['outcome.E.q2']).toBe("Go to A and E today, even if it doesn't hurt much.");
  expect(said['outcome.D.q5']).toBe('If it was a serious crash or a hard fall, go to A and E.');
  expect(said['outcome.C']).toContain('check with a GP or physiotherapist first.');
  expect(said['screening.q4.explain']).toContain('losing about five kilos in six months without a diet.');
});

test.each([
  ['en-US', 'America/Chicago', 'a doctor or urgent care'],
  ['en-US', 'Europe/London', 'a GP or NHS one one one'],
  ['en-US', null, 'a doctor or urgent care'],
  ['en-GB', 'Europe/Dublin', 'a GP or an out-of-hours GP'],
  ['en-GB', 'Europe/Madrid', 'a doctor'],
  ['en-GB', null, 'a doctor'],
  ['en-AU', 'Australia/Perth', 'a GP or Healthdirect'],
  ['en-AU', 'Pacific/Auckland', 'a GP or Healthline'],
  ['en-CA', 'America/Toronto', 'a doctor, a walk-in clinic, or eight one one'],
  ['en-IN', 'Asia/Kolkata', 'a doctor'],
])('in %s, at %s, whoever needs advice today is sent to %s', (locale, zone, whom) => {
  const said = Object.fromEntries(heardIn(locale, zone));
  expect(said['outcome.D.stands']).toBe(`Then please contact ${whom} today.`);
});

test('every zone that is listed leads to the number and the advice of its country, in every locale', () => {
  for (const { spoken, advice, zones } of countries)
    for (const zone of zones)
      for (const locale of regions)
        expect([zone, contactsIn(zone, locale)]).toEqual([
          zone,
          { emergency: spoken['en'], ...(advice ? { advice: advice['en'] } : {}) },
        ]);
});

/** A line that ends a session stands in no slot; it may name a country's advice in full. */
const NAMES_ADVICE = /^outcome\.D/;
const LONGER_AT_MOST_MS = 500;
const LONGEST_ANSWER_MS = 20_000;

test.each(regions)('what is said in %s takes no longer than in America', (locale) => {
  const american = heardIn('en-US', 'America/Chicago').map(([, text]) => lengthOfWords(text));
  const heard = heardIn(locale, locales.find((row) => row.locale === locale)?.zone ?? null);
  const most = (key: string, at: number) => (american[at] ?? 0) + (NAMES_ADVICE.test(key) ? 2000 : LONGER_AT_MOST_MS);
  const longer = heard.filter(([key, text], at) => lengthOfWords(text) > most(key, at));
  expect(longer).toEqual([]);
  const answers = heard.filter(([key]) => key.startsWith('answer.'));
  expect(answers.filter(([, text]) => lengthOfWords(text) > LONGEST_ANSWER_MS)).toEqual([]);
});
