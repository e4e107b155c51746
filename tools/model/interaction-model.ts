// The parts of Amazon's interaction model that are written and read here, as types.

export interface ModelIntent {
  name: string;
  slots?: ModelSlot[];
  samples: string[];
}

export interface ModelSlot {
  name: string;
  type: string;
  /** What is said when the skill asks for the slot. */
  samples?: string[];
}

export interface ModelType {
  name: string;
  values: { id: string; name: { value: string; synonyms: string[] } }[];
}

/** An intent whose slots the skill may ask for. */
export interface DialogIntent {
  name: string;
  confirmationRequired: boolean;
  prompts: Record<string, string>;
  slots: {
    name: string;
    type: string;
    confirmationRequired: boolean;
    elicitationRequired: boolean;
    prompts: Record<string, string>;
  }[];
}

export interface Model {
  interactionModel: {
    languageModel: {
      invocationName: string;
      modelConfiguration: { fallbackIntentSensitivity: { level: string } };
      intents: ModelIntent[];
      types: ModelType[];
    };
    dialog?: { intents: DialogIntent[]; delegationStrategy: string };
    prompts?: { id: string; variations: { type: string; value: string }[] }[];
  };
}
