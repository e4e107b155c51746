// Rules C: what a sample may be.

import type { ModelIntent } from '../interaction-model';
import { type Fault, fault, faultsOf, type Rule } from './fault';
import {
  carrierIn,
  heardBy,
  isBuiltIn,
  isLaunch,
  type LanguageModel,
  repeatedIn,
  slotsIn,
  typesOf,
  WAKE_WORD,
  withoutSlots,
} from './parts';

/** Samples that break a rule whatever else the intent holds. */
const EACH: Partial<Record<Rule, (sample: string, words: string) => boolean>> = {
  C1: (_, words) => /[^\p{L}\p{M}\d{} ._'-]/u.test(words),
  C2: (_, words) => /\d/.test(words),
  C3: (_, words) => words.split(' ').some(isMisspelled),
  C4: (sample) => /\S\{|\}(?!'s(\s|$))\S/.test(sample),
  C12: (sample, words) => !isNeat(sample) || /[\p{Lu}{}]/u.test(words) || repeatedIn(slotsIn(sample)).size > 0,
};

/** "g. p." is spelled out; "gp." and "g" are not. A, I and O are words. */
function isMisspelled(word: string): boolean {
  return (word.includes('.') && !/^\p{L}\.('s)?$/u.test(word)) || /^[b-hj-np-z]$/.test(word);
}

const isNeat = (sample: string): boolean => sample !== '' && sample === sample.trim() && !/\s\s/.test(sample);

/** Samples that are not taken, or not as they are meant. */
export function sampleFaults({ intents, invocationName }: LanguageModel, locale: string): Fault[] {
  return intents.flatMap((intent) => {
    const where = `${locale} ${intent.name}`;
    const heard = heardBy(intent);
    return [
      ...Object.entries(EACH).flatMap(([rule, breaks]) =>
        faultsOf(
          rule as Rule,
          where,
          heard.filter((sample) => breaks(sample, withoutSlots(sample))),
        ),
      ),
      ...faultsOf('C5', where, repeatedIn(intent.samples.map((sample) => sample.toLowerCase()))),
      ...faultsOf(
        'C8',
        where,
        heard.filter((sample) => WAKE_WORD.test(sample) || isLaunch(sample, invocationName)),
      ),
      ...slotAloneFaults(intent, where),
      ...(intent.samples.length === 0 && !isBuiltIn(intent.name) ? [fault('C13', where, 'no samples')] : []),
    ];
  });
}

function slotAloneFaults(intent: ModelIntent, where: string): Fault[] {
  const types = typesOf(intent);
  const isAlone = (sample: string) => /^\{[^{}]*\}$/.test(sample) && carrierIn(sample, types) === null;
  return intent.samples.length === 1 ? [] : faultsOf('C11', where, intent.samples.filter(isAlone));
}
