// Tests that every sentence a listener is known to say is understood through the generated model.

import { join } from 'node:path';
import { examplesOf } from '../../content/languages';
import { generatedModel } from '../../simulator/compose';
import { type InteractionModel, listen, type Understood } from '../../simulator/listen';
import { everyday } from '../support/how-many';

function modelOf(locale: string): InteractionModel {
  const model = generatedModel(locale);
  if (!model) throw new Error(`no model for ${locale}`);
  return model;
}

function idsOf({ slots }: Understood): Record<string, string> {
  return Object.fromEntries(
    Object.entries(slots).map(([name, { value, resolved }]) => [name, resolved?.[0]?.id ?? value]),
  );
}

const SAID = Object.entries(examplesOf(join(__dirname, '../../content/languages'), 'en'));

// The models differ in a few words, so one is tried with all that is known, the others with every fifth sentence.
test.each([
  ['en-US', SAID],
  ['en-GB', everyday(SAID, 60)],
  ['en-AU', everyday(SAID, 60)],
  ['en-CA', everyday(SAID, 60)],
  ['en-IN', everyday(SAID, 60)],
] as const)('what is known to be said is understood in %s', (locale, sentences) => {
  const model = modelOf(locale);
  const misheard = sentences.flatMap(([said, expected]) => {
    const understood = listen(said, model);
    const found = { intent: understood.intent, slots: idsOf(understood) };
    return JSON.stringify(found) === JSON.stringify(expected) ? [] : [{ said, expected, found }];
  });
  expect(misheard).toEqual([]);
});
