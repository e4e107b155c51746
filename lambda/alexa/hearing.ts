// How a listener is heard in the language of a locale.

import { frames, outside, symptoms, topics } from '../../content';
import intentTable from '../../content/intents.json';
import type { Language } from '../../content/languages';
import type { QuestionId } from '../domain/healthQuestions';
import type { SymptomRow } from '../domain/symptom';
import type { Listening } from './listening';

/** Free words and names read in the listener's language. */
export interface Hearing extends Listening {
  /** A symptom named in the model; null for one that is not known. */
  symptomNamed(id: string): { row: SymptomRow; question?: QuestionId } | null;
  /**
   * The topic that answers an aspect of an exercise (null: how it is done); null for an exercise nothing is written of.
   */
  exerciseTopic(exercise: string, aspect: string | null): string | null;
  isTopic(id: string): boolean;
  numberWords: readonly string[];
}

/**
 * Hearing with one locale's words. A launch and a plain yes or no need no lists of words. These, and the file of the
 * bundle that reads them, are opened by the first sentence that needs them.
 */
export function hearingIn(language: Language): Hearing {
  let opened: Listening | undefined;
  const listening = (): Listening => {
    if (opened) return opened;
    const { listeningIn } = require('./listening') as typeof import('./listening');
    opened = listeningIn(language, { symptoms, frames, slotTypes: intentTable.types, topics, outside });
    return opened;
  };
  return {
    hear: (text, kept) => listening().hear(text, kept),
    hearUndone: (text) => listening().hearUndone(text),
    hearNone: (things) => listening().hearNone(things),
    hearTold: (text) => listening().hearTold(text),
    hearFramed: (frame, text) => listening().hearFramed(frame, text),
    symptomNamed: (id) => (Object.hasOwn(symptoms, id) ? (symptoms[id] ?? null) : null),
    exerciseTopic: (exercise, aspect) => topicOrNull(`exercise.${exercise}.${aspect ?? 'how'}`),
    isTopic: (id) => Object.hasOwn(topics, id),
    numberWords: language.numbers,
    meaningOf: (text) => listening().meaningOf(text),
    meaningsBehind: (intent, text) => listening().meaningsBehind(intent, text),
    get emergencyNumbers() {
      return listening().emergencyNumbers;
    },
    get startWord() {
      return listening().startWord;
    },
  };
}

const topicOrNull = (id: string): string | null => (Object.hasOwn(topics, id) ? id : null);
