// A timed part that the device could not play: nothing of it was heard, so it waits for "ready" and is told of once.

import type { Act, Turn } from './act';
import type { Block, RoutinePlace, State } from './state';
import { moveTo } from './turn';

/** Puts the state back before a timed part that was not heard: it waits for "ready" and begins from its start. */
export function takeBackUnheard(state: State): State {
  const block = state.playing?.block;
  if (!block || block.part === 'quiet') return { ...state, playing: null };
  return { ...moveTo(state, { at: 'interrupted', unheard: true }), place: placeOf(block, state) };
}

/** The place at which a timed part begins. What was the rest of a hold or a stretch stays that rest. */
function placeOf(block: Block, { place }: State): RoutinePlace | null {
  switch (block.part) {
    case 'press':
      return {
        part: 'press',
        unit: 0,
        ...(block.lead === 'back' || block.lead === 'rest' ? { restSeconds: block.seconds } : {}),
      };
    case 'stretch': {
      const { restSeconds } = block;
      return { part: 'stretch', unit: block.from, ...(restSeconds === undefined ? {} : { restSeconds }) };
    }
    case 'find':
    case 'pin':
      return { part: block.part, unit: 0 };
    case 'quiet':
      return place;
  }
}

/** Whether a part was missed and the listener has not been told yet. */
export function hasMissedPart({ moment }: State): boolean {
  return moment.at === 'interrupted' && moment.unheard === true;
}

/** Whether a press or a search was missed: the listener may be on the tool, and has not been released. */
export function hasMissedPress(state: State): boolean {
  return hasMissedPart(state) && state.place?.part !== 'stretch';
}

/** Marks that the listener has been told of the missed part. */
export function markTold(state: State): State {
  return hasMissedPart(state) ? moveTo(state, { at: 'interrupted' }) : state;
}

/** Tells which part was missed, when the turn still waits for "ready". */
export function tellMissedPart({ place }: State, turn: Turn): Act[] {
  if (turn.state.moment.at !== 'interrupted') return [];
  return [{ key: 'resume.unheard', context: place?.part === 'stretch' ? 'stretch' : 'press' }];
}
