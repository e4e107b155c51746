// The sentences that are scored, and what each should lead to.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { QuestionId } from '../../lambda/domain/healthQuestions';
import type { SymptomRow } from '../../lambda/domain/symptom';

/** Tuned sentences may be looked at while the listening is improved; held ones are only ever counted. */
export type Part = 'tuned' | 'held';

export interface Question {
  said: string;
  /** Topics of the answer bank that answer it; with `decline` among them it is out of scope. */
  expect: string[];
}

export interface Statement {
  said: string;
  /** Rows of the symptom table it may be read as, the plainest first; none for a harmless sentence. */
  rows: SymptomRow[];
  /** It only supposes the symptom: "what if it goes numb". */
  supposed?: boolean;
  /** The kind of speaker that was imagined. */
  by?: string;
}

export interface Paraphrase {
  said: string;
  /** Intents that mean it; `Ask` stands for every intent that asks the answer bank. */
  intent: string[];
}

/** What an answer to a health question means. */
export const MEANINGS = ['no', 'qualified', 'usual', 'admission', 'yes', 'notSure', 'vague', 'report'] as const;

export interface Answer {
  said: string;
  /** The health question it answers. */
  at: QuestionId;
  means: (typeof MEANINGS)[number];
  by?: string;
}

export interface Sets {
  questions: Question[];
  statements: Statement[];
  paraphrases: Paraphrase[];
  answers: Answer[];
}

const FOLDER = join(__dirname, '..', '..', 'tests', 'questions');

/** Every entry of a part, sorted by its form; null while that part is not written. */
export function setsOf(part: Part): Sets | null {
  const folder = join(FOLDER, part);
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const entries = files.flatMap((name) => entriesIn(join(folder, name)));
  const having = <Entry>(field: string): Entry[] => entries.filter((entry) => field in entry) as Entry[];
  return {
    questions: having('expect'),
    statements: having('rows'),
    paraphrases: having('intent'),
    answers: having('means'),
  };
}

function entriesIn(path: string): object[] {
  const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return Array.isArray(read) ? (read as object[]) : [];
}
