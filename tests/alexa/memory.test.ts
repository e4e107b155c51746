// What is kept of a listener, and what is never kept?

import { contentVersion } from '../../content';
import type { Caller } from '../../lambda/alexa/envelope';
import { recall } from '../../lambda/alexa/memory/recall';
import { EMPTY_RECORD, placeFor, recordFrom, settingsFor } from '../../lambda/alexa/memory/record';
import type { Effect } from '../../lambda/dialogue/act';
import { newState, type State } from '../../lambda/dialogue/state';
import { memoryStore } from '../../lambda/persistence/memory';

const caller: Caller = { listener: 'listener', device: 'kitchen', locale: 'en-US' };
const fresh = newState(contentVersion, { pace: 'normal', counting: 'normal', audio: 'apla' });
const midway: State = {
  ...fresh,
  cleared: true,
  startedAtMs: 1_000_000,
  soreBefore: 7,
  noes: ['q1', 'q2'],
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

async function after(...turns: { state: State; effects: Effect[]; stopped?: boolean; device?: string }[]) {
  const store = memoryStore();
  for (const { state, effects, stopped, device } of turns) {
    const memory = await recall(store, { ...caller, device: device ?? caller.device }, contentVersion, () => {});
    await memory.keep({ state, effects }, stopped ?? false);
  }
  return { store, record: recordFrom(await store.load('listener')) };
}

test('the place is kept for the device where it was left, and for no other', async () => {
  const { record } = await after({ state: midway, effects: save });
  expect(placeFor(record, 'kitchen', contentVersion)).toMatchObject({ place: { part: 'stretch', unit: 1 } });
  expect(placeFor(record, 'bedroom', contentVersion)).toBeNull();
  expect(placeFor(record, 'kitchen', 'other tables')).toBeNull();
});

test('no answer about health is kept', async () => {
  const { store } = await after({ state: midway, effects: save });
  const text = JSON.stringify(await store.load('listener'));
  for (const word of ['q1', 'noes', 'strength', 'soreBefore', 'symptom', 'cleared']) expect(text).not.toContain(word);
});

test('stopping keeps the place but not the passed screening', async () => {
  const stopped = await after({ state: midway, effects: save, stopped: true });
  expect(placeFor(stopped.record, 'kitchen', contentVersion)?.recheckUntilMs).toBeNull();
  const lost = await after({ state: midway, effects: save });
  expect(placeFor(lost.record, 'kitchen', contentVersion)?.recheckUntilMs).toBeGreaterThan(1_000_000);
});

test('a place that is over is forgotten, and the settings stay', async () => {
  const slow: State = { ...midway, settings: { ...midway.settings, pace: 'slow' } };
  const { record } = await after({ state: slow, effects: save }, { state: slow, effects: [{ type: 'forgetPlace' }] });
  expect(record.place).toBeUndefined();
  expect(settingsFor(record, 'bedroom')).toEqual({ pace: 'slow', counting: 'normal', audio: 'apla' });
});

test('a device that cannot play documents is remembered, the others are not blamed', async () => {
  const failed: Effect[] = [{ type: 'rememberBrokenAudio' }];
  const { record } = await after({ state: fresh, effects: failed }, { state: fresh, effects: failed });
  expect(record.brokenAudio).toEqual(['kitchen']);
  expect(settingsFor(record, 'kitchen').audio).toBe('ssml');
  expect(settingsFor(record, 'bedroom').audio).toBe('apla');
});

test('nothing is written while nothing changes', async () => {
  const { store } = await after({ state: fresh, effects: [] });
  expect(await store.load('listener')).toBeNull();
});

test('what somebody without an id says is kept nowhere', async () => {
  const store = memoryStore();
  const memory = await recall(store, { ...caller, listener: null }, contentVersion, () => {});
  await memory.keep({ state: midway, effects: save }, false);
  expect(memory.record).toEqual(EMPTY_RECORD);
  expect(await store.load('')).toBeNull();
});

test('a store that fails to save is logged without the listener', async () => {
  const lines: string[] = [];
  const store = { ...memoryStore(), save: async () => Promise.reject(new TypeError('listener said: dizzy')) };
  const memory = await recall(store, caller, contentVersion, (line) => lines.push(line));
  await memory.keep({ state: midway, effects: save }, false);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toMatch(/dizzy|listener said/);
});

test('a record of another version, or a damaged one, is begun anew', () => {
  for (const kept of [null, {}, { version: 99, pace: 'slow' }]) expect(recordFrom(kept)).toEqual(EMPTY_RECORD);
  for (const place of [7, {}, { device: 'kitchen' }, { device: 'kitchen', place: {}, plan: null, spots: [] }]) {
    expect(recordFrom({ version: 1, pace: 'fast', counting: 3, brokenAudio: [1, 'a'], place })).toEqual({
      ...EMPTY_RECORD,
      brokenAudio: ['a'],
    });
  }
});
