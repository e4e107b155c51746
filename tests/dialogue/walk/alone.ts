// Runs the whole walk, and one for each planted fault, in a process of its own and prints what they find.

import { converse } from '../../../lambda/dialogue/converse';
import { PLANTED } from './planted';
import { type Violation, Walk } from './walker';
import { WORLDS } from './world';

/** The result, printed as one line of JSON for the process that started this one. */
export interface Found {
  states: number;
  edges: number;
  moments: string[];
  violations: Violation[];
  /** By the planted fault, the first violation of its kind; null where the walk did not see it. */
  planted: Record<string, Violation | null>;
}

const { moments, ...walked } = new Walk(converse, WORLDS).run();
const planted = Object.entries(PLANTED).map(([name, { converse: faulty, shows }]) => {
  const { violations } = new Walk(faulty, WORLDS, shows).run();
  return [name, violations.find(({ fault }) => shows.test(fault)) ?? null] as const;
});
const told: Found = { ...walked, moments: [...moments], planted: Object.fromEntries(planted) };
process.stdout.write(JSON.stringify(told));
