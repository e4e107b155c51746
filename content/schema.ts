// The shape of everything in this folder, for tests and tools; never part of the bundle.

import Ajv, { type AnySchemaObject } from 'ajv';
import { PLACES, PRESS_TOOLS, REGIONS } from '../lambda/domain/exercise';
import { QUESTION_IDS, SCREENING_FORMS, YES_LEADS } from '../lambda/domain/healthQuestions';
import { SYMPTOM_ROWS } from '../lambda/domain/symptom';
import { SUBJECTS } from '../lambda/domain/topic';
import { WINDOWS } from './grammar';
import type { Written } from './writing';

const fact = { type: 'string', pattern: '^F[1-9][0-9]{0,2}$' };
/** At most three facts stand behind one sentence or table row, so that each can be checked. */
const sources = { type: 'array', items: fact, uniqueItems: true };
const fewSources = { ...sources, minItems: 1, maxItems: 3 };
const id = { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' };
const word = { type: 'string', pattern: '^[a-z]+$' };
const region = { enum: REGIONS };
const regions = { type: 'array', items: region, uniqueItems: true };
const place = { enum: PLACES };
const count = { type: 'integer', minimum: 1 };
const seconds = { type: 'integer', minimum: 0, maximum: 60 };

function closed(properties: Record<string, unknown>, optional: string[] = []): AnySchemaObject {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

const heldForm = closed(
  { kind: { const: 'held' }, seconds: { type: 'integer', minimum: 5, maximum: 60 }, longest: count },
  ['longest'],
);
const phase = closed({ cue: word, ms: { type: 'integer', minimum: 1500, maximum: 10_000 } });
const countedForm = closed(
  {
    kind: { const: 'counted' },
    reps: count,
    phases: { type: 'array', items: phase, minItems: 1 },
    ways: { type: 'array', items: word },
    cuedReps: count,
    longest: count,
    fewest: count,
  },
  ['longest', 'fewest'],
);

const stretch = closed(
  {
    id,
    family: { const: 'stretch' },
    regions: { ...regions, minItems: 1 },
    place,
    form: { anyOf: [heldForm, countedForm] },
    sided: { type: 'boolean' },
    sets: closed({ least: count, most: count }),
    intoSeconds: { type: 'integer', minimum: 1, maximum: 6 },
    betweenSeconds: { type: 'integer', minimum: 2, maximum: 4 },
    demanding: { type: 'boolean' },
    cautioned: { const: true },
    follows: { type: 'string' },
    seated: id,
    sources: fewSources,
  },
  ['demanding', 'cautioned', 'follows', 'seated'],
);

const press = closed({
  id,
  family: { const: 'press' },
  tool: { enum: PRESS_TOOLS },
  regions: { ...regions, minItems: 1 },
  seconds: { ...seconds, minimum: 5 },
  rounds: count,
  offSeconds: seconds,
  restSeconds: seconds,
  place,
  pinRegions: regions,
  sources: fewSources,
});

const pin = closed({ id, family: { const: 'pin' }, form: countedForm, sources: { ...sources, minItems: 1 } });

const list = { type: 'array', items: id, minItems: 4, uniqueItems: true };
const orders = closed({ chair: list, floor: list });

const routines = closed({
  stretchOrder: closed({ sources, ...Object.fromEntries(REGIONS.map((one) => [one, orders])) }),
  press: closed({ sources, spotSeconds: count, spots: count, shortestRestSeconds: count }),
  planning: closed({
    sources,
    answerSeconds: count,
    findingSeconds: count,
  }),
  frequency: closed({
    sources,
    pressDaysPerWeek: closed({ least: count, most: count }),
    stretchDaysPerWeek: count,
    daysOffWhenSore: count,
    pressRegionsPerDay: count,
    seeSomeoneAfterDays: count,
    restedAfterDays: count,
  }),
  warming: closed({ sources, minutes: count }),
});

const gentle = closed({
  fromYears: count,
  holdSeconds: seconds,
  withoutTools: { type: 'array', items: { enum: PRESS_TOOLS } },
  withoutStretches: { type: 'array', items: id, uniqueItems: true },
});

const row = { enum: SYMPTOM_ROWS };
const questionId = { enum: QUESTION_IDS };
/** Anchors of the clinical review (A1 to A18) behind a question or symptom. */
const anchors = { type: 'array', items: { type: 'string', pattern: '^A[1-9][0-9]?$' } };
const question = closed(
  {
    onYes: { enum: YES_LEADS },
    rows: { type: 'array', items: row },
    echoed: { type: 'boolean' },
    sources,
    anchors,
  },
  ['anchors'],
);
const redFlags = {
  type: 'object',
  properties: {
    form: { enum: SCREENING_FORMS },
    questions: closed(Object.fromEntries(QUESTION_IDS.map((one) => [one, question]))),
    symptoms: {
      type: 'object',
      additionalProperties: closed({ row, question: questionId, sources, anchors }, ['question', 'anchors']),
    },
    frames: {
      type: 'object',
      additionalProperties: { type: 'object', additionalProperties: { type: 'string', pattern: '^[a-z-]+$' } },
    },
  },
  required: ['form', 'questions', 'symptoms', 'frames'],
};

const locales = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    properties: {
      locale: { type: 'string', pattern: '^[a-z]{2}-[A-Z]{2}$' },
      language: { type: 'string', pattern: '^[a-z]{2}$' },
      zone: { type: 'string', pattern: '^[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+$' },
      invocationName: { type: 'string', minLength: 3 },
      review: closed({ language: { type: 'boolean' }, clinician: { type: 'boolean' } }),
    },
    required: ['locale', 'language', 'zone', 'invocationName', 'review'],
  },
};

