// The parts of Amazon's interaction model that are written and read here, as types.

export interface ModelSlot {
  name: string;
  type: string;
  /** What answers the slot's own question, in a dialog. */
  samples?: string[];
}

export interface ModelIntent {
  name: string;
  slots?: ModelSlot[];
  samples: string[];
}

export interface ModelType {
  name: string;
  values: { id: string; name: { value: string; synonyms: string[] } }[];
}

export interface DialogSlot {
  name: string;
  type: string;
  elicitationRequired: boolean;
  confirmationRequired: boolean;
  prompts: { elicitation?: string; confirmation?: string };
}

export interface DialogIntent {
  name: string;
  confirmationRequired: boolean;
  prompts: { confirmation?: string };
  slots: DialogSlot[];
}

export interface Prompt {
  id: string;
  variations: { type: string; value: string }[];
}

export interface Model {
  interactionModel: {
    languageModel: {
      invocationName: string;
      modelConfiguration: { fallbackIntentSensitivity: { level: string } };
      intents: ModelIntent[];
      types: ModelType[];
    };
    dialog?: { intents: DialogIntent[]; delegationStrategy?: string };
    prompts?: Prompt[];
  };
}

/**
 * The text of a file, without the indent: a model may not weigh more than the service takes, and this way it still has
 * one name a line, so that a reviewer sees which one has changed.
 */
export function textOfModel(model: unknown): string {
  return `${JSON.stringify(model, null, 2)}\n`.replace(/\n +/g, '\n');
}
