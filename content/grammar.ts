// The order of words in a language, as far as a reader must know it.

/** How far words of a sentence belong together, each told in the words that the language counts. */
export const WINDOWS = [
  // What a negation holds for, ahead and behind it; where behind "I wouldn't say" the subject of what is denied stands.
  'denied',
  'deniedBehind',
  'disclaimedSubject',
  // The gaps `..` and `...` of a pattern, and words passed over between its terms; a part of the body and its trouble.
  'near',
  'far',
  'passedOver',
  'apart',
  // The company of an ambiguous word, what it speaks of, and what "better now" speaks of.
  'company',
  'subject',
  'passedSubject',
  // "My" before a part of the body; the limb that a report tells of, and "both" beside its limb.
  'ownBefore',
  'limb',
  'both',
] as const;
export type Window = (typeof WINDOWS)[number];

/** `grammar` of a language's grammar.json; what is left out is as in English. */
export interface Grammar {
  windows: Readonly<Record<Window, number>>;
  /** Words that no window counts: articles, particles, auxiliary verbs. */
  uncounted?: readonly string[];
  /** Negations that deny what stands before them, and those that do so where nothing follows that they could deny. */
  denyingBehind?: readonly string[];
  denyingAround?: readonly string[];
  /** Words that end a clause: no denial reaches back over them. */
  clauseEnds?: readonly string[];
  /** "If" behind what it supposes; what makes a question at the end of a sentence. */
  supposingBehind?: readonly string[];
  questionEnds?: readonly string[];
  /**
   * So many words that no list knows make a sentence one about something else; without it none are too many. Only a
   * language with a long list of everyday words can tell.
   */
  strangers?: number;
  /** Whether the person whose body it is may be named behind the part: "le bras de mon mari". */
  ownerBehind?: boolean;
}
