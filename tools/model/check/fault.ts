// The rules that the models and the manifest keep, by letter and number, and what breaking each of them leads to.

/** An error is refused by the service; a warning is taken, but said or seen to misbehave, or refused later. */
export type Level = 'error' | 'warning';

export const RULES = {
  A1: ['error', 'a model weighs at most 1.5 MB'],
  A2: ['error', 'a model has at most 250 intents, and 350 together with its slot types'],
  A3: ['error', 'a value and a synonym have at most 140 characters'],

  B1: [
    'error',
    'an intent has a name of letters and single underscores, or a known one of Amazon, and no other has it',
  ],
  B2: ['error', 'a slot has a name of letters, underscores and periods that no other in its intent and no intent has'],
  B3: ['error', 'a slot type has a name of letters and underscores that no other has, and every type named exists'],
  B4: ['warning', 'a slot name has the same type in every intent'],
  B5: ['error', 'a model has the shape of an interaction model'],
  B6: ['error', 'a slot in a sample is declared, and a declared slot is in a sample'],

  C1: ['error', 'a sample holds letters, spaces, periods, underscores, apostrophes, hyphens and slots'],
  C2: ['error', 'a sample holds no digits'],
  C3: ['warning', 'letters that are spelled out stand alone, each with its period'],
  C4: ['error', 'a slot stands apart from other words'],
  C5: ['warning', 'a sample stands once in its intent'],
  C6: ['warning', 'no two intents have a sentence in common'],
  C8: ['error', 'no sample has a wake word, or the invocation name behind a launch word'],
  C11: ['warning', 'a slot that is a whole sample has an intent of its own'],
  C12: ['error', 'a sample is lower case, not empty, has single spaces, closed braces and each slot once'],
  C13: ['error', 'an intent that is not of Amazon has samples'],

  D1: ['error', 'free words follow a carrier phrase in every sample'],
  D3: ['error', 'free words share a sample with no other slot'],
  D6: ['error', 'an intent has one slot of free words'],

  E1: ['error', 'a value stands once in its type'],
  E2: ['warning', 'a synonym belongs to one value of its type'],
  E3: ['error', 'a type has values'],
  E5: ['warning', 'the id of a value stands once in its type'],
  E6: ['error', 'a value is not empty and holds no brace, quotation mark, bracket, tab or line break'],

  F1: ['error', 'stop, cancel, help, home and fallback are there'],
  F2: ['error', 'fallback has no samples, and its sensitivity is one that the locale knows'],
  F5: ['warning', "Amazon's own intents have no samples added"],
  F6: ['warning', 'no intent but stop waits for "exit", which ends the session by itself'],
  F7: ['error', "Amazon's own intents have no slots"],

  G1: ['error', 'a dialog names intents and slots of the model, each with its type'],
  G2: ['error', 'what a dialog asks for has a prompt'],
  G3: ['error', 'a prompt has an id of its own, and a text'],
  G4: ['error', 'a slot that the skill asks for stands in the dialog as one to be asked for'],

  H1: ['error', 'an invocation name has two words or more, in lower-case letters'],
  H2: ['error', 'an invocation name has no wake, launch or connecting word'],
  H3: ['error', 'an invocation name of two words has no article or preposition'],
  H4: ['warning', 'an invocation name sounds like itself alone'],
  H5: [
    'error',
    'an example phrase is the wake word, a launch word and the invocation name, and then a sample if anything',
  ],
  H6: ['warning', 'there are one to three example phrases, and the first only opens the skill'],

  I1: ['error', 'the texts of the store have the length it takes'],
  I2: ['error', 'permissions are known ones'],
  I3: ['error', 'interfaces are known ones'],
  I4: ['warning', 'questions to no skill in particular are offered to in en-US alone'],
  I5: ['error', 'icons are PNG pictures of 108 and 512 pixels'],
  I6: ['error', 'an endpoint is a function of AWS or an https address'],
  I7: ['warning', 'the skill has an endpoint'],
  I8: ['warning', 'every locale has a privacy policy where the skill asks for a permission or knows people'],
  I9: ['error', 'the store, the privacy and the models have the same locales'],
  I10: ['error', 'a task is one POST of JSON in a file named after it and its version'],
  I11: ['error', 'a skill about health says that it gives no medical advice and replaces none'],
  I12: ['error', 'the manifest has a known version and category, countries, and answers about privacy'],

  K1: ['error', 'a model has at most 80 intents'],
  K2: ['error', 'at most 10 intents hear free words'],
  K3: ['error', 'a model has at most 6,000 samples'],
  K4: ['error', 'a model weighs at most 450 KB'],
  K5: ['error', 'no carrier phrase is a single word'],
  K6: ['error', "no sample begins with another intent's carrier phrase, unless both do the same"],
  K7: ['error', 'no value has a wake word or a launch phrase, and no sample the invocation name'],
  K8: ['error', 'a doctor is a "g. p." with both periods'],
  K9: ['error', 'no carrier phrase is profane or about something else'],
} as const satisfies Record<string, readonly [Level, string]>;

export type Rule = keyof typeof RULES;

export interface Fault {
  rule: Rule;
  level: Level;
  /** The locale and the intent, the type or the field. */
  where: string;
  what: string;
}

/** A broken rule, with the level that it has. */
export function fault(rule: Rule, where: string, what: string): Fault {
  return { rule, level: RULES[rule][0], where, what };
}

/** A fault for each thing that breaks a rule. */
export function faultsOf(rule: Rule, where: string, broken: Iterable<string>): Fault[] {
  return [...broken].map((what) => fault(rule, where, what));
}
