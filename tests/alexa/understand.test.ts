// Tests that every request becomes the right event.

import { join } from 'node:path';
import { symptoms } from '../../content';
import intentTable from '../../content/intents.json';
import { folderLanguages } from '../../content/languages';
import { readEnvelope } from '../../lambda/alexa/envelope';
import { hearingIn } from '../../lambda/alexa/hearing';
import { understand } from '../../lambda/alexa/understand';
import { audioFailed, type Heard, intent, launch, requestOf, sessionEnded } from '../support/alexa-requests';

const languages = folderLanguages(join(__dirname, '../../content/languages'));
const hearing = hearingIn(languages.of('en-US'));

function eventOf(request: unknown) {
  const envelope = readEnvelope(request);
  return envelope && understand(envelope, hearing);
}
const said = (name: string, heard: Heard = {}) => eventOf(intent(name, heard));

test('opening, leaving, falling silent and failing audio are told apart', () => {
  expect(eventOf(launch())).toEqual({ type: 'launched' });
  expect(eventOf(sessionEnded('USER_INITIATED'))).toEqual({ type: 'sessionLost', because: 'left' });
  expect(eventOf(sessionEnded('EXCEEDED_MAX_REPROMPTS'))).toEqual({ type: 'sessionLost', because: 'silence' });
  expect(eventOf(sessionEnded('ERROR'))).toEqual({ type: 'sessionLost', because: 'error' });
  expect(eventOf(audioFailed())).toEqual({ type: 'audioFailed' });
  expect(eventOf(requestOf({ type: 'Alexa.Presentation.APL.UserEvent' }))).toBeNull();
});

test('every intent of the table means its event when nothing fills its slots', () => {
  for (const row of intentTable.intents) {
    const event = said(row.alexa);
    const allowed = [row.event, ...((row as { orElse?: string[] }).orElse ?? []), 'notUnderstood'];
    expect([row.alexa, allowed]).toEqual([row.alexa, expect.arrayContaining([event?.type])]);
  }
});

test('only the start word itself starts, whatever it was resolved to', () => {
  expect(said('BeginIntent', { word: ['start', 'start'] })).toEqual({ type: 'saidStart', word: true });
  expect(said('BeginIntent', { word: 'Start' })).toEqual({ type: 'saidStart', word: true });
  expect(said('BeginIntent', { word: ['stop', 'start'] })).toEqual({ type: 'saidStart', word: false });
  expect(said('BeginIntent', { word: 'start it' })).toEqual({ type: 'saidStart', word: false });
  expect(said('BeginIntent')).toEqual({ type: 'saidStart', word: false });
});

test('a strength between two numbers counts as the higher', () => {
  expect(said('NumberIntent', { number: '6', upTo: '7' })).toEqual({ type: 'gaveNumber', number: 7 });
  expect(said('PainLevelIntent', { level: '8', upTo: '3' })).toEqual({ type: 'gaveNumber', number: 8 });
  expect(said('NumberIntent', { number: 'four' })).toEqual({ type: 'gaveNumber', number: 4 });
  expect(said('NumberIntent', { number: '3.5' })).toEqual({ type: 'gaveNumber', number: 4 });
});

test('"chair stretches" is a topic, and a wish where a routine is chosen', () => {
  expect(said('AskTopicIntent', { topic: ['chair stretches', 'stretches-chair'] })).toEqual({
    type: 'askedQuestion',
    found: { topics: ['stretches-chair'], nearness: 'meant' },
    wishes: { tool: 'none', place: 'chair' },
  });
  expect(said('WordsIntent', { words: 'stretching on a chair lower back ten minutes' })).toEqual({
    type: 'chose',
    wishes: { region: 'lower', tool: 'none', minutes: 10, place: 'chair' },
  });
  expect(said('AskTopicIntent', { topic: ['can i stretch sitting down', 'stretches-chair'] })).not.toHaveProperty(
    'wishes',
  );
});

