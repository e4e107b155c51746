// Tests that the late end of a session changes nothing that was decided since.

import type { Kept, Store } from '../../lambda/persistence/store';
import { Household } from '../support/household';

interface Row {
  holds: number;
}
interface Place {
  device: string;
  recheckUntilMs: number | null;
  spots: { pressedSeconds: number }[];
}
const placesIn = (record: Record<string, unknown> | null) => (record?.['places'] ?? []) as Place[];
const rowsIn = (record: Record<string, unknown> | null) => (record?.['sessions'] ?? []) as Row[];

/** A listener in a hold on one device, and another device of the home. */
async function inHold() {
  const home = new Household();
  const kitchen = await home.device('kitchen').reachesHold();
  const bedroom = home.device('bedroom');
  return { home, kitchen, bedroom };
}

test('without any of that, a session that was lost in a hold is taken up after one question', async () => {
  const { home, kitchen } = await inHold();
  home.after(40);
  await kitchen.ends();
  await kitchen.opens();
  expect([kitchen.at, kitchen.words]).toEqual(['welcomingBack', expect.stringContaining('Welcome back')]);
});

describe('after chest pain on another device', () => {
  test.each<[string, number]>([
    ['at once', 5],
    ['twenty minutes later', 1200],
    ['forty minutes later', 2400],
  ])('the end that comes %s leads nobody past the questions', async (_, seconds) => {
    const { home, kitchen, bedroom } = await inHold();
    await bedroom.opens();
    await bedroom.hasChestPain();
    home.after(seconds);
    await kitchen.ends();
    await kitchen.opens();
    expect([kitchen.at, kitchen.words]).toEqual(['screening', expect.stringMatching(/^(Step off .*)?Knot Relief, /)]);
    expect(placesIn(await home.record()).filter(({ recheckUntilMs }) => recheckUntilMs !== null)).toEqual([]);
  });

  test.each(['ReadyIntent', 'TimeLeftIntent'])(
    'a session that is still open there is let go of and asked everything at %s',
    async (said) => {
      const { home, kitchen, bedroom } = await inHold();
      home.after(20);
      await bedroom.opens();
      await bedroom.hasChestPain();
      home.after(20);
      await kitchen.says(said);
      expect(kitchen.words).toContain('Before you go on, the questions come first.');
      expect([kitchen.at, kitchen.words]).toEqual(['screening', expect.stringContaining('chest pain')]);
    },
  );

  test('what must not wait is still heard there', async () => {
    const { home, kitchen, bedroom } = await inHold();
    await bedroom.opens();
    await bedroom.hasChestPain();
    home.after(20);
    await kitchen.says('AMAZON.StopIntent');
    expect(kitchen.at).toBe('finished');
  });

  test('the hold that was pressed to its end still counts', async () => {
    const { home, kitchen, bedroom } = await inHold();
    home.after(60);
    await bedroom.opens();
    await bedroom.hasChestPain();
    await kitchen.ends();
    expect(rowsIn(await home.record())).toEqual([expect.objectContaining({ holds: 1 })]);
  });
});

test.each([
  ['a numb arm', { symptom: ['numb arm', 'numb-limb'] as [string, string] }],
  ['a fever', { symptom: ['fever', 'fever'] as [string, string] }],
])('after %s on another device all questions come first', async (_, heard) => {
  const { kitchen, bedroom } = await inHold();
  await bedroom.opens();
  await bedroom.says('ReportSymptomIntent', heard);
  await kitchen.ends();
  await kitchen.opens();
  expect(kitchen.at).toBe('screening');
});

