// Tests that every sentence a listener is known to say is understood through the generated model.

import { join } from 'node:path';
import { examplesOf, folderLanguages } from '../../content/languages';
import { hearingIn } from '../../lambda/alexa/hearing';
import { interpretIntent } from '../../lambda/alexa/understand';
import type { Event } from '../../lambda/dialogue/event';
import { generatedModel } from '../../simulator/compose';
import { type InteractionModel, listen, type Understood } from '../../simulator/listen';
import { everyday } from '../support/how-many';

function modelOf(locale: string): InteractionModel {
  const model = generatedModel(locale);
  if (!model) throw new Error(`no model for ${locale}`);
  return model;
}

/** Reports are the same by their rows. */
function isTheSame(one: Event | undefined, other: Event | undefined): boolean {
  if (one?.type === 'reportedSymptom' && other?.type === one.type) return `${one.rows}` === `${other.rows}`;
  return JSON.stringify(one) === JSON.stringify(other);
}

function idsOf({ slots }: Understood): Record<string, string> {
  return Object.fromEntries(
    Object.entries(slots).map(([name, { value, resolved }]) => [name, resolved?.[0]?.id ?? value]),
  );
}

const SAID = Object.entries(examplesOf(join(__dirname, '../../content/languages'), 'en'));

const hearing = hearingIn(folderLanguages(join(__dirname, '../../content/languages')).of('en-US'));

/** What the skill makes of an intent whose slots hold these words, or these ids. */
const meaningOf = (intent: string, slots: Record<string, string>) =>
  interpretIntent(
    intent,
    Object.fromEntries(Object.entries(slots).map(([name, words]) => [name, { words, id: words }])),
    hearing,
  );

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
    if (JSON.stringify(found) === JSON.stringify(expected)) return [];
    // What begins as free words do, and a symptom by its slots, may come as such: it means the same then.
    const words = Object.fromEntries(Object.entries(understood.slots).map(([name, { value }]) => [name, value]));
    const meant = [meaningOf(understood.intent, words), meaningOf(expected.intent, expected.slots)];
    return isTheSame(meant[0], meant[1]) ? [] : [{ said, expected, found, meant }];
  });
  expect(misheard).toEqual([]);
});
