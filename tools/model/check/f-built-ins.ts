// Rules F: Amazon's own intents.

import { type Fault, fault, faultsOf } from './fault';
import { isBuiltIn, type LanguageModel } from './parts';

const REQUIRED = ['Stop', 'Cancel', 'Help', 'NavigateHome', 'Fallback'].map((name) => `AMAZON.${name}Intent`);
const FALLBACK = 'AMAZON.FallbackIntent';
const STOP = 'AMAZON.StopIntent';

const SENSITIVITIES = ['LOW', 'MEDIUM', 'HIGH'];
const HAS_SENSITIVITY = /^(en-|de-DE$)/;

/** Intents of Amazon that are missing, or not left as they are. */
export function builtInFaults(language: LanguageModel, locale: string): Fault[] {
  const { intents } = language;
  const builtIn = intents.filter(({ name }) => isBuiltIn(name));
  const extended = builtIn.filter(({ name, samples }) => name !== FALLBACK && samples.length > 0);
  const waiting = intents.filter(({ name, samples }) => name !== STOP && samples.includes('exit'));
  return [
    ...faultsOf(
      'F1',
      locale,
      REQUIRED.filter((name) => !intents.some((intent) => intent.name === name)),
    ),
    ...fallbackFaults(language, locale),
    ...extended.map(({ name, samples }) => fault('F5', `${locale} ${name}`, `${samples.length} samples`)),
    ...waiting.map(({ name }) => fault('F6', `${locale} ${name}`, 'exit')),
    ...builtIn.filter(({ slots = [] }) => slots.length > 0).map(({ name }) => fault('F7', locale, name)),
  ];
}

function fallbackFaults({ intents, modelConfiguration }: LanguageModel, locale: string): Fault[] {
  const samples = intents.find(({ name }) => name === FALLBACK)?.samples ?? [];
  const level = modelConfiguration?.fallbackIntentSensitivity.level;
  const isKnown = level === undefined || (SENSITIVITIES.includes(level) && HAS_SENSITIVITY.test(locale));
  return [
    ...faultsOf('F2', `${locale} ${FALLBACK}`, samples),
    ...(isKnown ? [] : [fault('F2', locale, `the sensitivity ${level}`)]),
  ];
}
