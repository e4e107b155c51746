// Tests that a sentence is understood as it was said, where the whole of it was asked for.

import { join } from 'node:path';
import { folderLanguages } from '../../content/languages';
import { hearingIn } from '../../lambda/alexa/hearing';
import { interpretIntent } from '../../lambda/alexa/understand';
import { WORDS_INTENT, WORDS_SLOT } from '../../lambda/alexa/wholeWords';
import { intent, launch, next } from '../support/alexa-requests';
import { skillInTest } from '../support/skill';

const hearing = hearingIn(folderLanguages(join(__dirname, '../../content/languages')).of('en-US'));

/** What somebody means who says this in an open turn. */
const said = (words: string) => interpretIntent(WORDS_INTENT, { [WORDS_SLOT]: { words, id: null } }, hearing);
/** What the words mean that are left of a sentence behind a carrier of an intent. */
const left = (name: string, words: string) => interpretIntent(name, { query: { words, id: null } }, hearing);

test.each([
  ['stop', 'stopped'],
  ['never mind', 'stopped'],
  ['help', 'askedHelp'],
  ['yes please', 'saidYes'],
  ['no', 'saidNo'],
  ['ready', 'wasReady'],
  ['okay go back please', 'wentBack'],
  ['skip', 'wantedNext'],
  ['pause', 'paused'],
  ['forget me', 'wantedForgetting'],
  ['five', 'gaveNumber'],
  ["i'm seventy two", 'saidAge'],
  ['my wife is here now', 'spokeForAnother'],
])('somebody who says "%s" is heard as if its own intent had come', (words, type) => {
  expect(said(words)).toMatchObject({ type });
});

test('a whole wish is heard with all its parts', () => {
  expect(said('upper left with a tennis ball five minutes')).toEqual({
    type: 'chose',
    wishes: { region: 'upper', side: 'left', tool: 'ball', minutes: 5 },
  });
  expect(said('twenty five minutes')).toEqual({ type: 'chose', wishes: { minutes: 25 } });
  expect(said("i've got a golf ball")).toMatchObject({ type: 'namedUnfit', what: 'golfBall' });
});

test('a reminder is heard with its day, its hour and its half of the day', () => {
  expect(said('remind me every day at nine in the evening')).toEqual({
    type: 'wantedReminder',
    when: { days: 'daily', half: 'evening', time: { hour: 9, minute: 0 }, eitherHalf: true },
  });
});

test.each([
  ['my chest hurts', 'emergency'],
  ["i'm ready but i can't breathe", 'emergency'],
  ["yes and i can't feel my left foot", 'numb'],
  ['upper left with a ball and my leg is weak', 'weak'],
])('a symptom is heard in "%s"', (words, row) => {
  expect(said(words)).toMatchObject({ type: 'reportedSymptom', rows: expect.arrayContaining([row]) });
});

test('a question is one by its first words, and odd words that ask nothing are not answered', () => {
  expect(said('why do knots hurt')).toMatchObject({ type: 'askedQuestion', found: { nearness: 'meant' } });
  expect(said('okay so what is a knot')).toMatchObject({
    type: 'askedQuestion',
    found: { topics: ['knots', expect.anything(), expect.anything(), expect.anything()] },
  });
  expect(said('banana telephone')).toEqual({ type: 'notUnderstood' });
  expect(said('')).toEqual({ type: 'notUnderstood' });
});

test.each([
  ['AskIntent', 'i say', 'askedHelp'],
  ['DenyIntent', 'sure', 'wasNotSure'],
  ['CannotIntent', 'kneel', 'cannotUseFloor'],
  ['CannotIntent', 'breathe', 'reportedSymptom'],
  ['CannotIntent', 'feel my legs', 'reportedSymptom'],
  ['NoIIntent', 'can breathe fine', 'denied'],
  ['TellIntent', 'my balance', 'reportedSymptom'],
  ['TellIntent', 'nothing when i wipe', 'askedAboutSymptom'],
])('what %s was sent without its carrier, "%s", is found again', (name, words, type) => {
  expect(left(name, words)).toMatchObject({ type });
});

test.each([
  ['TellIntent', 'ready'],
  ['TellIntent', 'all set'],
  ['GoAndIntent', 'ready'],
  ['GoAndIntent', 'then'],
])('what %s was sent without its carrier, "%s", begins no press', (name, words) => {
  expect(['wasReady', 'saidStart']).not.toContain(left(name, words).type);
});

test.each(['my arm is numb', 'i feel dizzy', 'my chest is a bit tight'])(
  'whoever says "ready but %s" presses nothing',
  (words) => {
    expect(['reportedSymptom', 'askedAboutSymptom']).toContain(left('GoAndIntent', words).type);
    expect(left('GoAndIntent', 'go on then')).toEqual({ type: 'saidSomewhat' });
  },
);

test('a part of the body with its trouble is a report, and one that is no trouble of it still stops a press', () => {
  const typed = (body: string, trouble: string) =>
    interpretIntent(
      'ReportSymptomIntent',
      { body: { words: body, id: null }, trouble: { words: trouble, id: null } },
      hearing,
    );
  expect(typed('chest', 'tight')).toMatchObject({ type: 'reportedSymptom', rows: ['emergency'] });
  expect(typed('left arm', 'numb')).toMatchObject({ type: 'reportedSymptom', rows: ['numb'] });
  expect(typed('hair', 'wet')).toEqual({ type: 'saidTooMuch' });
});

test('things denied deny what they are and nothing else', () => {
  const none = (slots: Record<string, string>) =>
    interpretIntent(
      'NoThingIntent',
      Object.fromEntries(Object.entries(slots).map(([name, words]) => [name, { words, id: null }])),
      hearing,
    );
  expect(none({ symptom: 'chest pain' })).toMatchObject({ type: 'denied', of: ['q1'] });
  expect(none({ symptom: 'fever', other: 'chills' })).toMatchObject({ type: 'denied' });
  expect(none({ body: 'skin' })).toMatchObject({ type: 'denied', of: ['q9'] });
});

test('a whole sentence is asked for where anything may be said, and never where a press waits for a word', async () => {
  const skill = skillInTest();
  const first = await skill.ask(intent('AskTopicIntent', { topic: 'what is a knot' }));
  const elicits = ({ response }: { response: { directives?: { type: string }[] } }) =>
    response.directives?.some(({ type }) => type === 'Dialog.ElicitSlot') ?? false;
  expect(elicits(first)).toBe(true);
  const opened = await skill.ask(launch());
  expect(elicits(opened)).toBe(false);
  const missed = await skill.ask(intent('AMAZON.FallbackIntent', {}, next(opened)));
  expect(elicits(missed)).toBe(true);
});