const saidByLanguage = {
  type: 'object',
  required: ['en'],
  propertyNames: { pattern: '^[a-z]{2}$' },
  additionalProperties: { type: 'string', minLength: 3 },
};

/** One country a row; its number can be said in every language in which it is written here. */
const countries = {
  type: 'array',
  minItems: 1,
  items: closed(
    {
      country: { type: 'string', pattern: '^[A-Z]{2}$' },
      digits: { type: 'string', pattern: '^[0-9]{2,6}$' },
      spoken: saidByLanguage,
      advice: saidByLanguage,
      zones: { type: 'array', items: { type: 'string', pattern: '^[A-Za-z/_-]+$' }, minItems: 1, uniqueItems: true },
      sources: { type: 'array', items: { type: 'string', pattern: '^https://' }, minItems: 1 },
    },
    ['advice'],
  ),
};

/** By the words of a language, small and without signs but the comma, what a region says for them. */
const otherWords = {
  type: 'object',
  propertyNames: { pattern: '^[a-z]+(,? [a-z]+)*$' },
  additionalProperties: { type: 'string', minLength: 2 },
};

/** A sentence, or two and more ways of saying the same. */
const sentences = {
  type: 'object',
  additionalProperties: {
    anyOf: [
      { type: 'string', minLength: 1 },
      { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 2 },
    ],
  },
};

const facts = {
  type: 'array',
  items: closed({
    id: fact,
    use: { enum: ['R', 'S', 'Q', 'X', 'N'] },
    kind: { type: 'string' },
    fact: { type: 'string' },
  }),
};

const citations = closed({
  sentences: { type: 'object', additionalProperties: fewSources },
  rules: {
    type: 'object',
    additionalProperties: closed({
      sources: { ...sources, minItems: 1 },
      says: { type: 'string' },
      test: { type: 'string', pattern: '^tests/.+ › .+$' },
    }),
  },
  corrected: { type: 'object', propertyNames: fact, additionalProperties: { type: 'string' } },
});

/** A fact, a row of the dose table, a resolution of a contradiction, a rule, a section of the screening. */
const ground = { type: 'string', pattern: '^(F[1-9][0-9]{0,2}|5\\.[0-9]{1,2}|C[0-9]{1,2}|DR[0-9]{1,2}|3\\.[0-9])$' };
/** The sources of each sentence of a part: three parts of a breath at most. */
const part = {
  type: 'array',
  minItems: 1,
  maxItems: 3,
  items: { type: 'array', items: ground, uniqueItems: true, maxItems: 3 },
};
const subject = { enum: SUBJECTS };
const caution = { enum: ['spine', 'five', 'two-weeks', 'medicine', 'heat', 'skin', 'floor', 'numb'] };
const topic = closed(
  {
    about: subject,
    ground: { enum: ['facts', 'none', 'out'] },
    cautions: { type: 'array', items: caution, uniqueItems: true },
    says: part,
    more: { type: 'array', items: part, minItems: 1 },
  },
  ['more'],
);
const byId = (shape: AnySchemaObject) => ({ type: 'object', propertyNames: id, additionalProperties: shape });
const answers = closed({
  topics: byId(topic),
  exercises: byId(closed({ how: part, purpose: part, mistake: part, avoid: part, instead: part })),
  aspects: { type: 'object', additionalProperties: { anyOf: [part, { type: 'object', additionalProperties: part }] } },
});