test('a number out of range is passed on; one that was not heard is not understood', () => {
  expect(said('NumberIntent', { number: '4000' })).toEqual({ type: 'gaveNumber', number: 4000 });
  expect(said('NumberIntent', { number: '-2' })).toEqual({ type: 'gaveNumber', number: -2 });
  for (const number of ['?', '', 'lots', '1e9', 'Infinity', '9'.repeat(400), '<break/>']) {
    expect(said('NumberIntent', { number })).toEqual({ type: 'notUnderstood' });
  }
  expect(said('NumberIntent')).toEqual({ type: 'notUnderstood' });
});

test('a limb that runs on into a verb is no tool: "forget it, my hand\'s dead"', () => {
  expect(said('ChooseIntent', { tool: ["my hand's", 'hands'] })).toEqual({ type: 'notUnderstood' });
  expect(said('ChooseIntent', { tool: ['my hands', 'hands'] })).toEqual({ type: 'chose', wishes: { tool: 'hands' } });
});

test('a choice is read from what the model resolved', () => {
  const wishes = { region: 'upper', side: 'left', tool: 'ball', minutes: 5, place: 'chair' };
  expect(
    said('ChooseIntent', {
      region: ['top', 'upper'],
      side: ['left', 'left'],
      tool: ['tennis ball', 'ball'],
      minutes: '5',
      place: ['seat', 'chair'],
    }),
  ).toEqual({ type: 'chose', wishes });
  expect(said('ChooseIntent', { region: ['elbow', 'elbow'] })).toEqual({ type: 'notUnderstood' });
  expect(said('StartRoutineIntent', { minutes: '?' })).toEqual({ type: 'askedForRoutine', wishes: {} });
});

test('a tool that is missing or swapped is named, or is not', () => {
  expect(said('LacksToolIntent', { tool: ['ball', 'ball'] })).toEqual({ type: 'lacksTool', tool: 'ball' });
  expect(said('LacksToolIntent')).toEqual({ type: 'lacksTool', tool: null });
  expect(said('SwapToolIntent', { tool: ['roller', 'roller'] })).toEqual({ type: 'swappedTool', tool: 'roller' });
  expect(said('DenyIntent', { query: 'a tennis ball' })).toEqual({ type: 'lacksTool', tool: 'ball' });
  expect(said('DenyIntent', { query: 'the foggiest' })).toEqual({ type: 'notUnderstood' });
});

test('a symptom is a report, whichever slot it is heard in', () => {
  const dizzy = expect.objectContaining({ type: 'reportedSymptom', rows: ['dizzy'] });
  expect(said('ReportSymptomIntent', { symptom: ['dizzy', 'dizzy'] })).toEqual(dizzy);
  expect(said('AskIntent', { query: 'i am dizzy' })).toEqual(dizzy);
  expect(said('TellIntent', { query: "i'm dizzy and have a ball" })).toEqual(dizzy);
  expect(said('ChooseIntent', { region: ['dizzy', 'upper'] })).toEqual(dizzy);
  expect(said('NumberIntent', { number: 'dizzy' })).toEqual(dizzy);
});

test('a report keeps the screening question it belongs to, unless the words say more', () => {
  const pregnant = { type: 'reportedSymptom', rows: ['standing'], question: symptoms['pregnancy']?.question };
  expect(pregnant.question).toBeDefined();
  expect(said('ReportSymptomIntent', { symptom: ['pregnant', 'pregnancy'] })).toEqual(pregnant);
  expect(said('ReportSymptomIntent', { symptom: ["pregnant and i can't breathe", 'pregnancy'] })).toEqual({
    type: 'reportedSymptom',
    rows: ['standing', 'emergency'],
  });
});

test('a symptom nobody knows is taken for too much, never for nothing', () => {
  expect(said('ReportSymptomIntent', { symptom: 'a frabjous flurb' })).toEqual({ type: 'saidTooMuch' });
  expect(said('ReportSymptomIntent', { symptom: ['constructor', 'constructor'] })).toEqual({ type: 'saidTooMuch' });
  expect(said('ReportSymptomIntent')).toEqual({ type: 'saidTooMuch' });
});

