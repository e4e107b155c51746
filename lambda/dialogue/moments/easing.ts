// A symptom's quiet minute is over: has it gone?

import type { Act, Turn } from '../act';
import type { Context } from '../context';
import type { Event } from '../event';
import { replanned } from '../replanning';
import { warn } from '../safety';
import { type Moment, type State, tried } from '../state';
import { answer, at } from '../turn';
import { chooseNext } from './choosing';
import { closeGently, farewell } from './closing';
import { waitForReady } from './interrupted';
import { askQuestion } from './screening';

type Easing = Extract<Moment, { at: 'easing' }>;

/** Gone: numbness ends the session gently, a sharp spot leaves the stretches, dizziness those on a chair. */
function gone(state: State, moment: Easing, context: Context): Turn {
  if (moment.question) return askQuestion(state, context, moment.question, [{ key: 'easing.gone.ask' }]);
  if (moment.row === 'numb') return closeGently(state);
  if (!state.plan)
    return chooseNext({ ...state, wishes: { ...state.wishes, tool: 'none' } }, context, [
      { key: `easing.gone.${moment.row}` },
    ]);
  if (state.place?.part === 'close') return farewell(state, null);
  const seated =
    moment.row === 'dizzy' ? replanned({ ...state, wishes: { ...state.wishes, place: 'chair' } }, context) : state;
  return waitForReady(seated, context, [{ key: `easing.gone.${moment.row}` }]);
}

/** Not gone, or not sure: the same-day line. */
function notGone(state: State, moment: Easing, context: Context): Turn {
  const question = moment.row === 'sharp' ? 'q6' : moment.row === 'numb' ? 'q3' : 'q1';
  return warn(state, context, { outcome: 'D', question });
}

export function hearEasing(state: State, moment: Easing, event: Event, context: Context): Turn | null {
  switch (event.type) {
    case 'saidYes':
      return gone(state, moment, context);
    case 'saidNo':
    case 'saidNone':
    case 'wasNotSure':
    case 'saidSomewhat':
    case 'mixedAnswer':
    case 'saidTooMuch':
      return notGone(state, moment, context);
    case 'wentBack':
    case 'askedToRepeat':
    case 'askedToExplain':
    case 'askedHelp':
      return answer(state, context, { asks: { key: `easing.ask.${moment.row}` } });
    default:
      if ((moment.tries.unrelated ?? 0) > 0) return notGone(state, moment, context);
      return answer(at(state, { ...moment, tries: tried(moment.tries, 'unrelated') }), context, {
        says: [{ key: 'screening.need' }],
        asks: { key: `easing.ask.${moment.row}` },
      });
  }
}

/** "Does it run down an arm or a leg?": only a clear no goes on, without pressing. */
export function hearLocating(
  state: State,
  moment: Extract<Moment, { at: 'locating' }>,
  event: Event,
  context: Context,
): Turn {
  const says: Act[] = [{ key: 'sharp.noPress' }];
  switch (event.type) {
    case 'saidNo':
    case 'saidNone':
      if (!state.cleared) return askQuestion(state, context, 'q1', []);
      if (!state.plan) return chooseNext({ ...state, wishes: { ...state.wishes, tool: 'none' } }, context, says);
      return waitForReady(
        { ...state, place: { part: 'stretch', unit: state.place?.part === 'stretch' ? state.place.unit : 0 } },
        context,
        says,
      );
    case 'notUnderstood':
    case 'unclear':
    case 'askedToRepeat':
    case 'askedToExplain':
      if ((moment.tries.unrelated ?? 0) > 0) return warn(state, context, { outcome: 'D', question: 'q3' });
      return answer(at(state, { ...moment, tries: tried(moment.tries, 'unrelated') }), context, {
        asks: { key: 'sharp.where' },
      });
    default:
      return warn(state, context, { outcome: 'D', question: 'q3' });
  }
}
