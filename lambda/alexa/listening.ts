// How are free words read, once somebody has said some?

import intentTable from '../../content/intents.json';
import type { Language, Names } from '../../content/languages';
import { finderOf } from '../listening/answers';
import { commandIn } from '../listening/commands';
import { offersHands } from '../listening/helpers';
import { illnessesOf, openedQuestions, vocabularyOf } from '../listening/language';
import { idNamed } from '../listening/naming';
import {
  isExplained,
  isOwn,
  isSupposed,
  questionIn,
  symptomsDenied,
  symptomsIn,
  symptomsUnfelt,
} from '../listening/symptoms';
import type { RowsById, Words } from '../listening/vocabulary';
import { unfitOnly, wishesIn, wishesOnly } from '../listening/wishes';
import type { Hearing } from './understand';

/** The lists of names.json that make up each slot type of the model. */
const TYPES = intentTable.types as Record<string, string | string[]>;

/** Symptoms are read with what denies them, topics by the finder of answers; the start word is a word and no list. */
const READ_OTHERWISE = ['Symptom', 'Topic', 'StartWord'];

/** The part of hearing that needs the long lists of a language. */
export type Listening = Omit<Hearing, 'symptomNamed' | 'exerciseTopic' | 'isTopic' | 'numberWords'>;

/** Listening, with one locale's words. */
export function listeningIn(language: Language, symptoms: RowsById): Listening {
  const vocabulary = vocabularyOf(language);
  const words: Words = { vocabulary, symptoms };
  return {
    symptomsIn: (text) => symptomsIn(text, words),
    questionIn: (text) => questionIn(text, words),
    symptomsDenied: (text) => symptomsDenied(text, words),
    symptomsUnfelt: (text) => symptomsUnfelt(text, words),
    isExplained: (text) => isExplained(text, words),
    isOwn: (text) => isOwn(text, words),
    isSupposed: (text) => isSupposed(text, words),
    withoutIllnesses: withoutPhrases(illnessesOf(language)),
    offersHands: (text, ofAnother) => offersHands(text, ofAnother, vocabulary),
    idNamed: (type, text) => idNamed(text, phrasesOf(type, language.names), vocabulary),
    commandIn: (text) => commandIn(text, vocabulary),
    wishesIn: (text) => wishesIn(text, vocabulary),
    wishesOnly: (text) => wishesOnly(text, vocabulary),
    unfitOnly: (text) => unfitOnly(text, vocabulary),
    answerFor: finderOf(() => openedQuestions(language)),
    leads: leadsOf(language.names['leads']),
    emergencyNumbers: vocabulary.emergencyNumbers,
    startWord: String(language.names['startWord']),
  };
}

/** What the values of a slot type are called; nothing for a type whose words are read in another way. */
function phrasesOf(type: string, names: Names): Record<string, readonly string[]> {
  const tables = READ_OTHERWISE.includes(type) ? [] : [TYPES[type] ?? []].flat();
  return Object.assign({}, ...tables.map((table) => names[table])) as Record<string, readonly string[]>;
}

/** Takes phrases out of a text, the longest first. */
function withoutPhrases(phrases: readonly string[]): (text: string) => string {
  const longest = [...phrases].sort((one, other) => other.length - one.length);
  return (text) => {
    const rest = longest
      .reduce((left, phrase) => left.replaceAll(` ${phrase} `, ' '), ` ${text.toLowerCase()} `)
      .trim();
    return rest.length === text.trim().length ? text : rest;
  };
}

/** The words that an intent's name keeps and its remainder lost. */
function leadsOf(leads: unknown): Readonly<Record<string, string>> {
  return typeof leads === 'object' && leads !== null ? (leads as Record<string, string>) : {};
}
