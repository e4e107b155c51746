// Tests that the words in a slot are understood when the service has resolved them to nothing.

import { join } from 'node:path';
import intentTable from '../../content/intents.json';
import { folderLanguages } from '../../content/languages';
import { hearingIn } from '../../lambda/alexa/hearing';
import { interpretIntent } from '../../lambda/alexa/understand';
import { everyLocale, type Spoken, utterancesOf } from '../model/said';

const languages = folderLanguages(join(__dirname, '../../content/languages'));
const hearing = hearingIn(languages.of('en-US'));
const spoken = everyLocale[0] as Spoken;

/** The slots of an intent, each with its words and no id, as after a time-out. */
const said = (intent: string, heard: Record<string, string>) =>
  interpretIntent(
    intent,
    Object.fromEntries(Object.entries(heard).map(([name, words]) => [name, { words, id: null }])),
    hearing,
  );

test('the parts of a wish count as if they had been resolved', () => {
  expect(said('ChooseIntent', { region: 'upper' })).toEqual({ type: 'chose', wishes: { region: 'upper' } });
  expect(said('ChooseIntent', { region: 'top', side: 'on my left', tool: 'a tennis ball', place: 'a chair' })).toEqual({
    type: 'chose',
    wishes: { region: 'upper', side: 'left', tool: 'ball', place: 'chair' },
  });
  expect(said('ChooseIntent', { stretches: 'Just stretches' })).toEqual({ type: 'chose', wishes: { tool: 'none' } });
  expect(said('StartRoutineIntent', { region: 'my low back', minutes: 'five' })).toEqual({
    type: 'askedForRoutine',
    wishes: { region: 'lower', minutes: 5 },
  });
  expect(said('SwapToolIntent', { tool: 'my cane' })).toEqual({ type: 'swappedTool', tool: 'hook' });
  expect(said('LacksToolIntent', { tool: 'tennis ball' })).toEqual({ type: 'lacksTool', tool: 'ball' });
});

test('an exercise, an aspect of it, a day and a half of the day do so too', () => {
  expect(said('GuideMeIntent', { exercise: "child's pose" })).toEqual({
    type: 'askedForExercise',
    exercise: 'childs-pose',
  });
  expect(said('AskExerciseIntent', { exercise: 'cat cow', aspect: 'how do i do' })).toEqual({
    type: 'askedQuestion',
    found: { topics: ['exercise.cat-cow.how'], nearness: 'meant' },
  });
  expect(said('RemindMeIntent', { days: 'every day', half: 'in the evening' })).toEqual({
    type: 'wantedReminder',
    when: { days: 'daily', half: 'evening' },
  });
});

test('words that name something else besides are not taken for the part they hold', () => {
  expect(said('SwapToolIntent', { tool: 'a beach ball' })).toEqual({ type: 'notUnderstood' });
  expect(said('SwapToolIntent', { tool: 'a glass rolling tube' })).toEqual({ type: 'notUnderstood' });
  expect(said('ChooseIntent', { region: 'the upper crust' })).toEqual({ type: 'notUnderstood' });
  expect(said('ChooseIntent', { region: '?' })).toEqual({ type: 'notUnderstood' });
  expect(said('ChooseIntent', { region: 'constructor' })).toEqual({ type: 'notUnderstood' });
});

/** Slots whose words are read in another way: symptoms with what denies them, topics by the finder of answers. */
const READ_OTHERWISE = ['symptom', 'topic'];

test('whatever the model lists for a slot means the same without its id', () => {
  const lost: string[] = [];
  for (const { name } of spoken.intents) {
    const types = intentTable.intents.find(({ alexa }) => alexa === name)?.slots ?? {};
    for (const [slot, type] of Object.entries(types)) {
      if (READ_OTHERWISE.includes(slot)) continue;
      for (const { id, words } of valuesOf(type)) {
        const resolved = interpretIntent(name, { [slot]: { words, id } }, hearing);
        const own = said(name, { [slot]: words });
        if (JSON.stringify(own) !== JSON.stringify(resolved)) lost.push(`${name} ${slot}: ${words}`);
      }
    }
  }
  expect(lost).toEqual([]);
});

test('a symptom the service did not resolve is reported in the same row, or at least as too much', () => {
  const intent = spoken.intents.find(({ name }) => name === 'ReportSymptomIntent');
  const alone = (intent ? utterancesOf(intent, spoken) : []).filter(({ slots }) => slots.length === 1);
  const lost = alone.filter(({ slots: [slot] }) => {
    const resolved = interpretIntent(
      'ReportSymptomIntent',
      { symptom: { words: slot?.words ?? '', id: slot?.id ?? null } },
      hearing,
    );
    const own = said('ReportSymptomIntent', { symptom: slot?.words ?? '' });
    return resolved.type !== own.type && own.type !== 'saidTooMuch';
  });
  expect(alone.length).toBeGreaterThan(500);
  expect(lost.map(({ text }) => text)).toEqual([]);
});

function valuesOf(type: string): { id: string; words: string }[] {
  const { types } = spoken.model.interactionModel.languageModel;
  const values = types.find(({ name }) => name === type)?.values ?? [];
  return values.flatMap(({ id, name }) => [name.value, ...name.synonyms].map((words) => ({ id, words })));
}
