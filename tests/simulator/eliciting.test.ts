// Tests that words go into the slot that the skill has Alexa ask for, and that a device refuses what Amazon refuses.

import type { RequestEnvelope, Response } from 'ask-sdk-model';
import type { Turn } from '../../simulator/device';
import type { InteractionModel } from '../../simulator/listen';
import { type Beside, beside, say } from './fake-skill';
import { model } from './small-model';

const WORDS = 'WordsIntent';

/** The small model with a slot that takes whatever is said. */
function withDialog(slot: object = {}): InteractionModel {
  const { languageModel } = model.interactionModel;
  const words = { name: 'words', type: 'AMAZON.SearchQuery' };
  const declared = { ...words, elicitationRequired: true, prompts: { elicitation: 'Elicit.words' }, ...slot };
  const intents = [...languageModel.intents, { name: WORDS, slots: [words], samples: ['i want to say {words}'] }];
  return {
    interactionModel: {
      languageModel: { ...languageModel, intents },
      dialog: { intents: [{ name: WORDS, slots: [declared] }] },
      prompts: [{ id: 'Elicit.words', variations: [{ type: 'PlainText', value: 'Where is it?' }] }],
    },
  };
}

const ELICIT = {
  type: 'Dialog.ElicitSlot',
  slotToElicit: 'words',
  updatedIntent: {
    name: WORDS,
    confirmationStatus: 'NONE',
    slots: { words: { name: 'words', confirmationStatus: 'NONE' } },
  },
};

const answerWith = (directives: object[], rest: Partial<Response> = {}) => ({
  version: '1.0',
  response: {
    outputSpeech: say('Where is it?'),
    reprompt: { outputSpeech: say('Where is it?') },
    shouldEndSession: false,
    directives,
    ...rest,
  },
});

/** A skill that has Alexa ask for words as its first answer only. */
const asksOnce = ({ request }: RequestEnvelope) => answerWith(request.type === 'LaunchRequest' ? [ELICIT] : []);

async function answers(there: Beside, said: string): Promise<Turn> {
  await there.echo.say('open knot relief');
  const [turn] = await there.echo.say(said);
  if (turn?.type !== 'turn') throw new Error(`no answer to "${said}"`);
  return turn;
}

const asking = (how: object = {}) => beside(asksOnce, { modelOf: () => withDialog(), ...how });

const WAYS = [
  ['kind', {}],
  ['strict', { strict: true }],
] as const;

describe.each(WAYS)('words that the skill asked for, with a %s service', (_, how) => {
  test.each([
    ['Upper left, and my arm is numb.', 'upper left, and my arm is numb'],
    ["Alexa, ready but I can't feel my hand", "ready but i can't feel my hand"],
    ['ready', 'ready'],
    ['banana', 'banana'],
  ])('"%s" comes whole', async (said, value) => {
    const there = asking(how);
    const turn = await answers(there, said);
    expect(turn).toMatchObject({ intent: WORDS, slots: { words: { value } }, lost: false });
    expect(there.requests[1]?.request).toMatchObject({
      dialogState: 'IN_PROGRESS',
      intent: { name: WORDS, slots: { words: { name: 'words', value } } },
    });
  });

  test.each([
    ['stop', 'AMAZON.StopIntent'],
    ['cancel', 'AMAZON.CancelIntent'],
    ['Help.', 'AMAZON.HelpIntent'],
    ['yes', 'AMAZON.YesIntent'],
    ['no', 'AMAZON.NoIntent'],
  ])('"%s" is the word of a built-in intent', async (said, intent) => {
    expect(await answers(asking(how), said)).toMatchObject({ intent, lost: false });
  });

  test('the next answer without the directive ends it', async () => {
    const there = asking(how);
    await answers(there, 'banana');
    expect(await there.echo.say('ready')).toMatchObject([{ intent: 'ReadyIntent' }]);
  });

  test('"exit" leaves, as ever', async () => {
    const there = asking(how);
    await there.echo.say('open knot relief');
    expect(await there.echo.say('exit')).toMatchObject([{ type: 'sessionEnded', reason: 'USER_INITIATED' }]);
  });
});

test('an unkind service puts "stop" and "yes" into the slot too, or hears them, or nothing', async () => {
  const seeds = Array.from({ length: 80 }, (_, at) => at + 1);
  const heard = await Promise.all(seeds.map((wary) => answers(asking({ wary }), wary % 2 ? 'stop' : 'yes')));
  const timesOf = (intent: RegExp) => heard.filter((turn) => intent.test(turn.intent)).length;
  expect(timesOf(/^WordsIntent$/)).toBeGreaterThan(45);
  expect(timesOf(/Fallback/)).toBeGreaterThan(3);
  expect(timesOf(/Stop|Yes/)).toBeGreaterThan(3);
  expect(timesOf(/Fallback/) + timesOf(/Stop|Yes/) + timesOf(/^Words/)).toBe(heard.length);
});

const { updatedIntent, ...withoutIntent } = ELICIT;

test.each<[string, InteractionModel, object[], Partial<Response>, string]>([
  ['a slot that the model has no dialog for', model, [ELICIT], {}, "no slot of the model's dialog"],
  ['a slot that is not required', withDialog({ elicitationRequired: false }), [ELICIT], {}, 'not required'],
  ['a slot without a prompt', withDialog({ prompts: {} }), [ELICIT], {}, 'has no prompt'],
  ['no intent beside it', withDialog(), [withoutIntent], {}, 'without updatedIntent'],
  [
    'an intent without it',
    withDialog(),
    [{ ...ELICIT, updatedIntent: { ...updatedIntent, slots: {} } }],
    {},
    'not hold',
  ],
  ['another slot', withDialog(), [{ ...ELICIT, slotToElicit: 'other' }], {}, 'WordsIntent.other'],
  ['two directives of a dialog', withDialog(), [ELICIT, { type: 'Dialog.Delegate' }], {}, 'more than one'],
  ['a closed session', withDialog(), [ELICIT], { shouldEndSession: true }, 'not kept open'],
  ['no reprompt', withDialog(), [ELICIT], { reprompt: undefined } as never, 'without a reprompt'],
])('a device ends the session that elicits with %s', async (_, its, directives, rest, why) => {
  const there = beside(() => answerWith(directives, rest), { modelOf: () => its });
  const [, ended] = await there.echo.say('open knot relief');
  expect(ended).toMatchObject({ type: 'sessionEnded', reason: 'ERROR', message: expect.stringContaining(why) });
});
