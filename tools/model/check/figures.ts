// Counts what is in models, of one folder or of several beside each other.

import { type Model, textOfModel } from '../interaction-model';
import { modelsIn } from './i-package';
import { takenSamples } from './k-own';
import { carriersOf, hearsFreeWords } from './parts';

const FIGURES: readonly (readonly [string, (model: Model) => number])[] = [
  ['intents', (model) => intentsOf(model).length],
  ['with free words', (model) => intentsOf(model).filter(hearsFreeWords).length],
  ['carriers', (model) => carriersIn(model).length],
  ['of one word', (model) => carriersIn(model).filter((carrier) => !carrier.includes(' ')).length],
  ['samples', (model) => intentsOf(model).flatMap(({ samples }) => samples).length],
  ['begin as another', (model) => takenSamples(model.interactionModel.languageModel, () => false).length],
  ['bytes', (model) => Buffer.byteLength(textOfModel(model))],
];

const WIDTH = 20;

const intentsOf = (model: Model) => model.interactionModel.languageModel.intents;
const carriersIn = (model: Model) => intentsOf(model).flatMap(carriersOf);

/** A table with a row for each locale; of several folders, each figure of the first, then of the next. */
export function figures(folders: readonly string[]): string {
  const all = folders.map(modelsIn);
  const locales = [...new Set(all.flatMap((models) => Object.keys(models)))].sort();
  const rows = locales.map((locale) => [
    locale,
    ...FIGURES.map(([, count]) => all.map((models) => (models[locale] ? count(models[locale]) : '-')).join(' > ')),
  ]);
  return [['', ...FIGURES.map(([name]) => name)], ...rows].map(line).join('\n');
}

function line([locale = '', ...cells]: readonly string[]): string {
  return [locale.padEnd(6), ...cells.map((cell) => cell.padStart(WIDTH))].join('').trimEnd();
}
