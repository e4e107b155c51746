// The shape of what can be asked, and what each topic is about.

import type { Act } from './timeline';

/** What an answer is about; after an outcome only some subjects are still answered. */
export const SUBJECTS = [
  'knots',
  'posture',
  'breathing',
  'see-someone',
  'pressing',
  'stretching',
  'heat',
  'cold',
  'medicine',
  'oils',
  'professional',
  'prevention',
  'skill',
  'out',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** One thing that can be asked. */
export interface Topic {
  about: Subject;
  /** What it is called when it is offered. */
  title: Act;
  /** The answer, part by part: the first is said, each "more" says the next. */
  parts: Act[][];
}
