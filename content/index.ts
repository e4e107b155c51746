// The tables that the rest of the program may see.

import type { AgeLimits } from '../lambda/domain/age';
import type { Exercises, Place, PressLimits, Region, Stretch } from '../lambda/domain/exercise';
import type { Question, QuestionId, ScreeningForm } from '../lambda/domain/healthQuestions';
import type { PlanningTable } from '../lambda/domain/planningTables';
import type { Frequency } from '../lambda/domain/progress';
import type { SymptomRow } from '../lambda/domain/symptom';
import { pin, presses, stretches } from './exercises';
import gentle from './gentle.json';
import localeRows from './locales.json';
import redFlags from './red-flags.json';
import routines from './routines.json';

export { outside, topics } from './topics';

/** Raised whenever a table changes so that a place kept under the old one would mean something else. */
export const contentVersion = '1';

/** One Alexa locale; `review` tells who has read the words. */
export interface LocaleRow {
  locale: string;
  language: string;
  /** Where most of its speakers live, as tz names it; taken until a listener's own zone is known. */
  zone: string;
  invocationName: string;
  review: { language: boolean; clinician: boolean };
}

/** Something that may be reported about the body; its words live in the language folders under its id. */
export interface Symptom {
  row: SymptomRow;
  /** The screening question whose yes the report is. */
  question?: QuestionId;
  sources: string[];
}

export const exercises: Exercises = { stretches: byId(stretches), presses, pin };

const SECOND = 1000;

/** The routine's tables in the shape the dialogue's context wants them. Times are milliseconds. */
export const routineTables: {
  exercises: Exercises;
  press: PressLimits;
  stretchOrder: Record<Region, Record<Place, string[]>>;
  frequency: Frequency;
  gentle: AgeLimits;
  planning: PlanningTable;
} = {
  exercises,
  press: {
    spotSeconds: routines.press.spotSeconds,
    spots: routines.press.spots,
    shortestRestSeconds: routines.press.shortestRestSeconds,
  },
  stretchOrder: routines.stretchOrder,
  frequency: {
    pressDaysPerWeek: routines.frequency.pressDaysPerWeek.most,
    pressRegionsPerDay: routines.frequency.pressRegionsPerDay,
    seeSomeoneAfterDays: routines.frequency.seeSomeoneAfterDays,
    restedAfterDays: routines.frequency.restedAfterDays,
  },
  gentle: gentle as AgeLimits,
  planning: {
    answerMs: routines.planning.answerSeconds * SECOND,
    findingMs: routines.planning.findingSeconds * SECOND,
  },
};

// TypeScript widens the words of a JSON file to `string`; content/schema.ts holds each to its narrow type in the tests.
export const questions = questionsOf(redFlags.questions as Record<QuestionId, Omit<Question, 'id'>>);
export const symptoms = redFlags.symptoms as Record<string, Symptom>;
/** The symptom that a part of the body with a trouble reports, by the ids of both. */
export const frames = redFlags.frames as Record<string, Record<string, string>>;
export const screeningForm = redFlags.form as ScreeningForm;
export const locales: readonly LocaleRow[] = localeRows;

/** Language folders from base to regional: `en-GB` is read as `en`, then what differs in `en-GB`. */
export function languageFiles(locale: string): string[] {
  const language = locales.find((row) => row.locale === locale)?.language ?? locale.split('-')[0] ?? 'en';
  return language === locale ? [language] : [language, locale];
}

function byId(list: readonly Stretch[]): Record<string, Stretch> {
  return Object.fromEntries(list.map((stretch) => [stretch.id, stretch]));
}

function questionsOf(rows: Record<QuestionId, Omit<Question, 'id'>>): Record<QuestionId, Question> {
  const entries = Object.entries(rows).map(([id, row]) => {
    const { onYes, rows: reported, echoed, sources } = row;
    return [id, { id, onYes, rows: reported, echoed, sources }];
  });
  return Object.fromEntries(entries) as Record<QuestionId, Question>;
}
