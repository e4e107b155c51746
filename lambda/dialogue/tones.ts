// Decides where tones may sound, and learns whether a device plays them.

import { lengthOfTimeline, type Slot } from '../domain/timeline';
import { type Tones, tonesIn, withTones } from '../domain/tones';
import type { Turn } from './act';
import { layOut } from './blocks';
import type { Context } from './context';
import type { Event } from './event';
import { mayHaveTones } from './sounding';
import type { Block, State } from './state';

/** A block as it is sent, and its slots. */
export interface Sent<B extends Block> {
  block: B;
  slots: Slot[];
}

/** Lays out a block with the tones that may sound in it: as many as `room` sounds allow, the starts first. */
export function layOutToned<B extends Block>(block: B, state: State, context: Context, room: number): Sent<B> {
  const { tones: _, ...rest } = block as B & { tones?: unknown };
  const plain = rest as unknown as B;
  const slots = layOut(plain, state, context);
  if (!mayHaveTones(plain.part, state.settings)) return { block: plain, slots };
  for (const tones of tonesFor(plain)) {
    const toned = withTones(slots, tones);
    const count = tonesIn(toned);
    if (count > 0 && count <= room) return { block: { ...plain, tones }, slots: toned };
  }
  return { block: plain, slots };
}

/** The rest of a hold that was never let go of does not start: a tone before it would lengthen the press by a second. */
function tonesFor(block: Block): readonly Tones[] {
  return block.part === 'press' && block.lead === 'rest' ? ['releases'] : ['both', 'starts'];
}

/** The sounds left for the reprompt of an answer with `slots`; none while the device is being tried. */
export function soundsLeft(slots: readonly Slot[], { settings }: State, { limits }: Context): number {
  return settings.tones === 'all' ? limits.sounds - tonesIn(slots) : 0;
}

/** Events that no listener has said in the session: they show nothing of what was heard. */
const UNSAID = new Set<Event['type']>(['sessionLost', 'audioFailed', 'launched', 'warmedUp', 'permissionAnswered']);

/**
 * Whether the words of a listener show that a tone was played: they came so long after it that, had nothing been
 * played, the microphone would have opened and closed again before.
 */
function wasPlayed(state: State, event: Event, context: Context): boolean {
  const { playing, settings } = state;
  const block = playing?.block;
  if (settings.tones !== 'trial' || !block || !('tones' in block) || UNSAID.has(event.type)) return false;
  const { startLatencyMs, utteranceMs, microphoneMs } = context.limits;
  const slots = layOut(block, state, context);
  const first = slots.findIndex(({ kind }) => kind === 'tone');
  const toneMs = lengthOfTimeline(slots.slice(0, first + 1), context.lengthOf);
  const intoMs = context.nowMs - playing.sentAtMs - startLatencyMs - utteranceMs - playing.saidMs;
  return first >= 0 && intoMs > toneMs + microphoneMs;
}

/** The state with what the store has heard of this device meanwhile: a failure outlives the session it came in. */
export function withKnownTones(state: State | null, { settings }: Context): State | null {
  if (!state || settings.tones !== 'none' || state.settings.tones === 'none') return state;
  return { ...state, settings: { ...state.settings, tones: 'none' } };
}

/** Notes in a turn that the tone of the turn before was played: from now on holds have theirs. */
export function noteTones(turn: Turn, before: State | null, event: Event, context: Context): Turn {
  if (!before || !wasPlayed(before, event, context)) return turn;
  const settings = { ...turn.state.settings, tones: 'all' as const };
  return { ...turn, state: { ...turn.state, settings }, effects: [...turn.effects, { type: 'rememberTones' }] };
}
