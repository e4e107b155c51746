// The part of the model that lets a response ask for a whole sentence.

import type { Model } from './interaction-model';

/** The intent that takes a whole sentence, and its slot. */
export const WORDS_INTENT = 'WordsIntent';
export const WORDS_SLOT = 'words';
const PROMPT = 'Elicit.Words';

/** What a device needs to know of a slot that is asked for; without it a real one refuses the directive. */
export function asked(prompt: string): Pick<Model['interactionModel'], 'dialog' | 'prompts'> {
  return {
    dialog: {
      intents: [
        {
          name: WORDS_INTENT,
          confirmationRequired: false,
          prompts: {},
          slots: [
            {
              name: WORDS_SLOT,
              type: 'AMAZON.SearchQuery',
              confirmationRequired: false,
              elicitationRequired: true,
              prompts: { elicitation: PROMPT },
            },
          ],
        },
      ],
      delegationStrategy: 'SKILL_RESPONSE',
    },
    prompts: [{ id: PROMPT, variations: [{ type: 'PlainText', value: prompt }] }],
  };
}