test('what is denied is not reported, and what cannot be felt is', () => {
  expect(said('DenyIntent', { query: 'dizzy' })).toEqual({ type: 'notUnderstood' });
  expect(said('CannotIntent', { query: 'feel my left arm' })).toMatchObject({
    type: 'reportedSymptom',
    rows: ['numb'],
  });
  expect(said('CannotIntent', { query: 'feel the knot' })).toMatchObject({ type: 'askedQuestion' });
});

test('a remainder about the routine is a choice; a question is a question', () => {
  expect(said('TellIntent', { query: 'a tennis ball and five minutes' })).toEqual({
    type: 'chose',
    wishes: { tool: 'ball', minutes: 5 },
  });
  expect(said('TellIntent', { query: 'a nice postcard' })).toEqual({ type: 'notUnderstood' });
  expect(said('AskIntent', { query: 'how hard to press' })).toMatchObject({
    type: 'askedQuestion',
    found: { nearness: 'meant' },
  });
  expect(said('AskTopicIntent', { topic: ['posture', 'posture-tips'] })).toEqual({
    type: 'askedQuestion',
    found: { topics: ['posture-tips'], nearness: 'meant' },
  });
});

test('what another person feels is kept apart from what the speaker feels', () => {
  expect(said('OtherPersonIntent', { query: 'chest pain' })).toEqual({
    type: 'spokeForAnother',
    rows: ['emergency'],
    question: 'q1',
  });
  expect(said('OtherPersonIntent', { query: 'pregnant' })).toEqual({
    type: 'spokeForAnother',
    rows: ['standing'],
    question: 'q8',
  });
  expect(said('OtherPersonIntent', { query: 'tired' })).toEqual({ type: 'spokeForAnother' });
  expect(said('OtherPersonIntent')).toEqual({ type: 'spokeForAnother' });
});

test('a question about a word of the screening asks for its meaning; one about the own body reports', () => {
  expect(said('WordsIntent', { words: 'what is a fall' })).toMatchObject({ type: 'askedAboutSymptom', rows: [] });
  expect(said('WordsIntent', { words: 'what is a knot' })).toMatchObject({
    type: 'askedQuestion',
    found: { nearness: 'meant' },
  });
  expect(said('WordsIntent', { words: 'what is this pain in my chest' })).toMatchObject({ rows: ['emergency'] });
});

test('what has gone is over, unless it needs help all the same', () => {
  expect(said('GoneIntent')).toEqual({ type: 'itEased' });
  expect(said('GoneIntent', { symptom: ['numbness', 'numb-limb'] })).toEqual({ type: 'itEased' });
  expect(said('GoneIntent', { symptom: ['chest pain', 'chest-pain'] })).toMatchObject({ rows: ['emergency'] });
  expect(said('GoneIntent', { symptom: 'cheese' })).toEqual({ type: 'notUnderstood' });
  expect(said('StillThereIntent')).toEqual({ type: 'itStays' });
});

test('more than a number is the next one, and an emergency number is a call for help', () => {
  const over = { upward: ['over', 'over'] } as Heard;
  expect(said('NumberIntent', { number: '7', ...over })).toEqual({ type: 'gaveNumber', number: 8 });
  expect(said('NumberIntent', { number: '911' })).toMatchObject({ type: 'reportedSymptom', rows: ['emergency'] });
  expect(said('PainLevelIntent', { level: '999' })).toMatchObject({ type: 'reportedSymptom', rows: ['emergency'] });
});

test('stretches only is a routine without a tool', () => {
  expect(said('ChooseIntent', { region: ['low', 'lower'], stretches: ['just stretches', 'none'] })).toEqual({
    type: 'chose',
    wishes: { region: 'lower', tool: 'none' },
  });
});

