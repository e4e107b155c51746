// The whole walk, and one for each planted fault, in a process that does nothing else.

import { converse } from '../../../lambda/dialogue/converse';
import { PLANTED } from './planted';
import { type Violation, Walk } from './walker';
import { WORLDS } from './world';

/** What is found, told as one line of JSON. */
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