describe('after a newer session on the same device', () => {
  test('a place that was declined stays dropped', async () => {
    const { home, kitchen } = await inHold();
    const before = await kitchen.opens();
    await kitchen.answersNo();
    expect(placesIn(await home.record())).toEqual([]);
    await before.ends();
    expect(placesIn(await home.record())).toEqual([]);
    await kitchen.opens();
    expect(kitchen.at).toBe('screening');
  });

  test('nothing that counts as pressed is taken back, and the place is not kept any longer', async () => {
    const { home, kitchen } = await inHold();
    const sent = placesIn(await home.record());
    expect(sent).toEqual([expect.objectContaining({ spots: [expect.objectContaining({ pressedSeconds: 30 })] })]);
    const before = await kitchen.opens();
    await before.ends();
    expect(placesIn(await home.record())).toEqual(sent);
  });

  test('a place of the newer session is not overwritten', async () => {
    const { home, kitchen } = await inHold();
    const before = await kitchen.opens();
    await kitchen.answersNo(9);
    await kitchen.says('BeginIntent', { word: 'start' });
    await kitchen.says('ChooseIntent', { region: ['lower back', 'lower'], side: 'left', tool: ['hands', 'hands'] });
    await kitchen.says('AMAZON.PauseIntent');
    const now = placesIn(await home.record());
    await before.ends();
    expect(placesIn(await home.record())).toEqual(now);
  });
});

test('a newer session on another device takes nothing away', async () => {
  const { kitchen, bedroom } = await inHold();
  await bedroom.opens();
  await bedroom.answersNo(3);
  await kitchen.ends();
  await kitchen.opens();
  expect(kitchen.at).toBe('welcomingBack');
});

describe('after "forget me" or disabling', () => {
  const forgetting: [string, (all: Awaited<ReturnType<typeof inHold>>) => Promise<unknown>][] = [
    [
      '"forget me"',
      async ({ bedroom }) => {
        await bedroom.opens();
        await bedroom.says('ForgetMeIntent');
        await bedroom.says('AMAZON.YesIntent');
        expect(bedroom.words).toContain("It's all deleted.");
      },
    ],
    ['the skill was disabled', ({ home }) => home.isDisabled()],
  ];

  test.each(forgetting)('%s: the late end makes no new record', async (_, forget) => {
    const all = await inHold();
    const { home, kitchen, bedroom } = all;
    await forget(all);
    await kitchen.ends();
    expect(await home.record()).toBeNull();
    await bedroom.opens();
    await bedroom.says('ProgressIntent');
    expect(bedroom.words).toMatch(/^I don't have any sessions of yours yet\./);
  });

  test.each(forgetting)('%s: of what was done before, nothing comes back into a newer record', async (_, forget) => {
    const all = await inHold();
    const { home, kitchen } = all;
    home.after(60);
    await forget(all);
    const attic = await home.device('attic').reachesHold('hands');
    await kitchen.ends();
    const record = await home.record();
    expect(placesIn(record)).toHaveLength(1);
    expect(rowsIn(record)).toEqual([expect.objectContaining({ tool: 'hands' })]);
    await attic.ends();
  });

  test('a session that is still open on another device is asked everything, and presses nothing', async () => {
    const { home, kitchen, bedroom } = await inHold();
    home.after(20);
    await bedroom.opens();
    await bedroom.says('ForgetMeIntent');
    await bedroom.says('AMAZON.YesIntent');
    home.after(20);
    await kitchen.says('ReadyIntent');
    expect(kitchen.at).toBe('screening');
    expect(rowsIn(await home.record())).toEqual([]);
  });

  test('the session that was told to forget leaves nothing when it ends', async () => {
    const { home, kitchen } = await inHold();
    await kitchen.says('ForgetMeIntent');
    await kitchen.says('AMAZON.YesIntent');
    await kitchen.ends();
    expect(await home.record()).toBeNull();
  });

  test('a document that is reported to have failed makes no new record either', async () => {
    const all = await inHold();
    await all.home.isDisabled();
    await all.kitchen.fails('DOCUMENT_ERROR', 'UNKNOWN_ERROR');
    expect(await all.home.record()).toBeNull();
  });

  test('in the very moment in which the end is being written: it stays deleted', async () => {
    const { home, kitchen } = await inHold();
    home.after(40);
    const { load } = home.store;
    const store: Store = home.store;
    store.load = async (key) => {
      const held = await load(key);
      store.load = load;
      // Read with the record still there, and deleted before it is written.
      await store.forget(key);
      return held && { ...held, record: JSON.parse(JSON.stringify(held.record)) as Kept };
    };
    await kitchen.ends();
    expect(await home.record()).toBeNull();
  });
});
