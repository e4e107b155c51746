// Rules A: how large a model may be.

import { type Model, textOfModel } from '../interaction-model';
import { type Fault, fault, faultsOf } from './fault';
import { isBuiltIn, type LanguageModel, saidIn } from './parts';

const BYTES = 1_500_000;
const INTENTS = 250;
const WITH_TYPES = 350;
const CHARACTERS = 140;

/** What is larger than the service takes. */
export function limitFaults(model: Model, locale: string): Fault[] {
  const language = model.interactionModel.languageModel;
  const bytes = Buffer.byteLength(textOfModel(model));
  const { intents, types } = language;
  const together = intents.length + types.length + builtInTypes(language).size;
  return [
    ...(bytes > BYTES ? [fault('A1', locale, `${bytes} bytes`)] : []),
    ...(intents.length > INTENTS ? [fault('A2', locale, `${intents.length} intents`)] : []),
    ...(together > WITH_TYPES ? [fault('A2', locale, `${together} intents and types`)] : []),
    ...types.flatMap((type) =>
      faultsOf(
        'A3',
        `${locale} ${type.name}`,
        saidIn(type)
          .flat()
          .filter((said) => said.length > CHARACTERS),
      ),
    ),
  ];
}

function builtInTypes({ intents }: LanguageModel): Set<string> {
  return new Set(intents.flatMap(({ slots = [] }) => slots.map(({ type }) => type)).filter(isBuiltIn));
}
