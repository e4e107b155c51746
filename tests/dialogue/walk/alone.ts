// Runs the whole walk in a process of its own and prints what it finds.

import { converse } from '../../../lambda/dialogue/converse';
import { type Violation, Walk } from './walker';
import { WORLDS } from './world';

/** The result, printed as one line of JSON for the process that started this one. */
export interface Found {
  states: number;
  edges: number;
  moments: string[];
  violations: Violation[];
}

const { moments, ...found } = new Walk(converse, WORLDS).run();
const told: Found = { ...found, moments: [...moments] };
process.stdout.write(JSON.stringify(told));
