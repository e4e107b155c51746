// The words a language gives for the things a listener may mean.

import type { Grammar } from '../../content/grammar';
import type { SymptomTables } from '../../content/readingTables';
import type { Unfit } from '../domain/choice';
import type { Place, Region, Sides, Tool } from '../domain/exercise';
import type { QuestionId } from '../domain/healthQuestions';
import type { HoldLength } from '../domain/hold';
import type { SymptomRow } from '../domain/symptom';
import type { Contractions } from './words';

/** What may be read out of a whole sentence: only what makes things safer when it is read wrongly. */
export const COMMANDS = ['stopped', 'saidTooMuch', 'paused', 'wentBack'] as const;
export type Command = (typeof COMMANDS)[number];

/** What a word may be in a denial. */
export type DenialKind =
  | 'no'
  | 'not'
  | 'subjects'
  | 'fillers'
  | 'when'
  | 'new'
  | 'things'
  | 'well'
  | 'feel'
  | 'qualifiers'
  | 'whole'
  | 'never'
  | 'and'
  | 'but'
  | 'inverts'
  | 'mild'
  | 'slight'
  | 'dating'
  | 'holding'
  | 'causing'
  | 'rest'
  | 'complete'
  | 'ofNo'
  | 'total'
  | 'verbs'
  | 'predicates';

