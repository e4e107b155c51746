// The small model that the tests of understanding use.

import type { InteractionModel } from '../../simulator/listen';

const tools = [
  { id: 'ball', name: { value: 'ball', synonyms: ['tennis ball', 'lacrosse ball'] } },
  { id: 'roller', name: { value: 'roller', synonyms: ['foam roller'] } },
];
const symptoms = [
  { id: 'numb-limb', name: { value: 'numb', synonyms: ['my arm is numb', 'numbness', 'arm has gone to sleep'] } },
  { id: 'chest-pain', name: { value: 'chest pain', synonyms: ['my chest hurts'] } },
  { id: 'cannot-breathe', name: { value: "i can't breathe", synonyms: [] } },
];
const regions = ['upper', 'middle', 'lower'].map((id) => ({ id, name: { value: id, synonyms: [`${id} back`] } }));
const sides = ['left', 'right'].map((id) => ({ id, name: { value: id, synonyms: [`${id} side`] } }));
const choice = [
  { name: 'region', type: 'Region' },
  { name: 'side', type: 'Side' },
  { name: 'tool', type: 'Tool' },
  { name: 'minutes', type: 'AMAZON.NUMBER' },
];

const builtIns = [
  'Yes',
  'No',
  'Help',
  'Stop',
  'Cancel',
  'Fallback',
  'Repeat',
  'Next',
  'Previous',
  'Pause',
  'Resume',
  'StartOver',
];

export const model: InteractionModel = {
  interactionModel: {
    languageModel: {
      invocationName: 'knot relief',
      intents: [
        ...builtIns.map((name) => ({ name: `AMAZON.${name}Intent`, samples: name === 'Yes' ? ['yes i do'] : [] })),
        { name: 'BeginIntent', slots: [{ name: 'word', type: 'StartWord' }], samples: ['{word}'] },
        { name: 'NotStartIntent', samples: ["let's go", 'just start', 'start please'] },
        { name: 'ReadyIntent', samples: ['ready', "i'm ready", 'found it'] },
        { name: 'GoBackIntent', samples: ['go back', 'back'] },
        { name: 'NotSureIntent', samples: ["i'm not sure", 'not sure', "i don't know"] },
        {
          name: 'ChooseIntent',
          slots: choice,
          samples: [
            '{region}',
            '{tool}',
            '{region} {side}',
            '{region} {side} with a {tool}',
            '{minutes} minutes',
            'i have a {tool}',
            '{region} {side} {tool} {minutes} minutes',
          ],
        },
        {
          name: 'StartRoutineIntent',
          slots: choice,
          samples: [
            'start a {minutes} minute routine',
            'start a {minutes} minute routine for my {region}',
            'a {minutes} minute routine',
          ],
        },
        { name: 'HowLongIntent', slots: [{ name: 'time', type: 'AMAZON.DURATION' }], samples: ['hold it for {time}'] },
        {
          name: 'NumberIntent',
          slots: [
            { name: 'number', type: 'AMAZON.NUMBER' },
            { name: 'upTo', type: 'AMAZON.NUMBER' },
          ],
          samples: ['{number}', '{number} or {upTo}', 'about {number}'],
        },
        {
          name: 'ReportSymptomIntent',
          slots: [{ name: 'symptom', type: 'Symptom' }],
          samples: ['{symptom}', 'i have {symptom}', 'i feel {symptom}'],
        },
        {
          name: 'SwapToolIntent',
          slots: [{ name: 'tool', type: 'Tool' }],
          samples: ['swap to a {tool}', 'swap to the {tool}'],
        },
        { name: 'TimeLeftIntent', samples: ['how long is left', 'how much longer', 'how much time is left'] },
        { name: 'TooMuchIntent', samples: ["it's too much", 'too much', 'it hurts'] },
        { name: 'CountMoreIntent', samples: ['count more often', 'count more'] },
        { name: 'CountLessIntent', samples: ['count less often', 'count less'] },
        {
          name: 'AskIntent',
          slots: [{ name: 'query', type: 'AMAZON.SearchQuery' }],
          samples: ['how do i {query}', 'how to {query}', 'what is {query}'],
        },
        {
          name: 'DenyIntent',
          slots: [{ name: 'query', type: 'AMAZON.SearchQuery' }],
          samples: ["i don't have {query}", "i'm not {query}"],
        },
      ],
      types: [
        { name: 'StartWord', values: [{ id: 'start', name: { value: 'start' } }] },
        { name: 'Region', values: regions },
        { name: 'Side', values: sides },
        { name: 'Tool', values: tools },
        { name: 'Symptom', values: symptoms },
      ],
    },
  },
};
