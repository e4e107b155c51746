// Reads free words: reports, denials, commands, wishes, questions.

import type { Language, Names } from '../../content/languages';
import { illnessesIn } from '../../content/questions';
import type { Found } from '../dialogue/event';
import type { Unfit, Wishes } from '../domain/choice';
import type { QuestionId } from '../domain/healthQuestions';
import type { SymptomRow } from '../domain/symptom';
import { finderOf } from '../listening/answers';
import type { Subjects } from '../listening/askable';
import { bankOf } from '../listening/bank';
import { commandIn } from '../listening/commands';
import { type Denial, denialIn } from '../listening/denial';
import { followerOf } from '../listening/following';
import { type Guess, guessBy } from '../listening/guess';
import { type Answered, answerIn } from '../listening/hedges';
import { handsOver, offersHands } from '../listening/helpers';
import { idNamedBy } from '../listening/naming';
import {
  isExplained,
  isOwn,
  isSupposed,
  questionIn,
  symptomsDoubtedIn,
  symptomsDoubtedInDenial,
  symptomsIn,
  symptomsInDenial,
  symptomsInUnfelt,
} from '../listening/symptoms';
import { ageIn } from '../listening/toldAge';
import { isSoft, type Vague, vagueIn } from '../listening/vague';
import type { Command, RowsById, Vocabulary, Words } from '../listening/vocabulary';
import { unfitOnlyIn, wishesIn, wishesOnlyIn } from '../listening/wishes';
import { wordsIn } from '../listening/words';

/** Symptoms are read with what denies them, topics by the finder of answers; the start word is a word and no list. */
const READ_OTHERWISE = ['Symptom', 'Topic', 'StartWord'];

/** The part of hearing that needs the long lists of a language. */
export interface Listening {
  symptomsIn(words: string): SymptomRow[];
  /** What they may report: one short question settles it. `denied`: a denial before them was kept by Alexa. */
  doubtsIn(words: string, denied?: boolean): SymptomRow[];
  /** The screening question that words report a yes to; undefined when they report nothing, or several things. */
  questionIn(words: string): QuestionId | undefined;
  /** What is reported by words that follow a denial ("I don't have ..."). */
  symptomsDenied(words: string): SymptomRow[];
  /** What is reported by something that cannot be felt; empty for a knot that cannot be found. */
  symptomsUnfelt(words: string): SymptomRow[];
  /** Whether words name something that a screening question asks about. */
  isExplained(words: string): boolean;
  /** Whether the last of the words runs on into another: "my hand's". */
  runsOn(words: string): boolean;
  /** Whether words name a thing that is no part of anybody: a tap, a phone. */
  isOfThing(words: string): boolean;
  /** Whether words speak of the speaker's own body: "this pain", "my arm". */
  isOwn(words: string): boolean;
  /** Whether a symptom in the words is only supposed: "what if it tingles". */
  isSupposed(words: string): boolean;
  /** The no that words are, or null. `denied`: a negation before them was kept by Alexa. */
  denialIn(words: string, denied: boolean): Denial | null;
  /** Whether words begin with a negation. */
  isDenying(words: string): boolean;
  /** Whether a word is a cry, behind which "no" may be one too: "oh". */
  isCry(word: string): boolean;
  /** Whether words begin with a bare no, and go on. */
  isAnsweringNo(words: string): boolean;
  /** The answer that words are, or hold, where it is neither a plain yes nor a no; null when there is none. */
  answerIn(words: string): Answered | null;
  /** The age that words tell, in years, or null. */
  ageIn(words: string): number | null;
  /** Whether words say that another person is here now. */
  handsOver(words: string): boolean;
  /** What words say vaguely of the body or of another time; null when they do not. */
  vagueIn(words: string): Vague | null;
  /** Whether all that words report is an odd feeling in a limb. */
  isSoft(words: string): boolean;
  /** The words without the names of illnesses that people ask about. */
  withoutIllnesses(words: string): string;
  /** What the answer bank has for a question. */
  answerFor(words: string): Found;
  /** What short words ask of the topic that was answered last; null when they ask nothing of it. */
  followUpTo(words: string, told: string): Found | null;
  /** A wish to stop, to wait or to ease off, in a longer sentence. */
  commandIn(words: string): Command | null;
  /** Whether words offer the hands of another person. `ofAnother`: they are known to be about another person. */
  offersHands(words: string, ofAnother: boolean): boolean;
  /** The value of a slot type that words name by themselves; null when they name none, or something else besides. */
  idNamed(type: string, words: string): string | null;
  /** The same, for words that are a value to the letter, and for any type that lists its values. */
  idSaid(type: string, words: string): string | null;
  wishesIn(words: string): Wishes;
  /** The wishes of a sentence that says nothing but wishes. */
  wishesOnly(words: string): Wishes;
  /** What such a sentence names that is left out, or too hard to press with. */
  unfitOnly(words: string): Unfit | null;
  /** The words that an intent keeps to itself, by the name its row gives them. */
  leads: Readonly<Record<string, string>>;
  /** Digits that are a call for help and never a strength or minutes. */
  emergencyNumbers: readonly string[];
  startWord: string;
}

