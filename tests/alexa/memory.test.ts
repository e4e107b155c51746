// Tests what is kept of a listener, and what is never kept.

import { contentVersion } from '../../content';
import type { Caller } from '../../lambda/alexa/envelope';
import { deviceIn, type KnownDevice, withDevice } from '../../lambda/alexa/memory/devices';
import { keep } from '../../lambda/alexa/memory/keep';
import { dropPlace, type Memory, recall } from '../../lambda/alexa/memory/recall';
import {
  EMPTY_RECORD,
  type ListenerRecord,
  placeFor,
  recordFrom,
  settingsFor,
  withSession,
} from '../../lambda/alexa/memory/record';
import type { Effect } from '../../lambda/dialogue/act';
import { createState, type Settings, type State, USUAL_SETTINGS } from '../../lambda/dialogue/state';
import type { Session } from '../../lambda/domain/progress';
import { memoryStore } from '../../lambda/persistence/memory';
import type { Kept, Store } from '../../lambda/persistence/store';

const NOW = 1_700_000_000_000;
const MINUTE = 60_000;
const DAY = 86_400_000;
const TODAY = 20_000;
const USUAL: Settings = USUAL_SETTINGS;

const caller: Caller = { listener: 'listener', device: 'kitchen', person: null, locale: 'en-US' };
const on = (device: string, person: string | null = null) => ({ device, person });
const fresh = createState(contentVersion, USUAL);
const midway: State = {
  ...fresh,
  cleared: true,
  startedAtMs: NOW - MINUTE,
  soreBefore: 7,
  noes: ['q1', 'q2'],
  heard: ['neck-tilt', 'rule.ball'],
  plan: {
    choice: { region: 'upper', side: 'left', tool: 'ball', minutes: 5, place: 'chair' },
    spots: ['left'],
    pin: false,
    stretches: [{ id: 'neck-tilt', sets: 1 }],
    brief: false,
    padMs: 0,
  },
  place: { part: 'stretch', unit: 1 },
  spots: [{ side: 'left', pressedSeconds: 30, holds: 1, pinned: false, strength: 6 }],
};
const save: Effect[] = [{ type: 'savePlace' }];
const forget: Effect[] = [{ type: 'forgetPlace' }];

interface Kind {
  state?: State;
  effects?: Effect[];
  stopped?: boolean;
  device?: string;
  before?: Settings;
  nowMs?: number;
  day?: number;
  was?: State;
  turnAtMs?: number;
  byItself?: 'ended' | 'failed';
}

async function kept(memory: Memory, turn: Kind): Promise<boolean> {
  const { state = midway, effects = save, stopped = false, device = 'kitchen', before = USUAL, nowMs = NOW } = turn;
  const today = async () => ({ day: turn.day ?? TODAY, zone: null });
  return keep(
    memory,
    { ...caller, device },
    {
      before: { ...(turn.was ?? fresh), lastTurnMs: turn.turnAtMs ?? nowMs - MINUTE },
      settings: before,
      state,
      effects,
      stopped,
      content: contentVersion,
      nowMs,
      byItself: turn.byItself ?? null,
      fault: turn.byItself === 'failed' ? 'service' : null,
      person: null,
      zone: null,
      today,
    },
  );
}

async function keptAfter(...turns: Kind[]) {
  const store = memoryStore();
  for (const turn of turns) await kept(await recall(store, caller, turn.nowMs ?? NOW), turn);
  return { store, record: await recordIn(store) };
}

async function recordIn(store: Store): Promise<ListenerRecord> {
  return recordFrom((await store.load('listener'))?.record ?? null) ?? EMPTY_RECORD;
}

