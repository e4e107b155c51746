// The part of the model that lets a response ask for a whole sentence.

import { WORDS_INTENT, WORDS_SLOT } from '../../lambda/alexa/wholeWords';
import type { Model } from './interaction-model';

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
