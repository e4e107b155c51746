// Faults to plant in a small manifest and its files, and against the project's own limits.

import type { StoreText } from '../../../tools/model/check';
import type { Planted } from './planted-model';
import { free } from './planted-model';
import { intentIn, LOCALE, pictureOf, type Small } from './small-package';

const manifest = ({ manifest: { manifest } }: Small) => manifest;
const publishing = (small: Small) => manifest(small).publishingInformation ?? {};
const privacy = (small: Small) => manifest(small).privacyAndCompliance ?? {};
const custom = (small: Small) => manifest(small).apis?.custom ?? {};
const store = (text: StoreText) => (small: Small) => Object.assign(publishing(small).locales?.[LOCALE] ?? {}, text);
const publish = (fields: object) => (small: Small) => Object.assign(publishing(small), fields);
const answerFrom = (fields: object) => (small: Small) => Object.assign(custom(small), fields);

const TASK = 'tasks/WarmUp.1.json';
const retask = (from: string, to: string) => (small: Small) => {
  const text = small.files[TASK]?.toString('utf8') ?? '';
  if (!text.includes(from)) throw new Error(`no ${from}`);
  small.files[TASK] = Buffer.from(text.replaceAll(from, to));
};

const alsoIn = (locale: string) => (small: Small) => {
  const { locales = {} } = publishing(small);
  const policies = privacy(small).locales ?? {};
  locales[locale] = { ...locales[LOCALE] };
  policies[locale] = { ...policies[LOCALE] };
  small.models = { ...small.models, [locale]: small.model };
};

export const PLANTED_IN_PACKAGE: readonly Planted[] = [
  ['H5', 'a phrase without the wake word', store({ examplePhrases: ['Alexa, open back helper', 'Open back helper'] })],
  [
    'H5',
    'a phrase that no sample says',
    store({ examplePhrases: ['Alexa, open back helper', 'Alexa, ask back helper to dance'] }),
  ],
  ['H6', 'no phrases', store({ examplePhrases: [] })],
  ['H6', 'four phrases', store({ examplePhrases: Array<string>(4).fill('Alexa, open back helper') })],
  ['H6', 'a first phrase with a wish', store({ examplePhrases: ['Alexa, ask back helper to press for ten minutes'] })],

  ['I1', 'a name of one letter', store({ name: 'B' })],
  ['I1', 'a summary of 161 letters', store({ summary: 'a'.repeat(161) })],
  [
    'I1',
    'a description of 4001 letters',
    store({ description: `not medical advice, not a substitute ${'a'.repeat(4000)}` }),
  ],
  ['I1', '31 keywords', store({ keywords: Array<string>(31).fill('back') })],
  ['I1', 'a keyword of 151 letters', store({ keywords: ['a'.repeat(151)] })],
  ['I1', 'no testing instructions', publish({ testingInstructions: '' })],
  ['I2', 'a permission that there is not', (small) => manifest(small).permissions?.push({ name: 'alexa::heart:read' })],
  ['I3', 'an interface that there is not', answerFrom({ interfaces: [{ type: 'SMELL' }] })],
  [
    'I4',
    'an offer to answer in a locale that cannot',
    (small) => {
      alsoIn('en-GB')(small);
      answerFrom({ interfaces: [{ type: 'CAN_FULFILL_INTENT_REQUEST' }] })(small);
    },
  ],
  ['I5', 'an icon that is not there', store({ smallIconUri: 'file://assets/gone.png' })],
  [
    'I5',
    'an icon of another size',
    ({ files }) => {
      files['assets/108.png'] = pictureOf(109);
    },
  ],
  ['I5', 'an icon that is no PNG', ({ files }) => files['assets/108.png']?.write('GIF', 1, 'latin1')],
  ['I6', 'an endpoint without encryption', answerFrom({ endpoint: { uri: 'http://example.org' } })],
  ['I6', 'such an endpoint in a region', answerFrom({ regions: { EU: { endpoint: { uri: 'http://example.org' } } } })],
  ['I7', 'no endpoint', answerFrom({ endpoint: undefined })],
  ['I8', 'no privacy policy', (small) => Object.assign(privacy(small), { locales: { [LOCALE]: {} } })],
  ['I9', 'a locale without a model', (small) => Object.assign(small, { models: {} })],
  ['I9', 'a locale without a policy', (small) => Object.assign(privacy(small), { locales: {} })],
  ['I10', 'a task without its file', (small) => custom(small).tasks?.push({ name: 'CoolDown', version: '1' })],
  ['I10', 'a task of another version', retask('"version":"1"', '"version":"2"')],
  ['I10', 'a task that is read', retask('"post"', '"get"')],
  ['I10', 'a task of another name', retask('/WarmUp', '/CoolDown')],
  ['I10', 'a task in another language', retask('application/json', 'text/xml')],
  ['I10', 'a task that refers elsewhere', retask('#/components', 'other.json#/components')],
  ['I10', 'a task for nobody known', retask('vendor-private', 'friends')],
  ['I11', 'a description without its disclaimer', store({ description: 'It cures you.' })],
  ['I12', 'a category that does not fit', publish({ category: 'WEATHER' })],
  ['I12', 'neither worldwide nor a country', publish({ isAvailableWorldwide: false })],
  ['I12', 'no word on advertisements', (small) => Object.assign(privacy(small), { containsAds: undefined })],
  ['I12', 'another version of the manifest', (small) => Object.assign(manifest(small), { manifestVersion: '2.0' })],
];

const language = ({ model }: Small) => model.interactionModel.languageModel;
const say = (sample: string) => (small: Small) => intentIn(small, 'DoctorIntent').samples.push(sample);
const value = (text: string) => (small: Small) =>
  language(small).types[0]?.values.push({ id: 'third', name: { value: text, synonyms: [] } });

const LETTERS = [...'abcdefhijklmnoqrstuv'];
const NAMES = LETTERS.flatMap((one) => LETTERS.map((other) => `${one}${other}`));

export const PLANTED_AGAINST_OWN: readonly Planted[] = [
  [
    'K1',
    '80 further intents',
    (small) => {
      for (const name of NAMES.slice(0, 80)) language(small).intents.push({ name, samples: [`${name} it is`] });
    },
  ],
  [
    'K2',
    '10 further intents of free words',
    (small) => {
      for (const name of NAMES.slice(0, 10)) free(name, `${name} it is {words}`)(small);
    },
  ],
  [
    'K3',
    '6,000 further samples',
    (small) => {
      for (const one of NAMES) for (const other of LETTERS.slice(0, 15)) say(`so ${one} is ${other}${other}`)(small);
    },
  ],
  ['K4', 'half a million letters', say(`long ${'a'.repeat(500_000)}`)],
  ['K5', 'a carrier of one word', free('ArmIntent', 'arm {words}')],
  ['K6', "a sample that begins with another's carrier", say('i would like to know my doctor')],
  ['K6', 'a carrier inside a longer one', free('KnowIntent', 'i would like to know why {words}')],
  ['K7', 'a wake word in a value', value('echo of a ball')],
  ['K7', 'a launch in a value', value('open back helper')],
  ['K7', 'the name in a sample', say('close back helper')],
  ['K8', 'a doctor without periods', say('my gp has said yes')],
  ['K8', 'a doctor with one period', value('g. p')],
  ['K9', 'a profane carrier', free('SwearIntent', 'oh shit my {words}')],
];