describe('a place', () => {
  test('is kept for the device where it was left, and for no other', async () => {
    const { record } = await keptAfter({});
    expect(placeFor(record, on('kitchen'), contentVersion, NOW)).toMatchObject({ place: { part: 'stretch', unit: 1 } });
    expect(placeFor(record, on('bedroom'), contentVersion, NOW)).toBeNull();
    expect(placeFor(record, on('kitchen'), 'other tables', NOW)).toBeNull();
  });

  test('that is over is not stored any longer than until the next turn', async () => {
    const later = NOW + 31 * MINUTE;
    const { record } = await keptAfter({ device: 'bedroom' }, { state: fresh, effects: [], nowMs: later });
    expect(record.places).toEqual([]);
  });

  test('is over after thirty minutes', async () => {
    const { record } = await keptAfter({});
    expect(placeFor(record, on('kitchen'), contentVersion, NOW + 30 * MINUTE - 1)).not.toBeNull();
    expect(placeFor(record, on('kitchen'), contentVersion, NOW + 30 * MINUTE)).toBeNull();
  });

  test('is kept on two devices at most, the newest', async () => {
    const { record } = await keptAfter({ device: 'attic' }, { device: 'kitchen' }, { device: 'bedroom' });
    expect(record.places.map(({ device }) => device)).toEqual(['kitchen', 'bedroom']);
  });

  test('that is over is forgotten on its device alone, and the settings stay', async () => {
    const slow: State = { ...midway, settings: { ...midway.settings, pace: 'slow' } };
    const { record } = await keptAfter({ device: 'bedroom' }, { state: slow }, { state: slow, effects: forget });
    expect(record.places.map(({ device }) => device)).toEqual(['bedroom']);
    expect(settingsFor(record, 'bedroom', () => TODAY)).toEqual({ ...USUAL, pace: 'slow', tones: 'trial' });
  });

  test('left by saying stop comes without the passed screening', async () => {
    const stopped = await keptAfter({ stopped: true });
    expect(placeFor(stopped.record, on('kitchen'), contentVersion, NOW)?.recheckUntilMs).toBeNull();
    const lost = await keptAfter({});
    expect(placeFor(lost.record, on('kitchen'), contentVersion, NOW)?.recheckUntilMs).toBe(NOW + 29 * MINUTE);
  });
});

test('no answer about health is kept', async () => {
  const { store } = await keptAfter({});
  const text = JSON.stringify(await store.load('listener'));
  for (const word of ['q1', 'noes', 'strength', 'soreBefore', 'symptom', 'cleared', 'pain'])
    expect(text).not.toContain(word);
});

describe('what was done', () => {
  const row = (session: Partial<Session>): Session => ({
    day: TODAY,
    region: 'upper',
    tool: 'ball',
    minutes: 5,
    holds: 1,
    ...session,
  });

  test('is a row of its day, however often it was saved, and what was chosen is known the next time', async () => {
    const { record } = await keptAfter({}, {}, { effects: forget });
    expect(record.sessions).toEqual([row({})]);
    expect(record.usual).toEqual({ region: 'upper', side: 'left', tool: 'ball', minutes: 5, place: 'chair' });
    expect(record.explained).toEqual(['neck-tilt']);
  });

  test('has a row while the first press is going on, and its hold counts when it is done', async () => {
    const pressing: State = {
      ...midway,
      moment: { at: 'pressing' },
      place: { part: 'press', unit: 0 },
      spots: [{ side: 'left', pressedSeconds: 0, holds: 0, pinned: false, strength: null }],
      playing: {
        sentAtMs: NOW,
        saidMs: 0,
        askedMs: 0,
        block: { part: 'press', seconds: 30, lead: 'first' },
      },
    };
    expect((await keptAfter({ state: pressing })).record.sessions).toEqual([row({ holds: 0 })]);
    expect((await keptAfter({ state: pressing }, {})).record.sessions).toEqual([row({})]);
  });

  test('leaves no row when nothing was begun', async () => {
    const planned: State = { ...midway, place: { part: 'find', unit: 0 }, spots: [] };
    const { record } = await keptAfter({ state: planned });
    expect(record.sessions).toEqual([]);
    expect(record.usual).toBeNull();
  });

  test('after the pressing was given up belongs to the tool it was begun with', async () => {
    const stretched: State = {
      ...midway,
      wishes: { tool: 'ball' },
      plan: midway.plan && { ...midway.plan, choice: { ...midway.plan.choice, tool: 'none' } },
    };
    expect((await keptAfter({ state: stretched })).record.sessions).toEqual([row({})]);
  });

  test('is kept for the newest sixty days of work', () => {
    const all = Array.from({ length: 70 }, (_, day) => row({ day }));
    const record = all.reduce(withSession, EMPTY_RECORD);
    expect(record.sessions).toHaveLength(60);
    expect(record.sessions.at(-1)?.day).toBe(69);
  });

  test('only grows: stretches after a press lose no hold of it', () => {
    const record = [row({ holds: 2 }), row({ tool: 'none', holds: 0, minutes: 3 })].reduce(withSession, EMPTY_RECORD);
    expect(record.sessions).toEqual([row({ holds: 2 })]);
  });
});

