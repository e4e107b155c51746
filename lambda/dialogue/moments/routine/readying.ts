// The plan stands: what is said before the first touch?

import type { Tool } from '../../../domain/exercise';
import { painVerdict } from '../../../domain/pain';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { withoutPressing } from '../../planning';
import { askAgain, promptOf } from '../../prompts';
import { type Moment, type State, tried } from '../../state';
import { answer, at } from '../../turn';
import { resumeRoutine } from '../breaks/interrupted';
import { findAgain } from './finding';
import { beginStretches } from './stretching';

type Readying = Extract<Moment, { at: 'readying' }>;

/** Q9 is clear: warmth is mentioned, and how sore it is now is asked, to compare at the end. */
export function afterSkin(state: State, context: Context): Turn {
  // Somebody who came back in the middle of pressing goes on there.
  if (state.place !== null && state.place.part !== 'find' && state.spots.length > 0)
    return resumeRoutine(state, context);
  const says: Act[] = [{ key: 'ready.skinFine' }, { key: 'prepare.warm' }];
  return answer(at(state, { at: 'readying', asks: 'soreness', tries: {} }), context, {
    says,
    asks: { key: 'ready.soreness' },
  });
}

/** Stretches alone, or what is left of a routine that may not press: ready, then begin. */
export function readyForStretches(state: State, context: Context, says: Act[]): Turn {
  const place = state.place?.part === 'stretch' ? state.place : { part: 'stretch' as const, unit: 0 };
  const plan = state.plan ? withoutPressing(state.plan) : null;
  return getReady({ ...state, plan, place }, context, says);
}

/** Where each tool is used. */
const STANDING: Record<Tool, 'wall' | 'floor' | 'chair'> = {
  ball: 'wall',
  roller: 'floor',
  hook: 'chair',
  hands: 'chair',
  partner: 'floor',
  none: 'chair',
};

/** What is needed and where to stand, then a quiet wait for "ready". */
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
  const next = at(
    { ...state, heard: [...new Set([...state.heard, 'teach.stop'])] },
    { at: 'readying', asks: 'ready', tries: {} },
  );
  return answer(next, context, { ...promptOf(next, context), says: spoken });
}

/** Off to the wall, or straight into the stretches. */
export function begin(state: State, context: Context): Turn {
  return state.plan?.choice.tool === 'none' || state.pressOff
    ? beginStretches(state, context, [])
    : findAgain(state, context);
}

function sorenessGiven(state: State, moment: Readying, level: number, context: Context): Turn {
  const verdict = painVerdict(level);
  if (verdict === 'again') {
    const again = at(state, { ...moment, tries: tried(moment.tries, 'unrelated') });
    return answer(again, context, { says: [{ key: 'check.scale' }], asks: { key: 'ready.soreness' } });
  }
  const known: State = { ...state, soreBefore: Math.max(1, Math.round(level)) };
  if (verdict !== 'off') return getReady(known, context, []);
  return readyForStretches({ ...known, pressOff: true }, context, [{ key: 'ready.strong' }]);
}

export function hearReadying(state: State, moment: Readying, event: Event, context: Context): Turn | null {
  const soreness = moment.asks === 'soreness';
  switch (event.type) {
    case 'gaveNumber':
      return soreness ? sorenessGiven(state, moment, event.number, context) : null;
    case 'wasReady':
    case 'resumed':
    case 'saidStart':
      return begin(state, context);
    case 'saidYes':
    case 'triedToStart':
      return soreness ? null : begin(state, context);
    case 'saidNo':
    case 'saidNone':
    case 'wasNotSure':
    case 'wantedNext':
      return soreness ? getReady(state, context, []) : null;
    case 'itStays':
      return soreness ? null : askAgain(state, context);
    case 'wantedStretches':
      return beginStretches(state, context, []);
    case 'notUnderstood':
      if (soreness && (moment.tries.unrelated ?? 0) > 0) return getReady(state, context, []);
      return soreness
        ? answer(at(state, { ...moment, tries: tried(moment.tries, 'unrelated') }), context, {
            says: [{ key: 'missed' }],
            asks: { key: 'ready.soreness' },
          })
        : null;
    default:
      return null;
  }
}
