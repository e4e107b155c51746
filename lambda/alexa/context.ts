// What the conversation is told besides where it is and what was said.

import { contentVersion, questions, routineTables, topics } from '../../content';
import type { Context, Remembered } from '../dialogue/context';
import type { ScreeningForm } from '../domain/healthQuestions';
import type { Speech } from '../speech/speech';
import { dayIn, usualZoneOf } from './days';
import type { Caller } from './envelope';
import { LIMITS } from './limits';
import type { Memory } from './memory/recall';
import { homeZoneOf, type ListenerRecord, placeFor, screenedFor, sessionsOf, settingsFor } from './memory/record';

/** `nowMs`: milliseconds since 1970; `person`: whose voice the session belongs to; `zone`: where the device is. */
export interface Known {
  caller: Caller;
  memory: Memory;
  nowMs: number;
  speech: Speech;
  person: string | null;
  zone: string | null;
  /** All questions come first, because of another voice or of what was told on another device. */
  asksAll: boolean;
}

export function contextFor(known: Known, screeningForm: ScreeningForm): Context {
  const { caller, memory, nowMs, speech, person } = known;
  const { record } = memory;
  const today = makeOnce(() => dayIn(known.zone ?? homeZoneOf(record) ?? usualZoneOf(caller.locale), nowMs));
  return {
    nowMs,
    contentVersion,
    routine: routineTables,
    questions,
    topics,
    screeningForm,
    limits: LIMITS,
    lengthOf: speech.lengthOf,
    kept: placeFor(record, { device: caller.device, person }, contentVersion, nowMs),
    remembered: memory.reachable ? rememberedFrom(record, person, today) : null,
    screened: memory.reachable && !known.asksAll ? screenedFor(record, person) : null,
    settings: settingsFor(record, caller.device, today),
  };
}

/** A long form heard longer ago than this is worth hearing again. */
const EXPLAINED_DAYS = 28;

function rememberedFrom(record: ListenerRecord, person: string | null, today: () => number): Remembered {
  const { usual, declined, tip } = record;
  const sessions = sessionsOf(record, person);
  const last = sessions.at(-1)?.day ?? null;
  return {
    usual,
    sessions,
    declined,
    tip,
    get today() {
      return today();
    },
    get explained() {
      return last !== null && today() - last <= EXPLAINED_DAYS ? record.explained : [];
    },
  };
}

/** Time zones take a while to load, so the day is worked out when it is first asked for, and then remembered. */
function makeOnce<Thing>(make: () => Thing): () => Thing {
  let made: { thing: Thing } | undefined;
  return () => {
    made ??= { thing: make() };
    return made.thing;
  };
}
