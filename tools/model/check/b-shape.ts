// Rule B5: the shape that the other checks rely on.

import type { Model } from '../interaction-model';
import { type Fault, faultsOf } from './fault';

/** A table with the keys that it may have; those with a `!` it must. A list stands for lists of such tables. */
type Shape = 'text' | 'list' | 'any' | { [key: string]: Shape } | [Shape];

const SHAPE: Shape = {
  'interactionModel!': {
    'languageModel!': {
      'invocationName!': 'text',
      'intents!': [
        { 'name!': 'text', 'samples!': 'list', slots: [{ 'name!': 'text', 'type!': 'text', samples: 'list' }] },
      ],
      'types!': [{ 'name!': 'text', 'values!': [{ id: 'text', 'name!': { 'value!': 'text', synonyms: 'list' } }] }],
      modelConfiguration: { 'fallbackIntentSensitivity!': { 'level!': 'text' } },
    },
    dialog: {
      'intents!': [
        {
          'name!': 'text',
          confirmationRequired: 'any',
          delegationStrategy: 'text',
          'prompts!': 'any',
          'slots!': [
            {
              'name!': 'text',
              'type!': 'text',
              elicitationRequired: 'any',
              confirmationRequired: 'any',
              'prompts!': 'any',
              validations: 'any',
            },
          ],
        },
      ],
      delegationStrategy: 'text',
    },
    prompts: [{ 'id!': 'text', 'variations!': [{ 'type!': 'text', 'value!': 'text' }] }],
  },
  version: 'text',
};

/** Where a model has another shape; the other checks look only at one that has none of these. */
export function shapeFaults(model: Model, locale: string): Fault[] {
  return faultsOf('B5', locale, misshapen(model, SHAPE, ''));
}

function misshapen(value: unknown, shape: Shape, at: string): string[] {
  if (shape === 'any') return [];
  if (shape === 'text') return typeof value === 'string' ? [] : [`${at} is no text`];
  if (shape === 'list') {
    return Array.isArray(value) && value.every((one) => typeof one === 'string') ? [] : [`${at} is no list of texts`];
  }
  if (Array.isArray(shape)) {
    const [each] = shape;
    return Array.isArray(value)
      ? value.flatMap((one, index) => misshapen(one, each, `${at}[${index}]`))
      : [`${at} is no list`];
  }
  if (typeof value !== 'object' || value === null) return [`${at} is no table`];
  return [...unknownKeys(value, shape, at), ...keysOf(value, shape, at)];
}

function unknownKeys(value: object, shape: { [key: string]: Shape }, at: string): string[] {
  const known = new Set(Object.keys(shape).map((key) => key.replace('!', '')));
  return Object.keys(value).flatMap((key) => (known.has(key) ? [] : [`${at}.${key} is not known`]));
}

function keysOf(value: object, shape: { [key: string]: Shape }, at: string): string[] {
  return Object.entries(shape).flatMap(([key, inner]) => {
    const name = key.replace('!', '');
    const found = (value as Record<string, unknown>)[name];
    if (found !== undefined) return misshapen(found, inner, `${at}.${name}`);
    return key.endsWith('!') ? [`${at}.${name} is missing`] : [];
  });
}
