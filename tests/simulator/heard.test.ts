// Is every sentence that a listener is known to say understood through the generated model, and at once?

import heard from '../../content/languages/en/heard.json';
import { generatedModel } from '../../simulator/compose';
import { type InteractionModel, listen, type Understood } from '../../simulator/listen';

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

test.each(['en-US', 'en-GB', 'en-AU', 'en-CA', 'en-IN'])(
  'all that is known to be said is understood in %s',
  (locale) => {
    const model = modelOf(locale);
    const misheard = Object.entries(heard).flatMap(([said, expected]) => {
      const understood = listen(said, model);
      const found = { intent: understood.intent, slots: idsOf(understood) };
      return JSON.stringify(found) === JSON.stringify(expected) ? [] : [{ said, expected, found }];
    });
    expect(misheard).toEqual([]);
  },
);

test('a listener never waits for being understood', () => {
  const model = modelOf('en-US');
  listen('yes', model);
  const sentences = Object.keys(heard);
  const before = performance.now();
  for (const said of sentences) listen(`well ${said} I think`, model);
  expect((performance.now() - before) / sentences.length).toBeLessThan(25);
});
