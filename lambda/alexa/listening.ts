// Opens the long lists of a language, and reads sentences with them.

import type { Language, Names } from '../../content/languages';
import { once } from '../../content/once';
import { illnessesIn } from '../../content/questions';
import { asSplit } from '../../content/writing';
import { finderOf } from '../listening/answers';
import { questionSplitOf, type Subjects } from '../listening/askable';
import { bankOf } from '../listening/bank';
import { followerOf } from '../listening/following';
import { guessBy } from '../listening/guess';
import { isAskedOutright } from '../listening/questionForms';
import { suspicionBy } from '../listening/suspicion';
import { type Kept, type Reader, type Utterance, utteranceOf } from '../listening/utterance';
import type { RowsById, Vocabulary, Words } from '../listening/vocabulary';
import { framed, wordsIn } from '../listening/words';
import { type Meant, sentencesBy } from './sentenceMeanings';

/** Symptoms are read with what denies them, topics by the finder of answers; the start word is a word and no list. */
const READ_OTHERWISE = ['Symptom', 'Topic', 'StartWord'];

/** Words of an intent before the rest, or round it: "no, I", a question word, a part of the body that "is fine". */
export type Frame = 'noI' | 'how' | 'why' | 'partWell';

/** The part of hearing that needs the long lists of a language. */
export interface Listening {
  /** A sentence as it can be read. `kept`: what the service kept to itself of it. */
  hear(text: string, kept?: Kept): Utterance;
  /** The rest of a sentence with the words that its intent kept to itself. */
  hearFramed(frame: Frame, text: string): Utterance;
  /** What cannot be done, or felt, as a sentence. */
  hearUndone(text: string): Utterance;
  /** Things that are denied, as a sentence. */
  hearNone(things: readonly string[]): Utterance;
  /** What was told, behind each of the openers that change what it means. */
  hearTold(text: string): Utterance[];
  /** What a text is to the letter, words before and behind it that mean nothing left out; null when it is nothing. */
  meaningOf(text: string): Meant | null;
  /** Everything that it may be behind the carriers of an intent. */
  meaningsBehind(intent: string, text: string): Meant[];
  /** Digits that are a call for help and never a strength or minutes. */
  emergencyNumbers: readonly string[];
  startWord: string;
}

/** The tables of the content that words are read with, handed over so that the script of this file holds none. */
export interface Listened extends Subjects {
  symptoms: RowsById;
  frames: Words['frames'];
  /** The lists of a language that make up each slot type of the model. */
  slotTypes: Readonly<Record<string, string | readonly string[]>>;
}

/** Listening with one locale's words. */
export function listeningIn(language: Language, { symptoms, frames, slotTypes, ...subjects }: Listened): Listening {
  // The tables of content/names.ts, which the tests check, are what listening calls a vocabulary.
  const vocabulary = asSplit(language.names as unknown as Vocabulary);
  const names = vocabulary as unknown as Names;
  const bank = () => bankOf(language, subjects);
  const split = questionSplitOf(language);
  const learnt = once(() => language.learnt);
  const guess = once(() => {
    const known = learnt();
    return known && guessBy(known.topics, split);
  });
  const suspicion = once(() => {
    const known = learnt();
    return known && suspicionBy(known.symptoms, split);
  });
  const find = finderOf(bank, guess);
  // Who plainly asks for what is known here tells of no symptom in words that nobody knows.
  const isAnswered = (text: string) => {
    if (!isAskedOutright(text, vocabulary)) return false;
    const {
      nearness,
      topics: [topic = ''],
    } = find(text);
    return nearness === 'meant' && !subjects.outside.includes(topic);
  };
  const reader: Reader = {
    words: {
      vocabulary,
      symptoms,
      frames,
      get tables() {
        return language.tables;
      },
    },
    find,
    suspect: (text) => (isAnswered(text) ? null : (suspicion()?.of(text) ?? null)),
    isIdle: (text) => suspicion()?.isIdle(text) ?? false,
    follow: followerOf(bank, find),
    withoutIllnesses: phraseRemover(illnessesIn(language.questions)),
    phrasesOf: (type, byName) =>
      phrasesOf(byName && READ_OTHERWISE.includes(type) ? [] : (slotTypes[type] ?? []), names),
  };
  const sentences = once(() =>
    sentencesBy(language.knownSentences ?? [], {
      phrasesOf: (type) => phrasesOf(slotTypes[type] ?? [], names),
      numbers: [...language.numbers, ...vocabulary.ages.beyond],
    }),
  );
  return {
    hear: (text, kept) => utteranceOf(text, kept, reader),
    hearFramed: (frame, text) => utteranceOf(framed(vocabulary[frame], text), undefined, reader),
    hearNone: (things) =>
      utteranceOf(things.map((thing) => framed(vocabulary.noThing, thing)).join(' '), undefined, reader),
    hearTold: (text) => vocabulary.tellingStarts.map((start) => utteranceOf(`${start} ${text}`, undefined, reader)),
    hearUndone(text) {
      const said = framed(vocabulary.cannot, text);
      const unfelt = utteranceOf(behind(vocabulary.cannotFeel, said), 'unfelt', reader);
      return unfelt.symptoms.length > 0 ? unfelt : utteranceOf(said, undefined, reader);
    },
    meaningOf: (text) => {
      const words = wordsIn(text, vocabulary);
      return sentences().meaningOf(words) ?? sentences().meaningOf(withoutEdges(words, vocabulary));
    },
    meaningsBehind: (intent, text) => sentences().meaningsBehind(intent, wordsIn(text, vocabulary)),
    emergencyNumbers: vocabulary.emergencyNumbers,
    startWord: String(language.names['startWord']),
  };
}

/** What stands behind a beginning; nothing where a text begins otherwise. */
const behind = (beginning: string, text: string): string =>
  text.startsWith(`${beginning} `) ? text.slice(beginning.length + 1) : '';

/** The words without those that may stand before a sentence, or behind it, and mean nothing: a cry may mean much. */
function withoutEdges(words: readonly string[], { openers, closers, denying }: Vocabulary): readonly string[] {
  const from = words.findIndex((word) => !openers.includes(word) || denying.cries.includes(word));
  const behind = words.findLastIndex((word) => !closers.includes(word));
  return words.slice(Math.max(0, from), behind + 1);
}

/** What the values of a slot type are called, by the lists of the language that make it up. */
function phrasesOf(lists: string | readonly string[], names: Names): Record<string, readonly string[]> {
  const tables = [lists].flat().map((list) => {
    const named = names[list];
    return typeof named === 'string' ? { [named]: [named] } : named;
  });
  return Object.assign({}, ...tables) as Record<string, readonly string[]>;
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
