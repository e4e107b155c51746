// What is remembered of this listener before a turn, and kept after it?

import type { Effect } from '../../dialogue/act';
import { keptPlaceOf } from '../../dialogue/keeping';
import type { State } from '../../dialogue/state';
import type { Kept, Store } from '../../persistence/store';
import type { Caller } from '../envelope';
import { type Log, logError } from '../recover';
import { EMPTY_RECORD, type ListenerRecord, recordFrom, withBrokenAudio, withPlace, withSettings } from './record';

export interface Memory {
  record: ListenerRecord;
  /** Carries out what a turn wants kept; resolves when it is written. A store that fails is logged, never heard. */
  keep(turn: { state: State; effects: Effect[] }, stopped: boolean): Promise<void>;
}

const FORGETFUL: Memory = { record: EMPTY_RECORD, keep: async () => {} };

/** Recalls a listener. Without an id, or when the store fails, nothing is recalled and nothing is overwritten. */
export async function recall(store: Store, caller: Caller, content: string, log: Log): Promise<Memory> {
  const { listener, device } = caller;
  if (listener === null) return FORGETFUL;
  try {
    const record = recordFrom(await store.load(listener));
    return {
      record,
      async keep({ state, effects }, stopped) {
        const after = effects.reduce(
          (before, effect) => carriedOut(before, effect, { state, stopped, device, content }),
          withSettings(record, state),
        );
        if (JSON.stringify(after) === JSON.stringify(record)) return;
        await store.save(listener, after as unknown as Kept).catch((error: unknown) => logError(log, 'save', error));
      },
    };
  } catch (error) {
    logError(log, 'load', error);
    return FORGETFUL;
  }
}

/**
 * After a fault: the place left on this device may be what broke the turn, so it must not be met at every launch. A
 * routine that is still going keeps its place in the session.
 */
export async function dropPlace(store: Store, { listener, device }: Caller, log: Log): Promise<void> {
  if (listener === null) return;
  try {
    const record = recordFrom(await store.load(listener));
    if (record.place?.device !== device) return;
    await store.save(listener, withPlace(record, device, '', null) as unknown as Kept);
  } catch (error) {
    logError(log, 'drop', error);
  }
}

interface Circumstances {
  state: State;
  stopped: boolean;
  device: string;
  content: string;
}

function carriedOut(record: ListenerRecord, effect: Effect, around: Circumstances): ListenerRecord {
  const { state, stopped, device, content } = around;
  switch (effect.type) {
    case 'savePlace':
      return withPlace(record, device, content, keptPlaceOf(state, stopped));
    case 'forgetPlace':
      return withPlace(record, device, content, null);
    case 'rememberBrokenAudio':
      return withBrokenAudio(record, device);
  }
}
