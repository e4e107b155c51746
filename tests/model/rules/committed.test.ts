// Tests that the committed package breaks no rule.

import { join } from 'node:path';
import { type Fault, RULES } from '../../../tools/model/check';
import { ACCEPTED, isAccepted } from '../../../tools/model/check/accepted';
import { faultsIn } from '../../../tools/model/check/report';

const faults = faultsIn(join(__dirname, '../../../skill-package'));

const letters = [...new Set(Object.keys(RULES).map(([letter]) => letter ?? ''))];

test.each(letters)('the skill is published without a fault against the rules of letter %s', (letter) => {
  const left = faults.filter((fault) => fault.rule.startsWith(letter) && !isAccepted(fault));
  expect(left.slice(0, 20).map(inWords)).toEqual([]);
});

const inWords = ({ rule, where, what }: Fault) => `${rule} (${RULES[rule][1]}) ${where}: ${what}`;

test('nothing is accepted but warnings', () => {
  expect(ACCEPTED.filter(({ rule }) => RULES[rule][0] === 'error')).toEqual([]);
});
