// Rules G: the dialog, in which the skill asks for a slot.

import type { DialogIntent, Model, Prompt } from '../interaction-model';
import { type Fault, fault, faultsOf } from './fault';
import { repeatedIn } from './parts';

/** What a dialog asks for and the model does not have, or does not ask for. `elicited` are slots as "Intent.slot". */
export function dialogFaults(model: Model, locale: string, elicited: readonly string[]): Fault[] {
  const { dialog, prompts = [] } = model.interactionModel;
  const intents = dialog?.intents ?? [];
  const asked = intents.flatMap(({ name, slots }) =>
    slots.filter(({ elicitationRequired }) => elicitationRequired).map((slot) => `${name}.${slot.name}`),
  );
  return [
    ...intents.flatMap((intent) => unknownFaults(intent, model, locale)),
    ...intents.flatMap((intent) => promptFaults(intent, prompts, locale)),
    ...faultsOf('G3', locale, repeatedIn(prompts.map(({ id }) => id))),
    ...faultsOf(
      'G3',
      locale,
      prompts.filter((prompt) => !isSaid(prompt)).map(({ id }) => id),
    ),
    ...faultsOf(
      'G4',
      locale,
      elicited.filter((slot) => !asked.includes(slot)),
    ),
  ];
}

function unknownFaults({ name, slots }: DialogIntent, model: Model, locale: string): Fault[] {
  const intent = model.interactionModel.languageModel.intents.find((one) => one.name === name);
  if (!intent) return [fault('G1', locale, name)];
  const declared = new Set((intent.slots ?? []).map((slot) => `${slot.name}: ${slot.type}`));
  const meant = slots.map((slot) => `${slot.name}: ${slot.type}`);
  return faultsOf(
    'G1',
    `${locale} ${name}`,
    meant.filter((slot) => !declared.has(slot)),
  );
}

function promptFaults(intent: DialogIntent, prompts: readonly Prompt[], locale: string): Fault[] {
  const needed = [
    { name: 'confirmation', required: intent.confirmationRequired, prompt: intent.prompts.confirmation },
    ...intent.slots.flatMap((slot) => [
      { name: slot.name, required: slot.elicitationRequired, prompt: slot.prompts.elicitation },
      { name: slot.name, required: slot.confirmationRequired, prompt: slot.prompts.confirmation },
    ]),
  ];
  const isThere = (id: string | undefined) => prompts.some((prompt) => prompt.id === id);
  const missing = needed.filter(({ required, prompt }) => (required || prompt !== undefined) && !isThere(prompt));
  return missing.map(({ name }) => fault('G2', `${locale} ${intent.name}`, name));
}

function isSaid({ variations }: Prompt): boolean {
  const isText = ({ type, value }: Prompt['variations'][number]) =>
    ['PlainText', 'SSML'].includes(type) && value.trim() !== '';
  return variations.length > 0 && variations.every(isText);
}
