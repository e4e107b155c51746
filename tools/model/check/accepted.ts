// Warnings that the package is published with, and why.

import { intents } from '../languages';
import type { Fault, Rule } from './fault';
import type { SameMeaning } from './k-own';

/** A rule whose warnings are known; `of`, where it stands, names the one that is. */
interface Accepted {
  rule: Rule;
  of?: string;
  why: string;
}

export const ACCEPTED: readonly Accepted[] = [
  { rule: 'C6', of: '"go back" is of AMAZON.PreviousIntent', why: 'screening answers both alike' },
  {
    rule: 'C6',
    of: 'is of ReportSymptomIntent too',
    why: 'a sentence of words wins over one of slots; should it not, a knee that hurts is asked about',
  },
  {
    rule: 'C6',
    of: 'is of NoThingIntent too',
    why: 'a sentence of words wins over one of slots, and both deny what was asked about',
  },
  { rule: 'C11', why: 'each is the whole answer to a question of the skill, and part of longer answers to the same' },
  { rule: 'F5', why: 'Amazon allows it, and its own few phrases leave most ways of saying stop and help unheard' },
  {
    rule: 'H4',
    of: 'knot: not',
    why: 'the name is short and says what the skill is for; "open not relief" is to be tried',
  },
  { rule: 'I7', why: 'the deployment writes the endpoint, which nobody knows before' },
  {
    rule: 'I8',
    why: 'no publisher is named yet; a deployment that is no draft refuses until content/publishing.json is',
  },
];

/** Whether a sentence of one intent may be heard as free words of the other: `carries` of intents.json says so. */
export const sameMeaning: SameMeaning = (one, other) => carries(one, other) || carries(other, one);

const carries = (carrier: string, other: string): boolean =>
  intents.find(({ alexa }) => alexa === carrier)?.carries?.includes(other) ?? false;

export const isAccepted = ({ rule, what }: Fault): boolean =>
  ACCEPTED.some((accepted) => accepted.rule === rule && what.includes(accepted.of ?? ''));
