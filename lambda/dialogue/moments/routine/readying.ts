// Says what is needed before anything touches the back, and waits for "ready".

import type { Tool } from '../../../domain/exercise';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import { withoutPressing } from '../../planning';
import { promptOf } from '../../prompts';
import type { State } from '../../state';
import { answer, moveTo } from '../../turn';
import { findAgain } from './finding';
import { beginStretches } from './stretching';

/** Waits for "ready" before the stretches, when there is nothing to press or nothing may press. */
export function getReadyToStretch(state: State, context: Context, says: Act[]): Turn {
  const place = state.place?.part === 'stretch' ? state.place : { part: 'stretch' as const, unit: 0 };
  const plan = state.plan ? withoutPressing(state.plan) : null;
  return getReady({ ...state, plan, place }, context, says);
}

/** Where the listener uses each tool. */
const STANDING: Record<Tool, 'wall' | 'floor' | 'chair'> = {
  ball: 'wall',
  roller: 'floor',
  hook: 'chair',
  hands: 'chair',
  partner: 'floor',
  none: 'chair',
};

/** Says what is needed and where to stand, then waits quietly for "ready". */
export function getReady(state: State, context: Context, says: Act[]): Turn {
  const tool = state.plan?.choice.tool ?? 'none';
  const taught = state.heard.includes('teach.stop');
  const spoken: Act[] = [
    ...says,
    ...(taught ? [] : [{ key: 'prepare.quiet' }]),
    ...(tool === 'none' ? [] : [{ key: `prepare.${tool}` }]),
    { key: `prepare.${STANDING[tool]}` },
    ...(taught ? [] : [{ key: 'teach.stop' }]),
  ];
  const next = moveTo(
    { ...state, heard: [...new Set([...state.heard, 'teach.stop'])] },
    { at: 'readying', asks: 'ready', tries: {} },
  );
  return answer(next, context, { ...promptOf(next, context), says: spoken });
}

/** Begins with the search for the spot, or with the stretches when nothing presses. */
export function begin(state: State, context: Context): Turn {
  return state.plan?.choice.tool === 'none' || state.pressOff
    ? beginStretches(state, context, [])
    : findAgain(state, context);
}
