// Replies to "Has it gone?" after the quiet minute, and to "Does it run down an arm or a leg?".

import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { waitForReady } from '../../moments/breaks/interrupted';
import { recheck } from '../../moments/breaks/pausing';
import { chooseNext } from '../../moments/routine/choosing';
import { closeGently, sayFarewell } from '../../moments/routine/closing';
import { screenFirst, warn } from '../../moments/screening/outcome';
import { askQuestion, beginScreening, openingFor } from '../../moments/screening/screening';
import { planAnew } from '../../replanning';
import type { MomentAt, State } from '../../state';
import { askOnceMore } from '../../tries';
import { answer, moveTo } from '../../turn';

/**
 * Goes on after a symptom has gone: numbness ends the session, a sharp spot leaves the stretches, dizziness those on a
 * chair.
 */
function goOnEased(state: State, moment: Easing, context: Context): Turn {
  const says: Act[] = [{ key: `easing.gone.${moment.row}` }];
  const reads = context.screeningForm === 'read';
  const opened = openingFor(state, context);
  // The report opened the session, so nothing has been said or asked yet.
  if (opened.says.length > 0)
    return beginScreening(opened.state, context, [{ key: 'easing.gone.ask' }, ...opened.says]);
  if (moment.question && !reads) return askQuestion(state, context, moment.question, [{ key: 'easing.gone.ask' }]);
  if (!state.cleared && !state.suspended) return screenFirst(state, context, [{ key: 'easing.gone.ask' }]);
  if (moment.row === 'numb') return closeGently(state);
  if (state.suspended) return recheck(state, context, { at: 'interrupted' }, says);
  if (!state.plan) return chooseNext({ ...state, wishes: { ...state.wishes, tool: 'none' } }, context, says);
  if (state.place?.part === 'close') return sayFarewell(state, null, context);
  const seated: State = { ...state, wishes: { ...state.wishes, place: 'chair' } };
  return waitForReady(moment.row === 'dizzy' ? planAnew(seated, context) : state, context, says);
}

type Easing = MomentAt<'easing'>;
/** Says the same-day line when a symptom has not gone, or may not have. */
function warnNotGone(state: State, moment: Easing, context: Context): Turn {
  const question = moment.row === 'sharp' ? 'q6' : moment.row === 'numb' ? 'q3' : 'q1';
  return warn(state, context, { outcome: 'D', question });
}

/** Replies to "Has it gone?"; only a clear yes goes on. */
export function hearEasing(state: State, event: Event, context: Context, moment: Easing): Turn | null {
  const ask: Act = { key: `easing.ask.${moment.row}` };
  const rested = moveTo(state, { ...moment, resting: false });
  switch (event.type) {
    case 'saidYes':
    case 'itEased':
      // The minute is not over, so the question has not been heard yet.
      return moment.resting ? answer(rested, context, { asks: ask }) : goOnEased(state, moment, context);
    case 'saidNo':
    case 'saidNone':
    case 'wasNotSure':
    case 'saidSomewhat':
    case 'mixedAnswer':
    case 'saidTooMuch':
    case 'itStays':
      return warnNotGone(state, moment, context);
    case 'wentBack':
    case 'askedToRepeat':
    case 'askedToExplain':
    case 'askedHelp':
      return answer(rested, context, { asks: ask });
    default:
      if (moment.resting) return answer(rested, context, { asks: ask });
      return askOnceMore(state, moment, context, { says: [{ key: 'screening.need' }], asks: ask }, () =>
        warnNotGone(state, moment, context),
      );
  }
}

/** The routine at the stretch it had come to, or at the first one: nothing presses any more. */
function atStretches(state: State): State {
  if (!state.plan) return state;
  return { ...state, place: { part: 'stretch', unit: state.place?.part === 'stretch' ? state.place.unit : 0 } };
}

/** Replies to "Does it run down an arm or a leg?": only a clear no goes on, without pressing. */
export function hearLocating(state: State, event: Event, context: Context, moment: MomentAt<'locating'>): Turn {
  const says: Act[] = [{ key: 'sharp.noPress' }];
  switch (event.type) {
    case 'saidNo':
    case 'saidNone':
      if (state.suspended) return recheck(atStretches(state), context, { at: 'interrupted' }, says);
      if (!state.cleared) return screenFirst(state, context, says);
      if (!state.plan) return chooseNext({ ...state, wishes: { ...state.wishes, tool: 'none' } }, context, says);
      return waitForReady(atStretches(state), context, says);
    case 'askedToRepeat':
    case 'askedToExplain':
    case 'askedHelp':
    case 'askedWhy':
    case 'paused':
    case 'resumed':
    case 'askedTimeLeft':
    case 'askedForExercise':
      return answer(state, context, { asks: { key: 'sharp.where' } });
    case 'notUnderstood':
    case 'unclear':
      return askOnceMore(state, moment, context, { asks: { key: 'sharp.where' } }, () =>
        warn(state, context, { outcome: 'D', question: 'q3' }),
      );
    default:
      return warn(state, context, { outcome: 'D', question: 'q3' });
  }
}
