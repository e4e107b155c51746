// Tests what a device whose documents fail gets on that day, on the next day and after that.

import { Household, type Session } from '../support/household';

const DAY = 86_400;

/** Whether the hold came as a document. */
const isDocument = async (session: Session): Promise<boolean> => (await session.reachesHold()).directives.length > 0;

async function onDays(...faults: [type: string, reason: string][]): Promise<{ home: Household; kitchen: Session }> {
  const home = new Household();
  const kitchen = home.device('kitchen');
  for (const [type, reason] of faults) {
    expect(await isDocument(kitchen)).toBe(true);
    await kitchen.fails(type, reason);
    await kitchen.ends();
    home.after(DAY);
  }
  return { home, kitchen };
}

test('on the day of a failure the device is spoken to plainly, in every session', async () => {
  const home = new Household();
  const kitchen = home.device('kitchen');
  await kitchen.reachesHold();
  await kitchen.fails('RENDER_ERROR', 'INTERNAL_SERVER_ERROR');
  await kitchen.ends();
  home.after(3600);
  expect(await isDocument(kitchen)).toBe(false);
  expect(await isDocument(home.device('bedroom'))).toBe(true);
});

test.each([
  ['RENDER_ERROR', 'INTERNAL_SERVER_ERROR'],
  ['DOCUMENT_ERROR', 'INTERNAL_SERVER_ERROR'],
  ['AUDIO_SOURCE_ERROR', 'TIMEOUT_ERROR'],
  ['LINK_ERROR', 'UNKNOWN_ERROR'],
  ['', ''],
])('a failure of the service (%s, %s), however often, is tried again the next day', async (type, reason) => {
  const { kitchen } = await onDays([type, reason], [type, reason], [type, reason]);
  expect(await isDocument(kitchen)).toBe(true);
});

test.each(['DOCUMENT_ERROR', 'RENDER_ERROR'])('one fault of the document (%s) may be chance', async (type) => {
  const { kitchen } = await onDays([type, 'UNKNOWN_ERROR'], ['RENDER_ERROR', 'INTERNAL_SERVER_ERROR']);
  expect(await isDocument(kitchen)).toBe(true);
});

test('two of them, on two days, mark the device for good, and no other', async () => {
  const { home, kitchen } = await onDays(['DOCUMENT_ERROR', 'UNKNOWN_ERROR'], ['RENDER_ERROR', 'UNKNOWN_ERROR']);
  expect(await isDocument(kitchen)).toBe(false);
  home.after(30 * DAY);
  expect(await isDocument(kitchen)).toBe(false);
  expect(await isDocument(home.device('bedroom'))).toBe(true);
});

test('two reports about one answer are one fault', async () => {
  const home = new Household();
  const kitchen = await home.device('kitchen').reachesHold();
  await kitchen.fails('DOCUMENT_ERROR', 'UNKNOWN_ERROR');
  await kitchen.fails('DOCUMENT_ERROR', 'UNKNOWN_ERROR');
  await kitchen.ends();
  home.after(DAY);
  expect(await isDocument(kitchen)).toBe(true);
});
