// An interaction model, as the service reads it.

export interface ModelSlot {
  name: string;
  type: string;
}

export interface ModelIntent {
  name: string;
  slots?: ModelSlot[];
  samples?: string[];
}

export interface ModelValue {
  id?: string;
  name: { value: string; synonyms?: string[] };
}

export interface ModelType {
  name: string;
  values: ModelValue[];
}

/** The generated file of one locale: skill-package/interactionModels/custom/<locale>.json. */
export interface InteractionModel {
  interactionModel: {
    languageModel: {
      invocationName: string;
      intents: ModelIntent[];
      types?: ModelType[];
    };
  };
}

/** A value of a slot type that the words resolved to. */
export interface Resolved {
  id: string;
  name: string;
}

/** A slot as it was heard: the words, and what they resolved to (custom types only; empty means nothing matched). */
export interface HeardSlot {
  value: string;
  type: string;
  resolved?: Resolved[];
}

/** What an utterance was understood as. */
export interface Understood {
  intent: string;
  slots: Record<string, HeardSlot>;
  /** How: the very sample, a paraphrase of one, or not at all. */
  by: 'sample' | 'paraphrase' | 'nothing';
}