const text = { type: 'string', minLength: 1 };
const written = closed({ title: text, says: text, more: { type: 'array', items: text } }, ['more']);
const said = { anyOf: [text, { type: 'object', additionalProperties: text }] };
const lists = { type: 'array', items: text };
const answerFile = closed({
  topics: byId(written),
  exercises: byId({ type: 'object', additionalProperties: text }),
  aspects: { type: 'object', additionalProperties: said },
});

const affixes = { type: 'object', minProperties: 1, additionalProperties: { type: 'string' } };
const some = { ...lists, minItems: 1, uniqueItems: true };
const languageShape = {
  type: 'object',
  properties: {
    writing: closed(
      {
        script: { ...some, items: { enum: ['Latin', 'Arabic', 'Devanagari', 'Han', 'Hiragana', 'Katakana'] } },
        segmenting: { enum: ['spaces', 'compounds', 'none'] },
        letters: affixes,
        beginnings: affixes,
        endings: affixes,
        links: some,
      },
      ['letters', 'beginnings', 'endings', 'links'],
    ),
    grammar: closed(
      {
        windows: closed(Object.fromEntries(WINDOWS.map((one) => [one, count]))),
        uncounted: some,
        denyingBehind: some,
        denyingAround: some,
        clauseEnds: some,
        supposingBehind: some,
        questionEnds: some,
        strangers: count,
        ownerBehind: { const: true },
      },
      [
        'strangers',
        'uncounted',
        'denyingBehind',
        'denyingAround',
        'clauseEnds',
        'supposingBehind',
        'questionEnds',
        'ownerBehind',
      ],
    ),
  },
  required: ['writing', 'grammar'],
};

const schemas = {
  language: languageShape,
  answers,
  answerFile,
  stretch,
  press,
  pin,
  routines,
  gentle,
  redFlags,
  locales,
  countries,
  otherWords,
  sentences,
  facts,
  citations,
};

export type Shape = keyof typeof schemas;

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const checks = new Map(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]));

/** What is wrong with `data` as a `shape`, one line each; empty when nothing is. */
export function faultsOf(shape: Shape, data: unknown): string[] {
  const check = checks.get(shape);
  if (!check || check(data)) return [];
  return (check.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message ?? 'is wrong'}`);
}

/**
 * What is wrong with the lists of a language, one line each: how it is written and its order of words, a list that is
 * empty, and words in another script, which would be heard by nobody.
 */
export function listFaultsOf(names: Written): string[] {
  const faults = faultsOf('language', names);
  if (faults.length > 0) return faults;
  const { writing, ...lists } = names;
  const odd = Object.entries(writing.letters ?? {}).filter(([from, to]) => to && [...from].length !== [...to].length);
  const scripts = writing.script.map((script) => `\\p{Script_Extensions=${script}}`).join('');
  const foreign = new RegExp(`(?![${scripts}])[\\p{L}\\p{M}]`, 'u');
  return [...odd.map(([from]) => `writing.letters: ${from} has not as many letters`), ...faultsIn(lists, '', foreign)];
}

function faultsIn(list: unknown, name: string, foreign: RegExp): string[] {
  if (typeof list === 'string') return foreign.test(list.replace(/\{[^}]*\}/g, '')) ? [`${name}: ${list}`] : [];
  if (typeof list !== 'object' || list === null) return [];
  if (Array.isArray(list))
    return list.length === 0 ? [`${name} is empty`] : list.flatMap((one) => faultsIn(one, name, foreign));
  const tables = Object.entries(list);
  if (tables.length === 0) return [`${name} is empty`];
  return tables.flatMap(([key, of]) => faultsIn(of, name ? `${name}.${key}` : key, foreign));
}
