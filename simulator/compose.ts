// Joins the simulated device, the skill and a listener's memory.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderLanguages } from '../content/languages';
import { createSkill } from '../lambda/alexa/skill';
import { fileStore } from '../lambda/persistence/file';
import { memoryStore } from '../lambda/persistence/memory';
import type { Store } from '../lambda/persistence/store';
import { machineTime } from '../lambda/waiting';
import { Alerts } from './alerts';
import { Echo, type Handler } from './device';
import type { InteractionModel } from './listen';
import type { DeviceKind } from './request';
import type { Voice } from './sound/voice';
import type { Way } from './way';

export interface Composition extends Way {
  /** Folder that keeps the listener's memory; without it, memory lasts as long as the process. */
  dataDir?: string;
  /** Where the memory lies instead, for a caller that looks on. */
  store?: Store;
  seed?: number;
  locale?: string;
  deviceKind?: DeviceKind;
  screeningForm?: 'ask' | 'read';
  /** How long the voice takes for words, instead of by the seed. */
  voice?: Voice;
  /** Milliseconds since 1970; else now, or when the folder's last conversation ended, whichever is later. */
  startMs?: number;
  /** Sees every request and answer as they pass. */
  watch?: (request: unknown, response: unknown) => void;
  /** A missing sentence is an error instead of silence. */
  everySentence?: boolean;
  /** Gets the skill's log; without it, the log is dropped. */
  log?: (line: string) => void;
}

const ROOT = join(__dirname, '..');
const CLOCK = 'clock.txt';

// Words and models are only read; all devices of a process may share them.
const languages = folderLanguages(join(ROOT, 'content', 'languages'));
const models = new Map<string, InteractionModel | null>();

function readModel(locale: string): InteractionModel | null {
  // A locale's name leads to a file; nothing else may.
  if (!/^[a-z]{2}-[A-Z]{2}$/.test(locale)) return null;
  try {
    const path = join(ROOT, 'skill-package', 'interactionModels', 'custom', `${locale}.json`);
    return JSON.parse(readFileSync(path, 'utf8')) as InteractionModel;
  } catch {
    return null;
  }
}

/** A locale's generated model, read when first asked for; null when there is none. */
export function generatedModel(locale: string): InteractionModel | null {
  const model = models.get(locale) ?? readModel(locale);
  models.set(locale, model);
  return model;
}

/** Simulated time runs ahead of the real one, and never back for a listener whose memory is kept. */
function startingAt(dataDir: string | undefined): number {
  const now = Math.floor(Date.now() / 1000) * 1000;
  if (!dataDir) return now;
  try {
    return Math.max(now, Number(readFileSync(join(dataDir, CLOCK), 'utf8')) || 0);
  } catch {
    return now;
  }
}

/** Keeps the simulated time beside the listener's memory. A folder that cannot be written keeps none. */
export function keepClock(echo: Echo, dataDir: string | undefined): void {
  if (!dataDir) return;
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(join(dataDir, CLOCK), `${Math.ceil(echo.nowMs() / 1000) * 1000}\n`);
  } catch {
    return;
  }
}

function watched(handler: Handler, watch: Composition['watch']): Handler {
  if (!watch) return handler;
  return async (request) => {
    const response = await handler(request);
    watch(request, response);
    return response;
  };
}

/** A device with the skill behind it, as far as JSON goes. */
export function talkingEcho(how: Composition): Echo {
  const { dataDir, store, startMs, watch, screeningForm, everySentence, log = () => {}, ...setting } = how;
  let clock: () => number = Date.now;
  let where = (): string => setting.locale ?? 'en-US';
  const alerts = new Alerts(
    () => clock(),
    () => where(),
  );
  const skill = createSkill({
    store: store ?? (dataDir ? fileStore(dataDir) : memoryStore()),
    now: () => clock(),
    waiting: machineTime,
    languages,
    apiClient: alerts,
    log,
    ...(screeningForm ? { screeningForm } : {}),
    ...(everySentence ? { strict: true } : {}),
  });
  const overWire: Handler = async (request) => JSON.parse(JSON.stringify(await skill(request)));
  const handler = watched(overWire, watch);
  const begins = startMs ?? startingAt(dataDir);
  const echo = new Echo({ handler, modelOf: generatedModel, startMs: begins, alerts, ...setting });
  clock = () => echo.nowMs();
  where = () => echo.locale();
  return echo;
}
