// Faults to plant in a small model, one against each rule of Amazon.

import type { Rule } from '../../../tools/model/check';
import { intentIn, type Small } from './small-package';

/** What somebody did to a package, and how. */
export type Planted = readonly [rule: Rule, what: string, plant: (small: Small) => void];

const language = ({ model }: Small) => model.interactionModel.languageModel;
const intents = (small: Small) => language(small).intents;
const press = (small: Small) => intentIn(small, 'PressIntent');
const words = (small: Small) => intentIn(small, 'WordsIntent');
const doctor = (small: Small) => intentIn(small, 'DoctorIntent');
const tool = (small: Small) => language(small).types[0]?.values ?? [];
const say = (sample: string) => (small: Small) => doctor(small).samples.push(sample);
const add =
  (name: string, ...samples: string[]) =>
  (small: Small) =>
    intents(small).push({ name, samples });
const value =
  (id: string, text: string, ...synonyms: string[]) =>
  (small: Small) =>
    tool(small).push({ id, name: { value: text, synonyms } });
const call = (name: string) => (small: Small) => {
  language(small).invocationName = name;
  const [store] = Object.values(small.manifest.manifest.publishingInformation?.locales ?? {});
  if (store) store.examplePhrases = [`Alexa, open ${name}`];
};

/** A name of letters alone for each number. */
const lettersOf = (number: number) => [...`${number}`].map((digit) => 'abcdefghij'[Number(digit)]).join('');

function many(small: Small, intentCount: number, typeCount: number): void {
  for (let index = 0; index < intentCount; index++) add(`Many${lettersOf(index)}`, `many so${lettersOf(index)}`)(small);
  for (let index = 0; index < typeCount; index++) {
    const name = `Kind${lettersOf(index)}`;
    language(small).types.push({ name, values: [{ id: 'one', name: { value: 'one', synonyms: [] } }] });
  }
}

function dialogSlot({ model }: Small) {
  const slot = model.interactionModel.dialog?.intents[0]?.slots[0];
  if (!slot) throw new Error('no dialog');
  return slot;
}

const prompts = ({ model }: Small) => model.interactionModel.prompts ?? [];

