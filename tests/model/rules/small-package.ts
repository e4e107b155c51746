// A small skill package that breaks no rule, for faults to be planted in.

import type { Manifest, SkillPackage } from '../../../tools/model/check';
import type { Model, ModelIntent } from '../../../tools/model/interaction-model';

export const LOCALE = 'en-US';
export const NUMBERS = ['five', 'ten'];

export interface Small extends SkillPackage {
  manifest: Manifest;
  model: Model;
  /** The files that the manifest names. */
  files: Record<string, Buffer>;
  /** The slots that the skill asks for. */
  elicited: string[];
}

/** A new package at every call, so that a fault stays in its test. */
export function smallPackage(): Small {
  const model = smallModel();
  const files: Record<string, Buffer> = {
    'assets/108.png': pictureOf(108),
    'assets/512.png': pictureOf(512),
    'tasks/WarmUp.1.json': Buffer.from(JSON.stringify(task())),
  };
  return {
    manifest: manifest(),
    model,
    models: { [LOCALE]: model },
    files,
    file: (path) => files[path] ?? null,
    elicited: ['WordsIntent.words'],
  };
}

/** The intent of a name; a fault cannot be planted where there is none. */
export function intentIn({ model }: Small, name: string): ModelIntent {
  const found = model.interactionModel.languageModel.intents.find((intent) => intent.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

/** The beginning of a PNG picture: all that is read of it. */
export function pictureOf(size: number): Buffer {
  const picture = Buffer.alloc(24);
  picture.write('PNG', 1, 'latin1');
  picture.writeUInt32BE(size, 16);
  picture.writeUInt32BE(size, 20);
  return picture;
}

const builtIn = (name: string): ModelIntent => ({ name: `AMAZON.${name}Intent`, samples: [] });

function smallModel(): Model {
  return {
    interactionModel: {
      languageModel: {
        invocationName: 'back helper',
        modelConfiguration: { fallbackIntentSensitivity: { level: 'MEDIUM' } },
        intents: [
          ...['Stop', 'Cancel', 'Help', 'NavigateHome', 'Fallback', 'Yes'].map(builtIn),
          {
            name: 'PressIntent',
            slots: [
              { name: 'tool', type: 'Tool' },
              { name: 'minutes', type: 'AMAZON.NUMBER' },
            ],
            samples: ['press with my {tool}', 'press for {minutes} minutes', "the {tool}'s edge hurts"],
          },
          { name: 'DoctorIntent', samples: ['my g. p. has said yes', 'i have seen my doctor'] },
          {
            name: 'WordsIntent',
            slots: [{ name: 'words', type: 'AMAZON.SearchQuery', samples: ['{words}', 'it is {words}'] }],
            samples: ['i would like to know {words}'],
          },
        ],
        types: [
          {
            name: 'Tool',
            values: [
              { id: 'ball', name: { value: 'ball', synonyms: ['tennis ball'] } },
              { id: 'roller', name: { value: 'roller', synonyms: [] } },
            ],
          },
        ],
      },
      dialog: { intents: [dialogIntent()] },
      prompts: [{ id: 'Elicit.Words', variations: [{ type: 'PlainText', value: 'Where is the knot?' }] }],
    },
  };
}

function dialogIntent() {
  const slot = { name: 'words', type: 'AMAZON.SearchQuery', elicitationRequired: true, confirmationRequired: false };
  const slots = [{ ...slot, prompts: { elicitation: 'Elicit.Words' } }];
  return { name: 'WordsIntent', confirmationRequired: false, prompts: {}, slots };
}

function manifest(): Manifest {
  return {
    manifest: {
      manifestVersion: '1.0',
      publishingInformation: {
        category: 'HEALTH_AND_FITNESS',
        isAvailableWorldwide: true,
        distributionCountries: [],
        testingInstructions: 'Open it.',
        locales: {
          [LOCALE]: {
            name: 'Back Helper',
            summary: 'Helps with a tight back.',
            description: 'This is not medical advice and not a substitute for it.',
            examplePhrases: ['Alexa, open back helper', 'Alexa, ask back helper to press for five minutes'],
            keywords: ['back'],
            smallIconUri: 'file://assets/108.png',
            largeIconUri: 'file://assets/512.png',
          },
        },
      },
      privacyAndCompliance: {
        allowsPurchases: false,
        usesPersonalInfo: true,
        isChildDirected: false,
        isExportCompliant: true,
        containsAds: false,
        locales: { [LOCALE]: { privacyPolicyUrl: 'https://example.org/privacy' } },
      },
      permissions: [{ name: 'alexa::alerts:reminders:skill:readwrite' }],
      apis: {
        custom: {
          endpoint: { uri: 'arn:aws:lambda:us-east-1:1:function:back' },
          tasks: [{ name: 'WarmUp', version: '1' }],
        },
      },
    },
  };
}

function task() {
  const json = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Nothing' } } } };
  return {
    openapi: '3.0.0',
    info: { version: '1', 'x-amzn-alexa-access-scope': 'vendor-private' },
    paths: { '/WarmUp': { post: { requestBody: json, responses: { 200: json } } } },
    components: { schemas: { Nothing: { type: 'object' } } },
  };
}
