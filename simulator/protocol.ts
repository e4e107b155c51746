// The conversation for programs: one line in, lines of JSON out.

import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { obey } from './command';
import type { Echo, Event, Happening, Turn } from './device';
import type { Clip } from './sound/audio';
import type { HeardSlot } from './understanding/model';

/** Clips without words are pauses, not cues; a tone is a cue without words. */
function cuesOf(clips: Clip[]): unknown[] {
  return clips
    .filter(({ text, sound }) => text || sound)
    .map(({ atMs, lastsMs, kind, exercise, side, text, cut }) => ({
      atMs: Math.round(atMs),
      lastsMs: Math.round(lastsMs),
      kind,
      ...(exercise ? { exercise } : {}),
      ...(side ? { side } : {}),
      text: text ?? '',
      ...(cut ? { cut } : {}),
    }));
}

function slotsOf(slots: Record<string, HeardSlot>): Record<string, unknown> {
  const shown = Object.entries(slots).map(([name, { value, resolved }]) => {
    const [first] = resolved ?? [];
    return [name, { value, ...(first ? { id: first.id } : {}) }];
  });
  return Object.fromEntries(shown);
}

function turnLine(turn: Turn): unknown {
  const { utterance, intent, speech, totalMs, reprompt, question, sessionOpen, state, directives, card, lost } = turn;
  return {
    utterance,
    intent,
    slots: slotsOf(turn.slots),
    ...(lost ? { lost } : {}),
    speech,
    cues: cuesOf(turn.clips),
    totalMs: Math.round(totalMs),
    reprompt,
    question,
    sessionOpen,
    state,
    directives,
    ...(card ? { card } : {}),
  };
}

function eventLine(event: Event): unknown {
  if (event.type === 'noSession')
    return { event: 'noSession', ...(event.utterance ? { utterance: event.utterance } : {}) };
  if (event.type === 'noTimer') return { event: event.type };
  if (event.type === 'unknownDevice') return { event: event.type, device: event.device, devices: event.devices };
  if (event.type === 'unknownLocale') return { event: event.type, locale: event.locale, stays: event.stays };
  const { type, atMs, ...rest } = event;
  if (!('clips' in rest)) return { event: type, atMs: Math.round(atMs), ...rest };
  return { event: type, atMs: Math.round(atMs), speech: rest.speech, cues: cuesOf(rest.clips) };
}

/** One happening as the object that is written for it. */
export function lineOf(happening: Happening): unknown {
  return happening.type === 'turn' ? turnLine(happening) : eventLine(happening);
}

/** The objects one line of input leads to. Never throws. */
export async function answersTo(line: string, echo: Echo): Promise<unknown[]> {
  const said = line.trim();
  if (said === '') return [];
  try {
    const happenings = said.startsWith(':') ? await obey(said, echo) : await echo.say(said);
    return happenings ? happenings.map(lineOf) : [{ event: 'unknownCommand', utterance: said }];
  } catch (error) {
    return [{ event: 'trouble', utterance: said, message: String(error) }];
  }
}

/** Reads lines until the input ends; `after` runs behind each of them. */
export async function converse(echo: Echo, input: Readable, output: Writable, after: () => void): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    for (const answer of await answersTo(line, echo)) output.write(`${JSON.stringify(answer)}\n`);
    after();
  }
}
