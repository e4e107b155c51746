// Replies to a listener who comes back: to the offer of the place, the re-check of one question, and "start" after it.

import type { Effect, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { RECHECK_MS } from '../../keeping';
import { resumeRoutine } from '../../moments/breaks/interrupted';
import type { Welcome } from '../../moments/breaks/returning';
import { chooseNext } from '../../moments/routine/choosing';
import { findAgain } from '../../moments/routine/finding';
import { continueStretches } from '../../moments/routine/stretching';
import { beginScreening, openScreening } from '../../moments/screening/screening';
import { askAgain, askWhatIsNew } from '../../prompts';
import { mayPress } from '../../rules';
import type { Moment, MomentAt, State } from '../../state';
import { askOnceMore } from '../../tries';
import { answer, moveTo } from '../../turn';
import { rememberWish, wishFor } from '../../wishes';

/** Replies to the offer to go on at the kept place. */
export function hearWelcome(state: State, event: Event, context: Context, moment: Welcome): Turn | null {
  switch (event.type) {
    case 'saidYes':
    case 'resumed':
    case 'wasReady':
      return moment.screened
        ? resumeRoutine(state, context)
        : answer(moveTo(state, { at: 'rechecking', after: 'loss', tries: {} }), context, {
            asks: { key: 'recheck.loss' },
          });
    case 'saidNo':
    case 'saidNone':
    case 'startedOver':
      return declinePlace({ ...state, wishes: {} }, moment, context);
    case 'chose':
    case 'askedForRoutine':
      return declinePlace(rememberWish({ ...state, wishes: {} }, event), { ...moment }, context);
    case 'askedForExercise': {
      const wished = wishFor({ ...state, plan: null, place: null, wishes: {} }, event.exercise, context);
      const forgotten: Effect[] = [{ type: 'forgetPlace' }];
      return moment.screened
        ? chooseNext(wished, context, [])
        : { ...openScreening(wished, context, [], true), effects: forgotten };
    }
    default:
      return null;
  }
}

/** Leaves the kept place: chooses anew in a screened session, else begins the screening. */
function declinePlace(state: State, moment: Welcome, context: Context): Turn {
  const anew: State = { ...state, plan: null, place: null };
  return moment.screened
    ? chooseNext(anew, context, [])
    : {
        ...openScreening(anew, context, [], true),
        effects: [{ type: 'forgetPlace' }],
      };
}

/** Replies to the one question that stands for the eight: only a clear no goes on (docs/safety.md "Asking again"). */
export function hearRecheck(state: State, event: Event, context: Context, moment: Recheck): Turn | null {
  switch (event.type) {
    case 'saidNo':
    case 'saidNone':
      if (!stillHolds(state, context)) return askAllAfterLong(state, context);
      return moment.after !== 'loss'
        ? resumeAfterPause(state, moment.back, context)
        : answer(moveTo(state, { at: 'restarting', tries: {} }), context, {
            says: [{ key: 'recheck.thanks' }],
            asks: { key: 'recheck.start' },
          });
    case 'saidYes':
    case 'wasNotSure':
    case 'saidSomewhat':
    case 'mixedAnswer':
    case 'spokeForAnother':
      return askAll(moment.after === 'person' ? { ...state, asksWho: true, noes: [] } : state, context);
    case 'unclear':
    case 'notUnderstood':
    case 'wasReady':
    case 'resumed':
    case 'wantedNext':
    case 'triedToStart':
    case 'saidStart':
      return askOrGiveUp(state, moment, context);
    case 'chose':
    case 'askedForRoutine':
    case 'askedForExercise':
    case 'swappedTool':
    case 'lacksTool':
    case 'namedUnfit':
    case 'remarked':
    case 'citedDoctor':
    case 'gaveNumber':
      // No answer to who is here: "only my wife".
      return moment.after === 'pause' ? null : askOrGiveUp(state, moment, context);
    default:
      return null;
  }
}

/** Goes back to the question that was open before the pause, or to the place in the routine. */
function resumeAfterPause(paused: State, back: Moment, context: Context): Turn {
  const state: State = { ...paused, cleared: paused.cleared || paused.suspended, suspended: false };
  if (back.at === 'interrupted' || back.at === 'finding') return goOnAtPlace(state, context);
  return askAgain(moveTo(state, back), context);
}

/** Goes on at the place: "ready" has been said once already, and only a press waits for it again. */
function goOnAtPlace(state: State, context: Context): Turn {
  if (state.place?.part === 'stretch')
    return continueStretches(state, context, [{ key: 'resume.place', context: 'stretch' }]);
  if (state.place?.part === 'find' && mayPress(state, context)) return findAgain(state, context);
  return resumeRoutine(state, context);
}

/** Asks once more, then asks all questions. After a lost session it may be another person, so all are asked at once. */
function askOrGiveUp(state: State, moment: Recheck, context: Context): Turn {
  const parts = { says: [{ key: 'screening.need' }], asks: askWhatIsNew(moment.after) };
  return askOnceMore(state, moment, context, parts, () => askAll(state, context), {
    most: moment.after === 'pause' ? 1 : 0,
  });
}

/** Whether the answers still hold: for thirty minutes from "start", breaks included. */
function stillHolds({ startedAtMs }: State, { nowMs }: Context): boolean {
  return startedAtMs !== null && nowMs < startedAtMs + RECHECK_MS;
}

/** Replies after a passed re-check; only "start" goes on. */
export function hearRestart(state: State, event: Event, context: Context): Turn | null {
  switch (event.type) {
    case 'saidStart':
      if (!event.word) return answer(state, context, { asks: { key: 'recheck.start' } });
      return stillHolds(state, context)
        ? resumeRoutine({ ...state, cleared: true }, context)
        : askAllAfterLong(state, context);
    // As at the recap: the listener was understood, and the word is still missing.
    case 'saidYes':
    case 'triedToStart':
    case 'wasReady':
    case 'resumed':
    case 'wantedNext':
      return answer(state, context, { asks: { key: 'recheck.start' } });
    case 'wentBack':
    case 'wantedPrevious':
      return answer(moveTo(state, { at: 'rechecking', after: 'loss', tries: {} }), context, {
        asks: { key: 'recheck.loss' },
      });
    default:
      return null;
  }
}

/** Says why, then asks all questions. */
function askAll(state: State, context: Context): Turn {
  return beginScreening({ ...state, recheckOff: true }, context, [{ key: 'recheck.fullSet' }]);
}

/** Asks all questions because the answers are too old; nothing has been told that speaks against a later return visit. */
const askAllAfterLong = (state: State, context: Context): Turn =>
  beginScreening(state, context, [{ key: 'recheck.tooLong' }]);

type Recheck = MomentAt<'rechecking'>;
