// One sentence in free words, and everything that can be read of it.

import type { Found } from '../dialogue/event';
import type { Unfit, Wishes } from '../domain/choice';
import type { QuestionId } from '../domain/healthQuestions';
import type { SymptomRow } from '../domain/symptom';
import type { Finder } from './answers';
import { commandIn } from './commands';
import { type Denial, denialIn } from './denial';
import { denialAfterTalk } from './denial/idleTalk';
import type { Follower } from './following';
import { type Answered, answerIn } from './hedges';
import { handsOver, offersHands } from './helpers';
import { idNamedBy } from './naming';
import { type Asking, askingOf, beginsWithQuestion, isAskedOutright } from './questionForms';
import { isUnread, type Suspicion } from './suspicion';
import {
  isExplained,
  isOwn,
  isSupposed,
  questionIn,
  questionsTold,
  symptomsDoubtedIn,
  symptomsDoubtedInDenial,
  symptomsIn,
  symptomsInDenial,
  symptomsInUnfelt,
} from './symptoms';
import { ageIn } from './toldAge';
import { isSoft, type Vague, vagueIn } from './vague';
import type { Command, Words } from './vocabulary';
import { unfitOnlyIn, wishesIn, wishesOnlyIn } from './wishes';
import { wordsIn } from './words';

/** What the service kept to itself of a sentence: a no before it, "I can't feel", or that it is about another person. */
export type Kept = 'no' | 'unfelt' | 'person';

/** A sentence and its readings. Each is made when it is first asked for, and once. */
export interface Utterance {
  readonly text: string;
  /** Rows of the symptom table that it reports, the gravest first; unknown words report none. */
  readonly symptoms: SymptomRow[];
  /** Rows that it may report: one short question settles it. */
  readonly doubts: SymptomRow[];
  /** What it sounds like where nothing is read in it; null for what is read, and for what sounds harmless. */
  readonly suspicion: Suspicion | null;
  /** The screening question that it reports a yes to; undefined when it reports nothing, or several things. */
  readonly question: QuestionId | undefined;
  /** The screening questions of all that it reports or may report; null when something in it belongs to none. */
  readonly questionsTold: QuestionId[] | null;
  /** Whether it names something that a screening question asks about. */
  readonly isExplained: boolean;
  /** Whether its last word runs on into another: "my hand's". */
  readonly runsOn: boolean;
  /** Whether it names a thing that is no part of anybody: a tap, a phone. */
  readonly isOfThing: boolean;
  /** Whether it speaks of the speaker's own body: "this pain", "my arm". */
  readonly isOwn: boolean;
  /** Whether a symptom in it is only supposed: "what if it tingles". */
  readonly isSupposed: boolean;
  /** Whether all that it reports is an odd feeling in a limb. */
  readonly isSoft: boolean;
  /** Whether what it reports is no more than the name of an illness that people ask about. */
  readonly isIllnessAlone: boolean;
  /** The no that it is, or null. */
  readonly denial: Denial | null;
  /** Whether it begins with a negation. */
  readonly isDenying: boolean;
  /** Whether it begins with a bare no, and goes on. */
  readonly isAnsweringNo: boolean;
  /** Whether it begins with a cry, behind which "no" may be one too: "oh". */
  readonly beginsWithCry: boolean;
  /** The same words, read as what follows a no; and all but the first of them. */
  readonly afterNo: Utterance;
  readonly rest: Utterance;
  /** The answer that it is, or holds, where it is neither a plain yes nor a no; null when there is none. */
  readonly answered: Answered | null;
  /** The age that it tells of the speaker, in years, or null. */
  readonly age: number | null;
  /** Whether it says that another person is here now. */
  readonly handsOver: boolean;
  /** What it says vaguely of the body or of another time; null when it does not. */
  readonly vague: Vague | null;
  /** Whether what is said is said of a limb: "arm …", "my hands …". */
  readonly beginsWithLimb: boolean;
  /** A wish to stop, to wait or to ease off, in a longer sentence. */
  readonly command: Command | null;
  /** Whether it offers the hands of another person. */
  readonly offersHands: boolean;
  readonly wishes: Wishes;
  /** The wishes of a sentence that says nothing but wishes. */
  readonly wishesOnly: Wishes;
  /** What such a sentence names that is left out, or too hard to press with. */
  readonly unfitOnly: Unfit | null;
  /** How it asks, by the words it begins with; null when it is not put as a question. */
  readonly asking: Asking | null;
  /** What the answer bank has for it. */
  readonly answer: Found;
  /** What it asks, in few words, of the topic that was answered last; null when it asks nothing of it. */
  asksOf(topic: string): Found | null;
  /** The value of a slot type that it names by itself; null when it names none, or something else besides. */
  names(type: string): string | null;
  /** The same, for words that are a value to the letter, and for any type that lists its values. */
  is(type: string): string | null;
}

