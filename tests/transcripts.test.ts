// Does every conversation that is written down still go the way it was written, by the rules of the house?

import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { replay } from '../simulator/transcript';
import { houseFaults } from './support/house-rules';
import { writtenConversations } from './support/written-conversations';

const conversations = writtenConversations();

test('a reader finds conversations written down', () => {
  expect(conversations.length).toBeGreaterThan(0);
});

test.each(conversations.map((one) => [one.name, one] as const))('%s goes as it is written', async (_, written) => {
  const { title, faults, exchanges } = await replay(written.text, { locale: written.locale });
  expect(title).toMatch(/^[A-Z]/);
  expect(faults).toEqual([]);
  const broken = exchanges.flatMap(({ request, response }) =>
    houseFaults(request as RequestEnvelope, response as ResponseEnvelope),
  );
  expect(broken).toEqual([]);
});
