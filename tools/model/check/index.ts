// Checks the models and the manifest against every rule that can be checked without the service.

import type { Model } from '../interaction-model';
import { limitFaults } from './a-limits';
import { nameFaults } from './b-names';
import { shapeFaults } from './b-shape';
import { sampleFaults } from './c-samples';
import { sharedFaults } from './c-shared';
import { freeWordFaults } from './d-free-words';
import { typeFaults } from './e-types';
import { builtInFaults } from './f-built-ins';
import type { Fault } from './fault';
import { dialogFaults } from './g-dialog';
import { invocationFaults } from './h-invocation';

export { type Fault, RULES, type Rule } from './fault';
export { manifestFaults } from './i-manifest';
export { type Manifest, modelsIn, packageIn, type SkillPackage, type StoreText } from './i-package';
export { ownFaults, type SameMeaning, SMALL_RULES, takenSamples } from './k-own';

/** What the checks cannot read from a model. */
export interface Known {
  /** The words that a number is said in. */
  numbers?: readonly string[];
  /** The slots that the skill asks for in a dialog, as "Intent.slot". */
  elicited?: readonly string[];
}

/** What the service would refuse in a model, or take and misunderstand: rules A to H. */
export function modelFaults(model: Model, locale: string, { numbers = [], elicited = [] }: Known = {}): Fault[] {
  const misshapen = shapeFaults(model, locale);
  if (misshapen.length > 0) return misshapen;
  const language = model.interactionModel.languageModel;
  return [
    ...limitFaults(model, locale),
    ...nameFaults(language, locale),
    ...sampleFaults(language, locale),
    ...sharedFaults(model, locale, numbers),
    ...freeWordFaults(language, locale),
    ...typeFaults(language, locale),
    ...builtInFaults(language, locale),
    ...dialogFaults(model, locale, elicited),
    ...invocationFaults(language, locale),
  ];
}
