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

describe('tones', () => {
  const AN_HOUR = 3600;

  /** Tones of the hold and of the stretches of one session, which is heard to its stretches. */
  async function tonesIn(session: Session): Promise<[hold: number, stretches: number]> {
    const hold = (await session.reachesHold('ball', 'lower')).sounds;
    return [hold, (await session.reachesStretches()).sounds];
  }

  async function knownOf(home: Household): Promise<string[]> {
    const devices = ((await home.record())?.['devices'] ?? []) as { tones?: string }[];
    return devices.map(({ tones }) => tones ?? 'untried');
  }

  test('are heard in stretches first, and in the holds of a later session once they were', async () => {
    const home = new Household();
    const kitchen = home.device('kitchen');
    const [hold, stretches] = await tonesIn(kitchen);
    expect([hold, stretches > 0]).toEqual([0, true]);
    expect(await knownOf(home)).toEqual([]);
    home.after(150);
    await kitchen.answersNo();
    expect(await knownOf(home)).toEqual(['played']);
    home.after(DAY);
    expect((await kitchen.reachesHold()).sounds).toBeGreaterThanOrEqual(2);
    expect((await home.device('bedroom').reachesHold()).sounds).toBe(0);
  });

  test.each([
    ['AUDIO_SOURCE_ERROR', 'NOT_FOUND'],
    ['DOCUMENT_ERROR', 'UNKNOWN_ERROR'],
    ['RENDER_ERROR', 'INTERNAL_SERVER_ERROR'],
  ])('that fail (%s, %s) are not sent there again, in this session or any; documents go on', async (type, reason) => {
    const home = new Household();
    const kitchen = home.device('kitchen');
    await tonesIn(kitchen);
    await kitchen.fails(type, reason);
    await kitchen.says('AMAZON.HelpIntent');
    await kitchen.says('ReadyIntent');
    expect([kitchen.at, kitchen.sounds]).toEqual(['stretching', 0]);
    expect(kitchen.directives).toContain('Alexa.Presentation.APLA.RenderDocument');
    await kitchen.ends();
    expect(await knownOf(home)).toEqual(['failed']);
    home.after(DAY);
    expect(await isDocument(kitchen)).toBe(true);
    expect([kitchen.sounds, (await kitchen.reachesStretches()).sounds]).toEqual([0, 0]);
    expect((await tonesIn(home.device('bedroom')))[1]).toBeGreaterThan(0);
  });

  test('are given up although the report of their failure belongs to no session', async () => {
    const home = new Household();
    const kitchen = home.device('kitchen');
    await tonesIn(kitchen);
    await kitchen.failsBeside('AUDIO_SOURCE_ERROR', 'NOT_FOUND');
    home.after(150);
    await kitchen.answersNo();
    expect(await knownOf(home)).toEqual(['failed']);
  });

  test('of a document of words alone are not blamed', async () => {
    const home = new Household();
    const kitchen = await home.device('kitchen').reachesHold();
    await kitchen.fails('RENDER_ERROR', 'INTERNAL_SERVER_ERROR');
    await kitchen.ends();
    expect(await knownOf(home)).toEqual(['untried']);
    home.after(AN_HOUR);
    expect(await isDocument(kitchen)).toBe(false);
  });

  test('"no sounds" is remembered on every device', async () => {
    const home = new Household();
    const kitchen = home.device('kitchen');
    await tonesIn(kitchen);
    home.after(150);
    await kitchen.says('TalkIntent', { talk: ['no sounds', 'noSounds'] });
    await kitchen.ends();
    expect(await home.record()).toMatchObject({ sounds: false, talk: 'normal' });
    home.after(DAY);
    expect(await tonesIn(kitchen)).toEqual([0, 0]);
    home.after(DAY);
    expect(await tonesIn(home.device('bedroom'))).toEqual([0, 0]);
  });

  test('"talk less" is remembered for every device, and undone by "talk more"', async () => {
    const home = new Household();
    const kitchen = await home.device('kitchen').reachesHold();
    await kitchen.says('TalkIntent', { talk: ['talk less', 'less'] });
    expect(kitchen.words).toContain("I'll say less.");
    expect(await home.record()).toMatchObject({ talk: 'less' });
    home.after(DAY);
    const bedroom = await home.device('bedroom').reachesHold();
    await bedroom.says('TalkIntent', { talk: ['talk more', 'more'] });
    expect(await home.record()).toMatchObject({ talk: 'normal' });
  });

  test('a word for sounds that the model could not place is not understood', async () => {
    const kitchen = await new Household().device('kitchen').reachesHold();
    await kitchen.says('TalkIntent', { talk: 'something' });
    expect(kitchen.words).toMatch(/^Step off the ball\./);
  });
});