test('a device that cannot play documents is remembered, the others are not blamed', async () => {
  const failed: Effect[] = [{ type: 'rememberBrokenAudio' }];
  const report: Kind = { state: fresh, effects: failed, byItself: 'failed', turnAtMs: NOW + MINUTE };
  const { record } = await keptAfter({}, report, report);
  expect(deviceIn(record.devices, 'kitchen').failed).toEqual({ day: TODAY, times: 0 });
  expect(settingsFor(record, 'kitchen', () => TODAY).audio).toBe('ssml');
  expect(settingsFor(record, 'bedroom', () => TODAY).audio).toBe('apla');
});

test('nothing is written while nothing changes', async () => {
  const { store } = await keptAfter({ state: fresh, effects: [] });
  expect(await store.load('listener')).toBeNull();
});

test('who comes back is kept for another thirteen months, once a day', async () => {
  const { store } = await keptAfter({});
  const expiry = async () => (await store.load('listener'))?.expiresAtMs ?? 0;
  const first = await expiry();
  expect(first).toBeGreaterThan(NOW + 395 * DAY);
  await kept(await recall(store, caller, NOW + 20 * MINUTE), { state: fresh, effects: [], nowMs: NOW + 20 * MINUTE });
  expect(await expiry()).toBe(first);
  await kept(await recall(store, caller, NOW + 2 * DAY), { state: fresh, effects: [], nowMs: NOW + 2 * DAY });
  expect(await expiry()).toBe(first + 2 * DAY);
});

test('what is older than that counts for nothing, though the store may still hold it', async () => {
  const { store } = await keptAfter({});
  const memory = await recall(store, caller, NOW + 398 * DAY);
  expect(memory.record).toEqual(EMPTY_RECORD);
  expect(await kept(memory, { nowMs: NOW + 398 * DAY })).toBe(true);
  expect((await recordIn(store)).places).toHaveLength(1);
});

describe('two speakers of one household', () => {
  test('write at once, and neither loses anything', async () => {
    const store = memoryStore();
    const kitchen = await recall(store, caller, NOW);
    const bedroom = await recall(store, caller, NOW);
    const slow: State = { ...fresh, settings: { ...USUAL, pace: 'slow' } };
    expect(await kept(kitchen, {})).toBe(true);
    expect(await kept(bedroom, { state: slow, effects: [], device: 'bedroom' })).toBe(true);
    expect(bedroom.outcome).toBe('merged');
    const record = await recordIn(store);
    expect(record).toMatchObject({ pace: 'slow', places: [{ device: 'kitchen' }], sessions: [{ day: TODAY }] });
  });

  test('of which one forgets while the other saves: what comes after is all there is', async () => {
    const store = memoryStore();
    await kept(await recall(store, caller, NOW), { device: 'attic' });
    const kitchen = await recall(store, caller, NOW);
    const bedroom = await recall(store, caller, NOW);
    expect(await bedroom.forget()).toBe(true);
    expect(await kept(kitchen, {})).toBe(true);
    expect((await recordIn(store)).places.map(({ device }) => device)).toEqual(['kitchen']);
  });

  test('share a symptom told to one of them: on the other the place stays, and all questions come first', async () => {
    const told: State = { ...midway, recheckOff: true, pressOff: true };
    const { record } = await keptAfter({ device: 'bedroom' }, { state: told, effects: forget });
    expect(placeFor(record, on('bedroom'), contentVersion, NOW)).toMatchObject({
      recheckUntilMs: null,
      place: { unit: 1 },
    });
  });

  test('that both change one thing: the last word counts, a setting left alone stays', async () => {
    const store = memoryStore();
    const slow: State = { ...fresh, settings: { ...USUAL, pace: 'slow' } };
    await kept(await recall(store, caller, NOW), { state: slow, effects: [] });
    // A session that began before, with the pace it knew then.
    await kept(await recall(store, caller, NOW), { state: fresh, effects: save });
    expect((await recordIn(store)).pace).toBe('slow');
  });
});

test('what somebody without an id says is kept nowhere, and nothing is promised them', async () => {
  const store = memoryStore();
  const memory = await recall(store, { ...caller, listener: null }, NOW);
  expect(memory.reachable).toBe(false);
  await kept(memory, {});
  expect(await store.load('')).toBeNull();
});