test('a thing nobody knows as a tool is not taken for one, nor a garbled word for a numb limb', () => {
  expect(said('SwapToolIntent', { tool: 'my shoe' })).toEqual({ type: 'notUnderstood' });
  expect(said('CannotIntent', { query: 'feel the flurb' })?.type).not.toBe('reportedSymptom');
  expect(said('CannotIntent', { query: 'feel anything' })).toMatchObject({ type: 'reportedSymptom', rows: ['numb'] });
  expect(said('AgeIntent', { age: '?' })).toEqual({ type: 'notUnderstood' });
});

test('somebody under age is sent away, and the age of a grown-up is told', () => {
  expect(said('AgeIntent', { age: '15' })).toEqual({ type: 'isUnderage' });
  expect(said('AgeIntent')).toEqual({ type: 'isUnderage' });
  expect(said('AgeIntent', { age: '42' })).toEqual({ type: 'saidAge', years: 42 });
  expect(said('AgeIntent', { age: '72' })).toEqual({ type: 'saidAge', years: 72 });
});

test('the manner of an answer is told, and one that is not listed is read as free words', () => {
  const meant = { fine: 'denied', new: 'denied', qualified: 'saidQualifiedNo', usual: 'saidAsUsual' };
  const others = { admission: 'admitted', past: 'saidVague', vague: 'saidVague', head: 'saidVague' };
  for (const [id, type] of Object.entries({ ...meant, ...others }))
    expect([id, said('AnswerIntent', { manner: ['whatever', id] })]).toEqual([id, expect.objectContaining({ type })]);
  expect(said('AnswerIntent', { manner: 'my chest hurts' })).toMatchObject({ type: 'reportedSymptom' });
  expect(said('AnswerIntent', { manner: 'blue' })).toEqual({ type: 'notUnderstood' });
  expect(said('AnswerIntent')).toEqual({ type: 'notUnderstood' });
});

test('what begins with a no is no question by itself; what it asks besides is handed on', () => {
  expect(said('DenyIntent', { query: 'chest pain' })).toEqual({ type: 'denied', of: ['q1'], manner: 'plain' });
  expect(said('DenyIntent', { query: 'but my arm is numb' })).toMatchObject({
    type: 'reportedSymptom',
    rows: ['numb'],
  });
  expect(said('DenyIntent', { query: 'fine' })).toEqual({ type: 'notUnderstood' });
  expect(said('DenyIntent', { query: 'how do i hold the ball' })).toMatchObject({ type: 'denied', of: [] });
  expect(said('WordsIntent', { words: 'no dear nothing like that' })).toEqual({ type: 'saidNone' });
  // What was lost may have been "maybe".
  expect(said('TellIntent', { query: 'no dear nothing like that' })).toEqual({ type: 'unclear' });
});

test('an intent nobody has heard of is not understood', () => {
  for (const name of ['FlyIntent', '', 'constructor', '__proto__', 'toString']) {
    expect(said(name)).toEqual({ type: 'notUnderstood' });
  }
});

test('a part that is left out, or a thing too hard to press with, is never taken for another', () => {
  const unfit = (what: string, wishes = {}) => ({ type: 'namedUnfit', what, wishes });
  expect(said('ChooseIntent', { region: ['my neck', 'neck'], side: ['left', 'left'] })).toEqual(unfit('neck'));
  expect(said('ChooseIntent', { part: ['my spine', 'spine'] })).toEqual(unfit('spine'));
  const upper = { region: ['upper', 'upper'], side: ['left', 'left'] } as Heard;
  expect(said('ChooseIntent', { ...upper, tool: ['golf ball', 'golfBall'] })).toEqual(
    unfit('golfBall', { region: 'upper', side: 'left' }),
  );
  expect(said('StartRoutineIntent', { region: ['tailbone', 'tailbone'] })).toEqual(unfit('tailbone'));
  expect(said('SwapToolIntent', { tool: ['rolling pin', 'hardThing'] })).toEqual(unfit('hardThing'));
  expect(said('LacksToolIntent', { tool: ['golf ball', 'golfBall'] })).toEqual({ type: 'notUnderstood' });
  expect(said('TellIntent', { query: 'my throat' })).toEqual(unfit('head'));
});