/** What a language's sentences are read with. */
export interface Reader {
  words: Words;
  find: Finder;
  follow: Follower;
  suspect(text: string): Suspicion | null;
  /** Whether a text sounds like nothing but talk; unknown talk never does. */
  isIdle(text: string): boolean;
  /** A text without the names of illnesses that people ask about. */
  withoutIllnesses(text: string): string;
  /** What each value of a slot type is called. `byName`: only types whose values are read by name. */
  phrasesOf(type: string, byName: boolean): Readonly<Record<string, readonly string[]>>;
}

/** A sentence as it can be read. `kept`: what the service kept to itself of it. */
export function utteranceOf(text: string, kept: Kept | undefined, reader: Reader): Utterance {
  const { words, find, follow, suspect, isIdle, withoutIllnesses, phrasesOf } = reader;
  const { vocabulary } = words;
  const said = wordsIn(text, vocabulary);
  return once({
    text,
    get symptoms() {
      if (kept === 'unfelt') return symptomsInUnfelt(text, words);
      return (kept === 'no' ? symptomsInDenial : symptomsIn)(text, words);
    },
    get doubts() {
      return (kept === 'no' ? symptomsDoubtedInDenial : symptomsDoubtedIn)(text, words);
    },
    get suspicion() {
      return isUnread(text, words) ? suspect(text) : null;
    },
    get question() {
      return questionIn(text, words);
    },
    get questionsTold() {
      return questionsTold(text, words);
    },
    get isExplained() {
      return isExplained(text, words);
    },
    get runsOn() {
      return Object.keys(vocabulary.endings).some((ending) => text.endsWith(ending));
    },
    get isOfThing() {
      return said.some((word) => vocabulary.things.includes(word));
    },
    get isOwn() {
      return isOwn(text, words);
    },
    get isSupposed() {
      return isSupposed(text, words);
    },
    get isSoft() {
      return isSoft(text, words);
    },
    get isIllnessAlone() {
      const rest = withoutIllnesses(text);
      return rest !== text && symptomsIn(rest, words).length === 0;
    },
    get denial() {
      // "Are there any that I can do sitting" is no no.
      if (!kept && beginsWithQuestion(text, vocabulary)) return null;
      const denial = denialIn(text, kept === 'no', words);
      // What is told beside a no narrows it, unless the no denies all: "I walked the dog, so none of that".
      const isNarrow = !denial || (denial.manner === 'plain' && denial.of !== 'all');
      const talks = !kept && isNarrow && !isAskedOutright(text, vocabulary);
      const last = talks ? denialAfterTalk(text, words, isIdle) : null;
      return last?.of === 'all' ? last : (denial ?? last);
    },
    get isDenying() {
      return vocabulary.denialWords.no.includes(said[0] ?? '');
    },
    get isAnsweringNo() {
      return said.length > 1 && vocabulary.denying.answering.includes(said[0] ?? '');
    },
    get beginsWithCry() {
      return vocabulary.denying.cries.includes(said[0] ?? '');
    },
    get afterNo() {
      return utteranceOf(text, 'no', reader);
    },
    get rest() {
      return utteranceOf(said.slice(1).join(' '), undefined, reader);
    },
    get answered() {
      return answerIn(text, vocabulary);
    },
    get age() {
      return ageIn(text, vocabulary);
    },
    get handsOver() {
      return handsOver(text, vocabulary);
    },
    get vague() {
      return vagueIn(text, words);
    },
    get beginsWithLimb() {
      const [first = '', second = ''] = said;
      return vagueIn(isOwn(first, words) ? second : first, words)?.limb ?? false;
    },
    get command() {
      return commandIn(text, vocabulary);
    },
    get offersHands() {
      return offersHands(text, kept === 'person', vocabulary);
    },
    get wishes() {
      return wishesIn(text, vocabulary);
    },
    get wishesOnly() {
      return wishesOnlyIn(text, vocabulary);
    },
    get unfitOnly() {
      return unfitOnlyIn(text, vocabulary);
    },
    get asking() {
      return askingOf(text, vocabulary);
    },
    get answer() {
      return find(text);
    },
    asksOf: (topic) => follow(text, topic, Object.keys(wishesOnlyIn(text, vocabulary)).length > 0),
    names: (type) => idNamedBy(text, phrasesOf(type, true), vocabulary),
    is(type) {
      const named = Object.entries(phrasesOf(type, false));
      return named.find(([, phrases]) => phrases.includes(said.join(' ')))?.[0] ?? null;
    },
  });
}

/** The same object, with every getter in the place of which its value stands once it has been asked for. */
function once<T extends object>(readings: T): T {
  for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(readings))) {
    if (!get) continue;
    const read = (): unknown => {
      const value: unknown = get.call(readings);
      Object.defineProperty(readings, name, { value });
      return value;
    };
    Object.defineProperty(readings, name, { get: read, configurable: true });
  }
  return readings;
}