describe('a store that fails', () => {
  const failing = { save: async () => Promise.reject(new TypeError('listener said: dizzy')) };

  test('to save tells so, and is asked no more in that turn', async () => {
    const memory = await recall({ ...memoryStore(), ...failing }, caller, NOW);
    expect(await kept(memory, {})).toBe(false);
    expect(memory).toMatchObject({ reachable: false, outcome: 'unreachable' });
  });

  test('to load has nothing overwritten in it', async () => {
    const inner = memoryStore();
    await kept(await recall(inner, caller, NOW), {});
    const before = await inner.load('listener');
    const memory = await recall({ ...inner, load: async () => Promise.reject(new Error()) }, caller, NOW);
    expect(await kept(memory, { effects: forget })).toBe(false);
    expect(await inner.load('listener')).toEqual(before);
  });

  test('to forget says so', async () => {
    const store = { ...memoryStore(), forget: async () => Promise.reject(new Error()) };
    expect(await (await recall(store, caller, NOW)).forget()).toBe(false);
  });
});

describe('a record', () => {
  const written = async (record: Kept) => {
    const store = memoryStore();
    await store.save('listener', record, { version: 0, expiresAtMs: NOW + DAY * 1000 });
    return store;
  };

  test.each([1, 2])(
    'of version %s is read: its settings stay, and every device gets a fresh try at documents',
    (version) => {
      const place = { device: 'kitchen', content: contentVersion };
      const older = { version, pace: 'slow', counting: 'more', brokenAudio: ['a'], zone: 'Europe/London', place };
      expect(recordFrom(older)).toEqual({ ...EMPTY_RECORD, begunAtMs: 0, pace: 'slow', counting: 'more' });
    },
  );

  test('of version 3 is read: what was done stays, and all questions are asked', () => {
    const sessions = [{ day: TODAY, region: 'upper', tool: 'ball', minutes: 5, holds: 2 }];
    const older = { version: 3, begunAtMs: NOW, sessions, screened: { day: TODAY, person: null } };
    expect(recordFrom(older)).toEqual({ ...EMPTY_RECORD, begunAtMs: NOW, sessions });
  });

  test.each([
    7,
    'today',
    { day: 'monday', person: null },
    { day: TODAY },
    { day: TODAY, person: 'somebody' },
    { day: -1, person: null },
  ])('with a day of the questions that cannot be read has none (%j)', (screened) => {
    expect(recordFrom({ version: 4, begunAtMs: NOW, screened })?.screened).toBeNull();
  });

  test('keeps the devices used last, twelve at most', async () => {
    const names = Array.from({ length: 25 }, (_, index) => `device ${index}`);
    const devices = [...names, 'device 7'].reduce<KnownDevice[]>(
      (so, device) => withDevice(so, device, { zone: 'Europe/London' }),
      [],
    );
    expect(devices.map(({ device }) => device)).toEqual([...names.slice(14), 'device 7']);
  });

  test('of a version nobody knows yet is left alone, and can still be forgotten', async () => {
    const store = await written({ version: 99, pace: 'slow' });
    const memory = await recall(store, caller, NOW);
    expect(memory).toMatchObject({ reachable: false, outcome: 'left alone' });
    await kept(memory, {});
    await dropPlace(store, caller, NOW);
    expect((await store.load('listener'))?.record).toEqual({ version: 99, pace: 'slow' });
    expect(await memory.forget()).toBe(true);
    expect(await store.load('listener')).toBeNull();
  });

  test('that is damaged is read as far as it can be', () => {
    const known = { device: 'a', zone: 'Europe/London', openedAtMs: NOW, failed: { day: TODAY, times: 1 } };
    for (const kept of [null, {}, { version: 'two' }]) expect(recordFrom(kept)).toEqual(EMPTY_RECORD);
    for (const place of [7, {}, { device: 'kitchen' }, { device: 'kitchen', place: {}, plan: null, spots: [] }]) {
      const damaged = {
        version: 3,
        begunAtMs: 'yesterday',
        freshFromMs: -1,
        pace: 'fast',
        counting: 3,
        devices: [1, 'a', known, { ...known, zone: '<speak>' }, { ...known, failed: 7 }],
        places: [place],
        usual: { tool: 'ghost' },
        sessions: [{ day: 'monday' }, 7],
        explained: ['neck-tilt', 'ghost'],
        declined: 'all',
      };
      const left = { ...EMPTY_RECORD, begunAtMs: 0, devices: [known], explained: ['neck-tilt'] };
      expect(recordFrom(damaged)).toEqual(left);
    }
  });
});