/** What an answer may be, the nearest to a yes first. */
export const ANSWER_KINDS = ['mixed', 'yes', 'somewhat', 'admission', 'notSure', 'usual', 'qualified', 'no'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

type Lists<Id extends string> = Partial<Record<Id, readonly string[]>>;

/** The names of a language that listening reads, regional words included. */
export interface Vocabulary extends Contractions {
  grammar: Grammar;
  numbers: readonly string[];
  /** The digits of emergency numbers, wherever in the world they are called. */
  emergencyNumbers: readonly string[];
  regions: Lists<Region>;
  /**
   * Parts of the body that are left out: those the model takes for a region, and those it hears by themselves alone.
   */
  leftOut: Lists<Unfit>;
  otherParts: Lists<Unfit>;
  sides: Lists<Sides>;
  tools: Lists<Tool>;
  /** Things that are too hard to press with. */
  hardTools: Lists<Unfit>;
  places: Lists<Place>;
  /** How long a hold is wished to be, its own words included: "minute holds". */
  heldFor: Partial<Record<`${HoldLength}`, readonly string[]>>;
  symptoms: Record<string, readonly string[]>;
  /** Words that turn what follows into its opposite. */
  negations: readonly string[];
  /** Words after which a negation no longer holds: but, except. */
  turns: readonly string[];
  /** Words that begin another thought; a pattern does not reach over them. */
  breaks: readonly string[];
  /** Words between the parts of one denial (or, nor), and words behind which it goes on ("none of my fingers"). */
  joins: readonly string[];
  insideDenial: readonly string[];
  /** Words that join two thoughts, and words that begin a new one. */
  and: readonly string[];
  subjects: readonly string[];
  /** Words that may stand inside a symptom phrase without changing it: my, left, a bit. */
  passedOver: readonly string[];
  /** Words for two of something, and parts of the body that come in twos. */
  both: readonly string[];
  paired: readonly string[];
  limbs: readonly string[];
  saddleParts: readonly string[];
  /** The words before a query that names what cannot be done, or felt. */
  cannot: string;
  /** And of these what names what is not felt. */
  cannotFeel: string;
  /** And those before what somebody does or has besides a no. */
  noI: string;
  why: string;
  how: string;
  /** A thing denied, and a part of the body that is well. */
  noThing: string;
  partWell: string;
  /** Openers that change what is told behind them. */
  tellingStarts: readonly string[];
  minuteWords: readonly string[];
  /** Other parts of the body that may be numb, and words for all of it. */
  unfeltParts: readonly string[];
  /** Words of the questions that may be asked about and are no report by themselves. */
  explained: readonly string[];
  /** Sentences that hold the words of a symptom and report none. */
  harmless: readonly string[];
  /** Words that mean the same in a pattern, under a name: limbs, ways to be numb. */
  wordGroups: Record<string, readonly string[]>;
  /** What is said of the body in any words: `patterns.ts` tells how they are written. */
  symptomPatterns: Record<string, readonly string[]>;
  /** Patterns of sentences that hold the words of a symptom and report none. */
  harmlessPatterns: readonly string[];
  /** Phrases with a negation that deny nothing: "don't know why", "never felt so". */
  notDenying: readonly string[];
  /** Phrases that deny what is named right behind them, its subject included: "wouldn't say I was". */
  disclaiming: readonly string[];
  /** Symptom phrases that also mean something else, and count only of the body or in plain company. */
  ambiguous: readonly string[];
  /** Words that speak of the body or of what is felt. */
  bodily: readonly string[];
  /** Everyday words, and endings of such words, that leave a symptom its meaning. */
  familiar: readonly string[];
  familiarEndings: readonly string[];
  /** Words for the speaker, and those of them that begin a new thought after "and". */
  own: readonly string[];
  newThoughts: readonly string[];
  /** Those of them that make a general question one of the speaker: my, i. */
  ownBody: readonly string[];
  /**
   * Others than the speaker; words for what they say now or do to the speaker; words for what happens to them this
   * minute.
   */
  people: readonly string[];
  quoting: readonly string[];
  urgent: readonly string[];
  /** Words before a person who is only pictured: "like someone sits on it". */
  likening: readonly string[];
  /**
   * Long ago; patterns for "it has passed" and for a named thing that has; and words that tell of today or of no end.
   */
  longAgo: readonly string[];
  over: readonly string[];
  eased: readonly string[];
  recent: readonly string[];
  /** Patterns for a part of the body that is all right; words that unsay it, and words that do so behind it. */
  well: readonly string[];
  unwell: readonly string[];
  unwellAfter: readonly string[];
  lasting: readonly string[];
  /** "If" and its like; words of a general question; words that tell of the speaker's body at present. */
  supposing: readonly string[];
  causing: readonly string[];
  asking: readonly string[];
  /** Words that put a question, wherever in a sentence they stand. */
  askedOutright: readonly string[];
  /** How a question begins that is general as long as nothing in it is the speaker's. */
  questionStarts: readonly string[];
  /** What may stand before a sentence or behind it and means nothing, and what a question, the meaning of a word, or worry begins with. */
  openers: readonly string[];
  closers: readonly string[];
  askingFirst: readonly string[];
  definitionStarts: readonly string[];
  normalStarts: readonly string[];
  ownPresent: readonly string[];
  /**
   * How a sentence begins that pictures something: "say my"; patterns in which a word of the present is only pictured.
   */
  supposingStarts: readonly string[];
  imagined: readonly string[];
  /** Words for a routine without a press, instead of a tool. */
  stretchesOnly: Lists<'none'>;
  /** Words for stretching: with a place and no tool they wish for that alone. */
  stretching: readonly string[];
  /** Words of a question whether something is all right, which says of nothing that it is. */
  askedIfWell: readonly string[];
  /** Words after which a denial leaves something over: "no numbness except in my thumb". */
  exceptions: readonly string[];
  /**
   * Words that answer no and may go on ("no can't breathe"), negations that deny a whole clause as easily as a noun, verbs that begin what they go on with, phrases behind a
   * denied symptom that affirm it ("like this", "until"), and words that leave a doubt ("still"); what denies at the end
   * of a sentence ("chest pain no"), and words that may stand before it.
   */
  denying: Readonly<
    Record<
      'answering' | 'auxiliaries' | 'cries' | 'ofClauses' | 'verbs' | 'affirming' | 'unsure' | 'behind' | 'between',
      readonly string[]
    >
  >;
  /**
   * Talk before a whole no: the words that such a no begins with, and those before its negation; words by which it denies all, and those by which it ends
   * what was said; words that take a no back wherever they stand, and words that tell of
   * something felt.
   */
  talk: Readonly<Record<'begins' | 'leads' | 'total' | 'concludes' | 'takesBack' | 'tells', readonly string[]>>;
  /** Parts of the body and troubles, by the ids of the table of frames; things that are no part of anybody. */
  body: Readonly<Record<string, readonly string[]>>;
  troubles: Readonly<Record<string, readonly string[]>>;
  things: readonly string[];
  /** Words that are heard in the place of others: "my chess hurts". */
  soundsLike: Readonly<Record<string, string>>;
  /** What may have passed, by name, the words before such a name, and those that speak of what was said before. */
  passing: Readonly<Record<'named' | 'naming' | 'pronouns', readonly string[]>>;
  /** The words a no may be made of, by what they are in it; what each health question asks for, and where. */
  denialWords: Readonly<Record<DenialKind, readonly string[]>>;
  deniedThings: Lists<QuestionId>;
  deniedPlaces: Lists<QuestionId>;
  /** What tells of a harmless cause, by the question it denies; reasons that go with a no to a question. */
  deniedCauses: Lists<QuestionId>;
  deniedReasons: Lists<QuestionId>;
  /** How people answer by more than a yes or no, and words that may stand beside such an answer. */
  answers: Readonly<
    Record<'yes' | 'somewhat' | 'notSure' | 'usual' | 'qualified' | 'admission' | 'around', readonly string[]>
  >;
  manners: Readonly<Record<'usual' | 'qualified' | 'admission', readonly string[]>>;
  /** How an age is told: what stands before and behind it, and the ages that no number names. */
  ages: Readonly<Record<'before' | 'behind' | 'beyond', readonly string[]>>;
  /** How one says that another person is here now. */
  handingOver: readonly string[];
  /** Words that tell of the body or of another time, and report nothing by themselves. */
  vague: Lists<'head' | 'past' | 'body'>;
  /** Words for a feeling that is only odd. */
  soft: readonly string[];
  /** Words that say that a numbness or a weakness grows. */
  growing: readonly string[];
  /**
   * Words that take back what was said before them, those behind which a symptom is only spoken of, and those that make
   * its word the subject of a sentence.
   */
  unsaying: readonly string[];
  retelling: readonly string[];
  linking: readonly string[];
  /** Things that are felt for with the back: the knot, the ball. */
  touched: readonly string[];
  /** What another person does who presses; words for "can" and "will"; words that may stand beside the person. */
  helping: readonly string[];
  willing: readonly string[];
  helperWords: readonly string[];
  /** Phrases that mean a command wherever they stand in a sentence. */
  commands: Lists<Command>;
  /** Words that a wish is wrapped in and that wish for nothing themselves. */
  wishing: readonly string[];
}

/**
 * Which row of the symptom table each symptom id of the content falls under, and which question it answers with yes.
 */
export type RowsById = Readonly<Record<string, { row: SymptomRow; question?: QuestionId }>>;

/** What free words are read with. */
export interface Words {
  vocabulary: Vocabulary;
  symptoms: RowsById;
  /** The symptom that a part of the body with a trouble reports, by the ids of both. */
  frames: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The tables of its phrases, where they were worked out before. */
  tables?: SymptomTables | undefined;
}
