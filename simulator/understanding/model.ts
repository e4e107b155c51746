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

/** A slot that the skill may have Alexa ask for, and the prompt it must have even where the skill asks in its own words. */
export interface DialogSlot extends ModelSlot {
  elicitationRequired?: boolean;
  prompts?: { elicitation?: string };
}

/** The generated file of one locale: skill-package/interactionModels/custom/<locale>.json. */
export interface InteractionModel {
  interactionModel: {
    languageModel: {
      invocationName: string;
      intents: ModelIntent[];
      types?: ModelType[];
    };
    /** Slots that the skill may have Alexa ask for. */
    dialog?: { intents: { name: string; slots: DialogSlot[] }[] };
    prompts?: { id: string; variations: unknown[] }[];
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
  /** How: the very sample, a paraphrase of one, a bad guess, as the words of a slot that was asked for, or not at all. */
  by: 'sample' | 'paraphrase' | 'guess' | 'elicited' | 'nothing';
  /** Something that was said does not reach the skill. */
  lost: boolean;
}
