// The schema of the audio documents that this skill may send, as APL for Audio 0.91 allows them.

import Ajv from 'ajv';

const described = { type: 'string', minLength: 1 };
const silence = {
  type: 'object',
  required: ['type', 'duration'],
  additionalProperties: false,
  properties: {
    type: { const: 'Silence' },
    description: described,
    duration: { type: 'integer', minimum: 1, maximum: 240_000 },
  },
};
const words = { type: 'string', minLength: 1, not: { pattern: '[<>]|\\$\\{' } };
const speech = {
  type: 'object',
  required: ['type', 'description', 'content'],
  additionalProperties: false,
  properties: {
    type: { const: 'Speech' },
    description: described,
    content: words,
    contentType: { const: 'PlainText' },
  },
};
const pinnedSpeech = {
  type: 'object',
  required: ['type', 'content', 'duration'],
  additionalProperties: false,
  properties: {
    type: { const: 'Speech' },
    content: words,
    contentType: { const: 'PlainText' },
    duration: { const: 'trimToParent' },
  },
};
const trimmedSound = {
  type: 'object',
  required: ['type', 'source', 'duration'],
  additionalProperties: false,
  properties: {
    type: { const: 'Audio' },
    // Amazon's own library: nothing is hosted.
    source: { type: 'string', pattern: '^soundbank://soundlibrary/[a-z0-9_/]+$' },
    duration: { const: 'trimToParent' },
  },
};
const mixer = {
  type: 'object',
  required: ['type', 'description', 'items'],
  additionalProperties: false,
  properties: {
    type: { const: 'Mixer' },
    description: described,
    items: {
      type: 'array',
      minItems: 2,
      items: [silence, { anyOf: [pinnedSpeech, trimmedSound] }],
      additionalItems: false,
    },
  },
};
const sequencer = {
  type: 'object',
  required: ['type', 'items'],
  additionalProperties: false,
  properties: {
    type: { const: 'Sequencer' },
    items: { type: 'array', minItems: 1, items: { anyOf: [mixer, speech, silence] } },
  },
};

/** Closed: a property nobody has thought of is a fault. There is no published schema to use instead. */
export const APLA_SCHEMA = {
  type: 'object',
  required: ['type', 'version', 'mainTemplate'],
  additionalProperties: false,
  properties: {
    type: { const: 'APLA' },
    version: { const: '0.91' },
    mainTemplate: {
      type: 'object',
      required: ['items'],
      additionalProperties: false,
      properties: {
        parameters: { type: 'array', items: { type: 'string' } },
        items: { type: 'array', minItems: 1, maxItems: 1, items: sequencer },
      },
    },
  },
};

const validate = new Ajv({ strict: false, allErrors: true }).compile(APLA_SCHEMA);

/** What is wrong with a document; empty when nothing. */
export function documentFaults(document: unknown): string[] {
  if (validate(document)) return [];
  return (validate.errors ?? []).slice(0, 5).map((one) => `document${one.instancePath} ${one.message ?? ''}`);
}
