// Rules B: what intents, slots and types may be called.

import type { ModelIntent } from '../interaction-model';
import { type Fault, fault, faultsOf } from './fault';
import { FREE, heardBy, isBuiltIn, type LanguageModel, NUMBER, repeatedIn, slotsIn } from './parts';

const INTENT_NAME = /^[a-z]+(_[a-z]+)*$/i;
const SLOT_NAME = /^[a-z][a-z._]*$/i;
const TYPE_NAME = /^[a-z][a-z_]*$/i;

const BUILT_IN_INTENTS = new Set(
  [
    'Cancel Fallback Help LoopOff LoopOn More NavigateHome NavigateSettings Next No PageDown PageUp Pause Previous',
    'Repeat Resume ScrollDown ScrollLeft ScrollRight ScrollUp Select ShuffleOff ShuffleOn StartOver Stop Yes',
  ].flatMap((names) => names.split(' ').map((name) => `AMAZON.${name}Intent`)),
);

/** Those that a skill of this kind may need; a further one is added here. */
const BUILT_IN_TYPES = new Set([
  FREE,
  NUMBER,
  ...'FOUR_DIGIT_NUMBER DATE TIME DURATION Ordinal FirstName Person City Country DayOfWeek Month Room Sport'
    .split(' ')
    .map((name) => `AMAZON.${name}`),
]);

/** What is not called as it has to be, or is not there under the name by which it is called. */
export function nameFaults(language: LanguageModel, locale: string): Fault[] {
  const { intents, types } = language;
  const names = intents.map(({ name }) => name);
  const badIntent = (name: string) => (isBuiltIn(name) ? !BUILT_IN_INTENTS.has(name) : !INTENT_NAME.test(name));
  const typeNames = types.map(({ name }) => name);
  return [
    ...faultsOf('B1', locale, names.filter(badIntent)),
    ...faultsOf('B1', locale, repeatedIn(names.map((name) => name.toLowerCase()))),
    ...faultsOf(
      'B3',
      locale,
      typeNames.filter((name) => !TYPE_NAME.test(name)),
    ),
    ...faultsOf('B3', locale, repeatedIn(typeNames)),
    ...intents.flatMap((intent) => slotFaults(intent, new Set(names), new Set(typeNames), locale)),
    ...typeOfSlotFaults(intents, locale),
  ];
}

function slotFaults(
  intent: ModelIntent,
  intents: ReadonlySet<string>,
  types: ReadonlySet<string>,
  locale: string,
): Fault[] {
  const where = `${locale} ${intent.name}`;
  const slots = intent.slots ?? [];
  const names = slots.map(({ name }) => name);
  const used = new Set(heardBy(intent).flatMap(slotsIn));
  return [
    ...faultsOf(
      'B2',
      where,
      names.filter((name) => !SLOT_NAME.test(name) || intents.has(name)),
    ),
    ...faultsOf('B2', where, repeatedIn(names.map((name) => name.toLowerCase()))),
    ...slots
      .filter(({ type }) => !types.has(type) && !BUILT_IN_TYPES.has(type))
      .map(({ type }) => fault('B3', where, type)),
    ...faultsOf(
      'B6',
      where,
      [...used].filter((name) => !names.includes(name)),
    ),
    ...faultsOf(
      'B6',
      where,
      names.filter((name) => !used.has(name)),
    ),
  ];
}

function typeOfSlotFaults(intents: readonly ModelIntent[], locale: string): Fault[] {
  const first = new Map<string, string>();
  return intents.flatMap(({ name: intent, slots = [] }) =>
    slots.flatMap(({ name, type }) => {
      const known = first.get(name) ?? type;
      first.set(name, known);
      return known === type ? [] : [fault('B4', `${locale} ${intent}`, `${name} is ${type}, elsewhere ${known}`)];
    }),
  );
}