/** The tables of the content that words are read with, handed over so that the script of this file holds none. */
export interface Listened extends Subjects {
  symptoms: RowsById;
  frames: Words['frames'];
  /** The lists of names.json that make up each slot type of the model. */
  slotTypes: Readonly<Record<string, string | readonly string[]>>;
}

/** Listening with one locale's words. */
export function listeningIn(language: Language, { symptoms, frames, slotTypes, ...subjects }: Listened): Listening {
  // The schema of names.json, which the tests check, is what listening calls a vocabulary.
  const vocabulary = language.names as unknown as Vocabulary;
  const words: Words = { vocabulary, symptoms, frames };
  const bank = () => bankOf(language, subjects);
  const answerFor = finderOf(bank, guessIn(language));
  const follow = followerOf(bank, answerFor);
  return {
    symptomsIn: (text) => symptomsIn(text, words),
    doubtsIn: (text, denied) => (denied ? symptomsDoubtedInDenial : symptomsDoubtedIn)(text, words),
    questionIn: (text) => questionIn(text, words),
    symptomsDenied: (text) => symptomsInDenial(text, words),
    symptomsUnfelt: (text) => symptomsInUnfelt(text, words),
    isExplained: (text) => isExplained(text, words),
    runsOn: (text) => Object.keys(vocabulary.endings).some((ending) => text.endsWith(ending)),
    isOfThing: (text) => wordsIn(text).some((word) => vocabulary.things.includes(word)),
    isOwn: (text) => isOwn(text, words),
    isSupposed: (text) => isSupposed(text, words),
    denialIn: (text, denied) => denialIn(text, denied, words),
    isDenying: (text) => vocabulary.denialWords.no.includes(wordsIn(text)[0] ?? ''),
    isCry: (word) => vocabulary.denying.cries.includes(word),
    isAnsweringNo: (text) => {
      const said = wordsIn(text);
      return said.length > 1 && vocabulary.denying.answering.includes(said[0] ?? '');
    },
    answerIn: (text) => answerIn(text, vocabulary),
    ageIn: (text) => ageIn(text, vocabulary),
    handsOver: (text) => handsOver(text, vocabulary),
    vagueIn: (text) => vagueIn(text, words),
    isSoft: (text) => isSoft(text, words),
    withoutIllnesses: phraseRemover(illnessesIn(language.questions)),
    offersHands: (text, ofAnother) => offersHands(text, ofAnother, vocabulary),
    idNamed: (type, text) =>
      idNamedBy(
        text,
        phrasesOf(READ_OTHERWISE.includes(type) ? [] : (slotTypes[type] ?? []), language.names),
        vocabulary,
      ),
    idSaid: (type, text) => {
      const said = wordsIn(text).join(' ');
      const named = Object.entries(phrasesOf(slotTypes[type] ?? [], language.names));
      return named.find(([, phrases]) => phrases.includes(said))?.[0] ?? null;
    },
    commandIn: (text) => commandIn(text, vocabulary),
    wishesIn: (text) => wishesIn(text, vocabulary),
    wishesOnly: (text) => wishesOnlyIn(text, vocabulary),
    unfitOnly: (text) => unfitOnlyIn(text, vocabulary),
    answerFor: (text) => answerFor(text),
    followUpTo: (text, told) => follow(text, told, Object.keys(wishesOnlyIn(text, vocabulary)).length > 0),
    leads: leadsOf(language.names['leads']),
    emergencyNumbers: vocabulary.emergencyNumbers,
    startWord: String(language.names['startWord']),
  };
}

/** The guess of a language, opened with its first question; none where nothing was learnt. */
function guessIn(language: Language): () => Guess | undefined {
  let opened: { guess: Guess | undefined } | undefined;
  return () => {
    opened ??= { guess: language.learnt && guessBy(language.learnt) };
    return opened.guess;
  };
}

/** What the values of a slot type are called, by the lists of names.json that make it up. */
function phrasesOf(lists: string | readonly string[], names: Names): Record<string, readonly string[]> {
  return Object.assign({}, ...[lists].flat().map((table) => names[table])) as Record<string, readonly string[]>;
}

/** Takes phrases out of a text, the longest first. */
function phraseRemover(phrases: readonly string[]): (text: string) => string {
  const longest = [...phrases].sort((one, other) => other.length - one.length);
  return (text) => {
    const rest = longest
      .reduce((left, phrase) => left.replaceAll(` ${phrase} `, ' '), ` ${text.toLowerCase()} `)
      .trim();
    return rest.length === text.trim().length ? text : rest;
  };
}

/** The words that belong to an intent's carrier phrase, which its remainder lacks. */
function leadsOf(leads: unknown): Readonly<Record<string, string>> {
  return typeof leads === 'object' && leads !== null ? (leads as Record<string, string>) : {};
}
