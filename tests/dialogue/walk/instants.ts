// The instants, in what was last said and played, at which the walk lets the next event happen.

import type { Turn } from '../../../lambda/dialogue/act';
import { isHeld, type Laid, layOut, middle, pressedBy, REACTION_MS, type Sounding, soundingOf } from './laid';
import { LIMITS, lengthOfActs, MINUTE_MS } from './world';

export interface Instant {
  label: string;
  sounding: Sounding;
  /** The prompt has been heard and nothing else since, so that an answer belongs to it. */
  asked: boolean;
  /** Stands beside another of its kind: one event of each kind is said there, not all of its variety. */
  beside: boolean;
  /** When Alexa tells of it, counted from the sending of the answer before. */
  afterMs: number;
  /** Milliseconds something had pressed when the release could be heard at the earliest. */
  pressedMs: number;
}

/** A turn on the clock: its words, its timed part, the microphone, and what silence leads to. */
interface Clock {
  saidMs: number;
  laid: Laid[];
  openMs: number;
}

/** Before anything was said. */
export const OPENING: Instant = {
  label: 'opening',
  sounding: 'microphone',
  asked: true,
  beside: false,
  afterMs: 0,
  pressedMs: 0,
};

function clockOf(turn: Turn): Clock {
  const saidMs = lengthOfActs(turn.says);
  const laid = layOut(turn.plays, saidMs);
  const endMs = laid.at(-1)?.toMs ?? saidMs;
  return { saidMs, laid, openMs: endMs + lengthOfActs(turn.asks ? [turn.asks] : []) };
}

/** The points of time in a turn; a turn without a timed part has one, after its prompt. */
export function instantsOf(turn: Turn): Instant[] {
  const clock = clockOf(turn);
  const { laid } = clock;
  return [...atOnce(laid), ...within(clock), atMicrophone(clock), ...afterSilence(turn, clock)];
}

/** After everything was heard, the microphone open. */
export const microphoneOf = (turn: Turn): Instant => atMicrophone(clockOf(turn));

const atMicrophone = (clock: Clock): Instant => ({
  ...instant(clock, clock.openMs + 1500, 'microphone', 'microphone'),
  asked: true,
});

function instant({ laid }: Clock, pointMs: number, label: string, sounding: Sounding, beside = false): Instant {
  const afterMs = Math.round(pointMs) + REACTION_MS;
  return { label, sounding, asked: false, beside, afterMs, pressedMs: pressedBy(laid, pointMs) };
}

/** Before anything can have been heard. */
function atOnce(laid: readonly Laid[]): Instant[] {
  if (!laid.some(isHeld)) return [];
  return [{ ...OPENING, label: 'at once', sounding: 'words', asked: false, beside: true, afterMs: 500 }];
}

/** The middle of a row of holds; beside it their last, of a press the first too, and one point of every other kind. */
function within(clock: Clock): Instant[] {
  const { laid } = clock;
  const held = laid.filter(isHeld);
  const firstOf = (sounding: Sounding): Laid[] => laid.filter(({ slot }) => soundingOf(slot) === sounding).slice(0, 1);
  const main = held.slice(Math.floor(held.length / 2)).slice(0, 1);
  const first = held[0]?.slot.pressing ? held.slice(0, 1) : [];
  const others = [...firstOf('search'), ...first, ...held.slice(-1), ...firstOf('release'), ...firstOf('quiet')];
  const point = (one: Laid, beside: boolean): Instant => {
    const second = Math.round((middle(one) - clock.saidMs) / 1000);
    return instant(clock, middle(one), `${one.slot.act?.key} +${second}s`, soundingOf(one.slot), beside);
  };
  return [
    ...main.map((one) => point(one, false)),
    ...others.filter((one) => !main.includes(one)).map((one) => point(one, true)),
  ];
}

/** Longer than the answers hold. */
export const HALF_HOUR_MS = 31 * MINUTE_MS;

/** What silence leads to: in its middle, and long after all has been said. */
function afterSilence({ plays, reprompt }: Turn, clock: Clock): Instant[] {
  if (!reprompt || (reprompt.plays.length === 0 && !clock.laid.some(isHeld))) return [];
  const laid = layOut(reprompt.plays, clock.openMs + LIMITS.microphoneMs + lengthOfActs(reprompt.says));
  const held = laid.filter(isHeld);
  const point = held[Math.floor(held.length / 2)];
  const overMs = (laid.at(-1)?.toMs ?? clock.openMs) + 20 * MINUTE_MS;
  return [
    ...(point ? [instant(clock, middle(point), 'carried on', 'carried', true)] : []),
    ...(plays.length > 0 ? [instant(clock, overMs, 'long after', 'over', true)] : []),
    ...(clock.laid.some(isHeld) ? [instant(clock, HALF_HOUR_MS, 'half an hour after', 'over', true)] : []),
  ];
}