test('a lacrosse ball is named as such: whether it may be used depends on the place and the listener', () => {
  const lacrosse = ['lacrosse ball', 'lacrosseBall'] as [string, string];
  for (const region of ['upper', 'lower'])
    expect(said('ChooseIntent', { region: [region, region], tool: lacrosse })).toEqual({
      type: 'namedUnfit',
      what: 'lacrosseBall',
      wishes: { region },
    });
  expect(said('ChooseIntent', { tool: lacrosse })).toMatchObject({ type: 'namedUnfit', what: 'lacrosseBall' });
});

test('somebody who is going to press is a partner; what somebody has is not', () => {
  const partner = { type: 'chose', wishes: { tool: 'partner' } };
  for (const query of [
    'going to massage me',
    'can press it',
    'will do it',
    'can help me with it',
    'could rub my back',
  ]) {
    expect([query, said('OtherPersonIntent', { query })]).toEqual([query, partner]);
  }
  expect(said('TellIntent', { query: 'my wife is going to massage me' })).toEqual(partner);
  expect(said('OtherPersonIntent', { query: 'chest pain and can massage' })).toMatchObject({
    type: 'spokeForAnother',
  });
  for (const query of ["can't press it", 'a cold', 'is tired', 'wants to know', 'will never do it']) {
    expect([query, said('OtherPersonIntent', { query })]).not.toEqual([query, partner]);
  }
  expect(said('PartnerIntent')).toEqual(partner);
  // A call for help, the listener's own hands, and a complaint.
  expect(said('OtherPersonIntent', { query: 'help me' })).toEqual({ type: 'spokeForAnother' });
  expect(said('TellIntent', { query: 'i can do it' })).not.toEqual(partner);
  expect(said('OtherPersonIntent', { query: 'is going to massage me too hard' })).toEqual({ type: 'saidTooMuch' });
});

test('words about an arm or a leg that tell nothing keep what they are about, whatever else they sound like', () => {
  for (const limb of ['arm', 'feet'])
    expect(said('WordsIntent', { words: `my ${limb} and so on` })).toMatchObject({ limb: true });
  expect(said('WordsIntent', { words: 'my pain and so on' })).not.toHaveProperty('limb');
});

test('a no that Alexa may have lost a "maybe" before is never a no', () => {
  for (const query of ['no', 'nothing', 'as ever no next', 'no chest pain', 'my skin is fine'])
    expect(said('TellIntent', { query })).toEqual({ type: 'unclear' });
  expect(said('WordsIntent', { words: 'oh no chest pain' })).toMatchObject({
    type: 'askedAboutSymptom',
    rows: ['emergency'],
  });
  expect(said('WordsIntent', { words: "oh no i don't have chest pain" })).toMatchObject({ type: 'denied', of: ['q1'] });
});

test('a bare no keeps its place before what it denies', () => {
  expect(said('WordsIntent', { words: 'no fever' })).toMatchObject({ type: 'denied', of: ['q4', 'r3'] });
  for (const query of ['both legs numb', 'on blood thinners', 'having chemo at the moment']) {
    const event = said('WordsIntent', { words: `no ${query}` });
    expect(event?.type === 'denied' ? event.of : []).toEqual([]);
  }
  expect(said('DenyIntent', { query: 'on blood thinners' })).toMatchObject({ type: 'denied', of: ['q7'] });
});

test('an age told with a yes or a no is the age', () => {
  expect(said('GoAndIntent', { query: 'i am seventy eight' })).toEqual({ type: 'saidAge', years: 78 });
  expect(said('NoIIntent', { query: 'am a sixteen year old boy' })).toEqual({ type: 'isUnderage' });
  expect(said('GoAndIntent', { query: 'those ones' })).toEqual({ type: 'saidSomewhat' });
});