export const PLANTED_IN_MODEL: readonly Planted[] = [
  ['A1', 'two million letters', say(`long ${'a'.repeat(2_000_000)}`)],
  ['A2', '250 further intents', (small) => many(small, 250, 0)],
  ['A2', '200 intents and 150 types', (small) => many(small, 200, 150)],
  ['A3', 'a value of 141 letters', value('long', 'a'.repeat(141))],
  ['A3', 'a synonym of 141 letters', value('long', 'long', 'a'.repeat(141))],

  ['B1', 'an intent with a digit in its name', add('Ask2Intent', 'ask it')],
  ['B1', 'an intent of Amazon that there is not', add('AMAZON.MaybeIntent')],
  ['B1', 'a name that stands twice', add('DOCTORIntent', 'ask it')],
  [
    'B2',
    'a slot with a digit in its name',
    (small) => {
      doctor(small).slots = [{ name: 'tool2', type: 'Tool' }];
      doctor(small).samples.push('it is a {tool2}');
    },
  ],
  ['B2', 'a slot that stands twice', (small) => press(small).slots?.push({ name: 'tool', type: 'Tool' })],
  [
    'B2',
    'a slot called as an intent is',
    (small) => {
      doctor(small).slots = [{ name: 'PressIntent', type: 'Tool' }];
      doctor(small).samples.push('it is a {PressIntent}');
    },
  ],
  [
    'B3',
    'a type with a digit in its name',
    (small) => language(small).types.push({ name: 'Tool2', values: tool(small) }),
  ],
  ['B3', 'a type that stands twice', (small) => language(small).types.push({ name: 'Tool', values: tool(small) })],
  [
    'B3',
    'a type that there is not',
    (small) => {
      doctor(small).slots = [{ name: 'toy', type: 'Toy' }];
      doctor(small).samples.push('it is a {toy}');
    },
  ],
  [
    'B4',
    'a slot name with two types',
    (small) => {
      doctor(small).slots = [{ name: 'tool', type: 'AMAZON.NUMBER' }];
      doctor(small).samples.push('it is number {tool}');
    },
  ],
  ['B5', 'a key that is not known', ({ model }) => Object.assign(model.interactionModel, { intents: [] })],
  ['B5', 'samples that are no list', (small) => Object.assign(press(small), { samples: 'press' })],
  ['B5', 'no types', (small) => Object.assign(language(small), { types: undefined })],
  ['B6', 'a slot in a sample alone', say('it is my {thing}')],
  ['B6', 'a slot in no sample', (small) => press(small).slots?.push({ name: 'second', type: 'Tool' })],

  ['C1', 'a question mark', say('did it go?')],
  ['C2', 'a digit', say('it took 5 minutes')],
  ['C3', 'a period behind a word', say('it is mrs. smith')],
  ['C3', 'a letter without its period', say('it is vitamin d')],
  ['C3', 'the second letter without its period', say('i saw my g. p')],
  ['C4', 'a slot that touches a word', (small) => press(small).samples.push('press my{tool} now')],
  ['C5', 'a sample that stands twice', say('i have seen my doctor')],
  ['C6', 'a sample of two intents', add('SeenIntent', 'i have seen my doctor')],
  ['C6', 'a carrier phrase of two intents', free('KnowIntent', 'i would like to know {words}')],
  ['C6', "words of Amazon's own intent", say('shut up')],
  ['C6', "what another's slot says", say('press with my tennis ball')],
  ['C6', "what another's number says", say('press for ten minutes')],
  ['C8', 'a wake word', say('thank you alexa for this')],
  ['C8', 'a launch word and the name', say('please open back helper')],
  ['C11', 'a slot alone', (small) => press(small).samples.push('{tool}')],
  ['C12', 'an empty sample', say('')],
  ['C12', 'a space at the end', say('it went ')],
  ['C12', 'two spaces', say('it  went')],
  ['C12', 'a capital', say('It went')],
  ['C12', 'an open brace', (small) => press(small).samples.push('press {tool now')],
  ['C12', 'a slot twice', (small) => press(small).samples.push('a {tool} and a {tool}')],
  ['C13', 'an intent without samples', add('EmptyIntent')],

  ['D1', 'free words alone', (small) => words(small).samples.push('{words}')],
  [
    'D3',
    'free words beside a number',
    (small) => {
      words(small).slots?.push({ name: 'minutes', type: 'AMAZON.NUMBER' });
      words(small).samples.push('for {minutes} minutes i feel {words}');
    },
  ],
  [
    'D6',
    'two slots of free words',
    (small) => {
      words(small).slots?.push({ name: 'more', type: 'AMAZON.SearchQuery' });
      words(small).samples.push('and then there is {more}');
    },
  ],

  ['E1', 'a value that stands twice', value('second', 'Ball')],
  ['E2', 'a synonym of two values', value('second', 'racket', 'tennis ball')],
  ['E2', 'a synonym that is the value', value('second', 'racket', 'racket')],
  [
    'E3',
    'a type without values',
    (small) => {
      language(small).types.push({ name: 'Empty', values: [] });
    },
  ],
  ['E5', 'an id of two values', value('ball', 'racket')],
  ['E6', 'an empty value', value('second', ' ')],
  ['E6', 'a quotation mark', value('second', 'the "thing"')],

  ['F1', 'no help', (small) => intents(small).splice(2, 1)],
  [
    'F2',
    'a sample of fallback',
    (small) => intentIn(small, 'AMAZON.FallbackIntent').samples.push('what else is there'),
  ],
  [
    'F2',
    'a sensitivity that there is not',
    (small) => {
      language(small).modelConfiguration.fallbackIntentSensitivity.level = 'MIDDLE';
    },
  ],
  ['F5', 'a sample of yes', (small) => intentIn(small, 'AMAZON.YesIntent').samples.push('you bet')],
  ['F6', '"exit" as the sample of another intent', say('exit')],

  [
    'G1',
    'a dialog about no intent',
    (small) =>
      small.model.interactionModel.dialog?.intents.push({
        name: 'GoneIntent',
        confirmationRequired: false,
        prompts: {},
        slots: [],
      }),
  ],
  ['G1', 'a slot with another type', (small) => Object.assign(dialogSlot(small), { type: 'Tool' })],
  ['G2', 'no prompt', (small) => Object.assign(dialogSlot(small), { prompts: {} })],
  [
    'G2',
    'a prompt that is not there',
    (small) => Object.assign(dialogSlot(small), { prompts: { elicitation: 'Gone' } }),
  ],
  [
    'G2',
    'a confirmation without a prompt',
    (small) => Object.assign(dialogSlot(small), { confirmationRequired: true }),
  ],
  ['G3', 'a prompt without a text', (small) => prompts(small).push({ id: 'Silent', variations: [] })],
  ['G3', 'two prompts of one id', (small) => prompts(small).push(...prompts(small))],
  ['G4', 'a slot that is never asked for', (small) => small.elicited.push('PressIntent.tool')],
  [
    'G4',
    'a slot that need not be asked for',
    (small) => Object.assign(dialogSlot(small), { elicitationRequired: false }),
  ],

  ['H1', 'a name of one word', call('helper')],
  ['H1', 'a name with a capital', call('Back helper')],
  ['H2', 'a launch word in the name', call('start helper')],
  ['H2', 'a wake word in the name', call('computer helper')],
  ['H3', 'an article in the name', call('the helper')],
  ['H4', 'a name that sounds like another', call('knot helper')],
  [
    'F7',
    'a slot of yes',
    (small) => {
      intentIn(small, 'AMAZON.YesIntent').slots = [{ name: 'tool', type: 'Tool', samples: ['my {tool}'] }];
    },
  ],
];

/** A further intent of free words. */
export function free(name: string, ...samples: string[]): (small: Small) => void {
  return (small) => {
    intents(small).push({ name, slots: [{ name: 'words', type: 'AMAZON.SearchQuery' }], samples });
  };
}
