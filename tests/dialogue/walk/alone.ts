// Runs the whole walk, and one for each planted fault, in a process of its own and prints what they find.

import { converse } from '../../../lambda/dialogue/converse';
import { isExhaustive } from '../../support/how-many';
import { PLANTED } from './planted';
import { type Violation, Walk } from './walker';
import { DEEP } from './ways';
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

/** Places around each that lies deep in a session. */
const NEAR = 1500;

const { moments, ...walked } = new Walk(converse, WORLDS).run();
for (const way of isExhaustive ? Object.values(DEEP) : []) {
  const { states, edges, violations } = new Walk(converse, WORLDS.slice(0, 1), null, way, NEAR).run();
  walked.states += states;
  walked.edges += edges;
  walked.violations.push(...violations);
}
const planted = Object.entries(PLANTED).map(([name, { converse: faulty, shows, way }]) => {
  const { violations } = new Walk(faulty, way ? WORLDS.slice(0, 1) : WORLDS, shows, way).run();
  return [name, violations.find(({ fault }) => shows.test(fault)) ?? null] as const;
});
const told: Found = { ...walked, moments: [...moments], planted: Object.fromEntries(planted) };
process.stdout.write(JSON.stringify(told));
