// Which words does a language give for the things a listener may mean?

import type { Place, Region, Sides, Tool } from '../domain/exercise';
import type { QuestionId } from '../domain/screening';
import type { SymptomRow } from '../domain/symptom';

type Lists<Id extends string> = Partial<Record<Id, readonly string[]>>;

/** The tables of a language's names.json that listening reads, regional words included. */
export interface Vocabulary {
  numbers: readonly string[];
  /** The digits of emergency numbers, wherever in the world they are called. */
  emergencyNumbers: readonly string[];
  regions: Lists<Region>;
  sides: Lists<Sides>;
  tools: Lists<Tool>;
  places: Lists<Place>;
  symptoms: Record<string, readonly string[]>;
  /** Words that turn what follows into its opposite. */
  negations: readonly string[];
  /** Words after which a negation no longer holds: but, except. */
  turns: readonly string[];
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
  /** The words before a query that names what is not felt. */
  unfelt: string;
  minuteWords: readonly string[];
  /** Other parts of the body that may be numb, and words for all of it. */
  unfeltParts: readonly string[];
  /** Words of the questions that may be asked about and are no report by themselves. */
  explained: readonly string[];
  /** Sentences that hold the words of a symptom and report none. */
  harmless: readonly string[];
  /** Words for a routine without a press, instead of a tool. */
  stretchesOnly: Lists<'none'>;
  /** Things that are felt for with the back: the knot, the ball. */
  touched: readonly string[];
}

/** Which row of the symptom table each symptom id of the content falls under, and which question it answers with yes. */
export type RowsById = Readonly<Record<string, { row: SymptomRow; question?: QuestionId }>>;

/** What free words are read with. */
export interface Words {
  vocabulary: Vocabulary;
  symptoms: RowsById;
}
