// When, in what was last said and played, may the next thing happen?

import type { Turn } from '../../../lambda/dialogue/act';
import type { Slot } from '../../../lambda/domain/timeline';
import { LIMITS, lengthOfAct, lengthOfActs, MINUTE_MS, touches } from './world';

/** What is heard at a point of time, by the slots that were sent alone. */
export type Sounding = 'words' | 'search' | 'lead' | 'press' | 'release' | 'stretch' | 'quiet' | 'microphone' | 'carried' | 'over';

export interface Instant {
  label: string;
  sounding: Sounding;
  /** The prompt has been heard and nothing else since, so that an answer belongs to it. */
  asked: boolean;
  /** When Alexa tells of it, counted from the sending of the answer before. */
  afterMs: number;
  /** Milliseconds something had pressed when the release could be heard at the earliest. */
  pressedMs: number;
}

interface Laid {
  slot: Slot;
  fromMs: number;
  toMs: number;
}

const msOf = (slot: Slot): number => slot.ms ?? (slot.act ? lengthOfAct(slot.act) : 0);

function layOut(slots: readonly Slot[], beginMs: number): Laid[] {
  let fromMs = beginMs;
  return slots.map((slot) => {
    const laid = { slot, fromMs, toMs: fromMs + msOf(slot) };
    fromMs = laid.toMs;
    return laid;
  });
}

const middle = ({ fromMs, toMs }: Laid): number => (fromMs + toMs) / 2;

/** From the first word of a listener to the first word of the answer they still press on. */
const REACTION_MS = LIMITS.utteranceMs + LIMITS.startLatencyMs;

function pressedBy(laid: readonly Laid[], pointMs: number): number {
  const pressing = laid.filter(({ slot }) => slot.pressing);
  const ms = pressing.reduce((sum, { fromMs, toMs }) => sum + Math.min(Math.max(0, pointMs - fromMs), toMs - fromMs), 0);
  const within = pressing.some(({ fromMs, toMs }) => pointMs > fromMs && pointMs < toMs);
  return within ? ms + REACTION_MS : ms;
}

function soundingOf(slot: Slot): Sounding {
  if (slot.pressing) return 'press';
  if (slot.kind === 'quiet') return touches(slot) ? 'search' : 'quiet';
  if (slot.kind === 'release' && touches(slot)) return 'release';
  if (touches(slot)) return slot.act?.key.startsWith('find.') ? 'search' : 'lead';
  return 'stretch';
}

/** A few points that stand for all: of each kind of slot, and of a long row of holds its first, middle and last. */
function chosen(laid: readonly Laid[]): Laid[] {
  const firstOf = (sounding: Sounding): Laid[] => laid.filter(({ slot }) => soundingOf(slot) === sounding).slice(0, 1);
  const held = laid.filter(({ slot }) => slot.kind === 'hold' || slot.kind === 'count');
  return [...firstOf('search'), ...firstOf('lead'), ...(held.some(({ slot }) => slot.pressing) ? spread(held) : spread(held).slice(1)), ...firstOf('release'), ...firstOf('quiet')];
}

function spread(laid: readonly Laid[]): Laid[] {
  return [...new Set([laid[0], laid[Math.floor(laid.length / 2)], laid.at(-1)])].flatMap((one) => one ?? []);
}

/** The points of time in a turn; a turn without a timed part has one, after its prompt. */
export function instantsOf(turn: Turn): Instant[] {
  const saidMs = lengthOfActs(turn.says);
  const laid = layOut(turn.plays, saidMs);
  const endMs = laid.at(-1)?.toMs ?? saidMs;
  const openMs = endMs + (turn.asks ? lengthOfActs([turn.asks]) : 0);
  const pressed = (pointMs: number): number => pressedBy(laid, pointMs);
  const instant = (label: string, sounding: Sounding, pointMs: number, asked = false): Instant => ({
    label,
    sounding,
    asked,
    afterMs: Math.round(pointMs) + REACTION_MS,
    pressedMs: pressed(pointMs),
  });
  const microphone = instant('microphone', 'microphone', openMs + 1500, true);
  const again = turn.reprompt?.plays ?? [];
  if (laid.length === 0 && again.length === 0) return [microphone];
  const before: Instant = { label: 'at once', sounding: 'words', asked: false, afterMs: 500, pressedMs: 0 };
  const within = chosen(laid).map((one) => instant(`${one.slot.act?.key ?? one.slot.kind} +${Math.round((middle(one) - saidMs) / 1000)}s`, soundingOf(one.slot), middle(one)));
  if (turn.plays.every(({ kind }) => kind === 'quiet') && again.length === 0) return [...within, microphone];
  return [...(laid.length > 0 ? [before] : []), ...within, microphone, ...carried(turn, openMs, instant)];
}

/** What silence leads to: in its middle, and long after all has been said. */
function carried(turn: Turn, openMs: number, instant: (label: string, sounding: Sounding, pointMs: number) => Instant): Instant[] {
  const { reprompt } = turn;
  if (!reprompt) return [];
  const laid = layOut(reprompt.plays, openMs + LIMITS.microphoneMs + lengthOfActs(reprompt.says));
  const held = laid.filter(({ slot }) => slot.kind === 'hold' || slot.kind === 'count');
  const point = held[Math.floor(held.length / 2)];
  const endMs = laid.at(-1)?.toMs ?? openMs;
  return [
    ...(point ? [instant('carried on', 'carried', middle(point))] : []),
    instant('long after', 'over', endMs + 20 * MINUTE_MS),
  ];
}
