// The parts of Amazon's interaction model that are written and read here, as types.

export interface ModelIntent {
  name: string;
  slots?: { name: string; type: string }[];
  samples: string[];
}

export interface ModelType {
  name: string;
  values: { id: string; name: { value: string; synonyms: string[] } }[];
}

export interface Model {
  interactionModel: {
    languageModel: {
      invocationName: string;
      modelConfiguration: { fallbackIntentSensitivity: { level: string } };
      intents: ModelIntent[];
      types: ModelType[];
    };
  };
}
