// What does the whole walk find, in a process that does nothing else?

import { converse } from '../../../lambda/dialogue/converse';
import { type Violation, Walk } from './walker';
import { WORLDS } from './world';

/** What is told to whoever started the process, as one line of JSON. */
export interface Found {
  states: number;
  edges: number;
  moments: string[];
  violations: Violation[];
}

const { moments, ...found } = new Walk(converse, WORLDS).run();
const told: Found = { ...found, moments: [...moments] };
process.stdout.write(JSON.stringify(told));
