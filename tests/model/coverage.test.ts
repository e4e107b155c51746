// Tests that every event can be said, and every danger named, through the model.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import table from '../../content/intents.json';
import { examplesOf } from '../../content/languages';
import redFlags from '../../content/red-flags.json';
import type { Event } from '../../lambda/dialogue/event';
import { SYMPTOM_ROWS, type SymptomRow } from '../../lambda/domain/symptom';
import { listen } from '../../simulator/listen';
import { locales, wordsOf } from '../../tools/model/languages';
import { valuesOf } from './machine';
import { everyLocale } from './said';

const symptoms = redFlags.symptoms as Record<string, { row: SymptomRow; question?: string }>;
const sentences = Object.entries(examplesOf(join(__dirname, '../../content/languages'), 'en'));

test('everything that can happen is reached by an intent or a request', () => {
  const source = readFileSync(join(__dirname, '../../lambda/dialogue/event.ts'), 'utf8');
  const events = [...source.matchAll(/\{\s*type: '(\w+)'/g)].map((match) => match[1]);
  const meant = table.intents.flatMap(({ event, ...row }) => [event, ...(row.orElse ?? [])]);
  // The outcome of an errand comes from the code that ran it.
  const reached = new Set([...meant, ...Object.values(table.requests), 'errandDone']);
  expect(events.filter((event) => event === undefined || !reached.has(event))).toEqual([]);
  expect([...reached].filter((event) => !events.includes(event))).toEqual([]);
});

test('every row of the symptom table has symptoms, and every question the rows that answer it with yes', () => {
  const rows = new Set(Object.values(symptoms).map(({ row }) => row));
  expect(SYMPTOM_ROWS.filter((row) => !rows.has(row))).toEqual([]);
  const asked = new Set(Object.values(redFlags.questions).flatMap(({ rows: answered }) => answered));
  // Dizziness has no question of its own; a sharp pain has the sixth asked again.
  expect(SYMPTOM_ROWS.filter((row) => !asked.has(row))).toEqual(['dizzy', 'sharp']);
});

test.each(everyLocale)('in $locale every symptom can be named, in several ways', ({ model }) => {
  const named = model.interactionModel.languageModel.types.find(({ name }) => name === 'Symptom')?.values ?? [];
  expect(named.map(({ id }) => id)).toEqual(Object.keys(symptoms));
  expect(named.filter(({ name }) => name.synonyms.length < 3).map(({ id }) => id)).toEqual([]);
});

test.each(everyLocale)(
  'in $locale every symptom phrase alone, and every one said in the middle of a press, is a report',
  (spoken) => {
    const phrases = valuesOf('Symptom', spoken.model, []);
    const alone = [
      'sharp',
      'numb',
      'dizzy',
      'tingling',
      'electric',
      'burning',
      'faint',
      'shooting',
      'leaking',
      'pregnant',
    ];
    expect(alone.filter((word) => !phrases.includes(word))).toEqual([]);
    expect(spoken.intents.find(({ name }) => name === 'ReportSymptomIntent')?.samples).toContain('{symptom}');
  },
);

test.each(everyLocale)('in $locale the words that end a press are understood exactly', ({ model }) => {
  const words = {
    stop: 'AMAZON.StopIntent',
    ouch: 'TooMuchIntent',
    'too much': 'TooMuchIntent',
    'it hurts': 'TooMuchIntent',
  };
  const danger = { sharp: 'ReportSymptomIntent', numb: 'ReportSymptomIntent', dizzy: 'ReportSymptomIntent' };
  for (const [said, intent] of Object.entries({ ...words, ...danger, help: 'AMAZON.HelpIntent' })) {
    expect([said, listen(said, model, { strict: true }).intent]).toEqual([said, intent]);
  }
});

test('three sentences of every intent are kept as examples of what is heard, and one of every symptom and carrier', () => {
  const few = table.intents.filter(
    (row) => sentences.filter(([, { intent }]) => intent === row.alexa).length < leastOf(row),
  );
  expect(few.map(({ alexa }) => alexa)).toEqual([]);
  const named = new Set(sentences.map(([, { slots }]) => slots['symptom']));
  expect(Object.keys(symptoms).filter((id) => !named.has(id))).toEqual([]);
});

/**
 * "Start" has no second way to be said, and "go home" is the service's own.
 */
function leastOf(row: { alexa: string }): number {
  return row.alexa === 'BeginIntent' || row.alexa === 'AMAZON.NavigateHomeIntent' ? 1 : 3;
}

test.each(everyLocale)('in $locale each of those sentences is heard as what it means', (spoken) => {
  const slotsOf = (slots: Record<string, { value: string; resolved?: readonly { id: string }[] }>) =>
    Object.entries(slots).map(([name, { value, resolved }]) => {
      const id = resolved?.[0]?.id;
      return { name, words: value, ...(id ? { id } : {}) };
    });
  for (const [said, { intent, slots }] of sentences) {
    const { intent: heard, slots: filled } = listen(said, spoken.model, { strict: true });
    // What begins as free words do may come as such: it means the same then.
    const ids = Object.fromEntries(slotsOf(filled).map(({ name, words, id }) => [name, id ?? words]));
    if (heard !== intent || JSON.stringify(ids) !== JSON.stringify(slots)) {
      const meant = spoken.meaning(
        intent,
        Object.entries(slots).map(([name, words]) => ({ name, words, id: words })),
      );
      const found = spoken.meaning(heard, slotsOf(filled));
      expect([said, mainOf(found)]).toEqual([said, mainOf(meant)]);
    }
  }
});

/** What an event comes to: a report by its rows, a question by its answer. */
function mainOf(event: Event | null): unknown {
  if (event?.type === 'reportedSymptom') return event.rows;
  return event?.type === 'askedQuestion' ? event.found.topics[0] : event;
}

test.each(locales)('in $locale the example phrases of the store are understood', (locale) => {
  const { store } = wordsOf(locale);
  const model = everyLocale.find((one) => one.locale === locale.locale)?.model;
  const [first, ...others] = store.examplePhrases;
  expect(first).toBe(`Alexa, open ${locale.invocationName}`);
  expect(store.examplePhrases.length).toBeLessThanOrEqual(3);
  for (const phrase of others) {
    const wish = phrase.replace(new RegExp(`^Alexa, ask ${locale.invocationName} (to )?`), '');
    expect(wish).not.toBe(phrase);
    expect([phrase, model && listen(wish, model, { strict: true }).intent]).toEqual([phrase, 'StartRoutineIntent']);
  }
});
