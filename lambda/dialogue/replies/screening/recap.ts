// Replies to the recap and to the questions read as a list; only "start" goes on.

import { firstOpenOf, lastQuestionOf } from '../../../domain/healthQuestions';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { offerPlaceOrChoose } from '../../moments/breaks/returning';
import { recap } from '../../moments/screening/recap';
import { askQuestion, beginScreening } from '../../moments/screening/screening';
import { ONE_WORD } from '../../prompts';
import type { MomentAt, State } from '../../state';
import { askOnceMore } from '../../tries';
import { answer, endSession, moveTo } from '../../turn';
import { effectsOfPassing } from '../../visiting';
import { rememberWish } from '../../wishes';

/** Passes the screening after "start", or asks the question that is still open. */
function passScreening(state: State, context: Context): Turn {
  const open = firstOpenOf(state.noes, state, state.doubted);
  if (open && context.screeningForm === 'ask') return askQuestion(state, context, open);
  const cleared: State = {
    ...state,
    cleared: true,
    suspended: false,
    guideOff: false,
    doubted: [],
    startedAtMs: context.nowMs,
  };
  const turn = offerPlaceOrChoose(cleared, context, [{ key: 'outcome.none' }]);
  return { ...turn, effects: [...turn.effects, ...effectsOfPassing(state, context)] };
}

/** How often "start" is asked for again before the session ends, and how often of one who plainly tries to start. */
const MOST_ASKED = 3;
const MOST_ASKED_TRYING = 5;

const isTrying = ({ type }: Event): boolean => type === 'saidStart' || type === 'triedToStart';

/** Asks for "start" again; from the second time on it says that the one word is all. Then the session ends. */
function insistOnStart(
  state: State,
  event: Event,
  moment: MomentAt<'recap' | 'reading'>,
  context: Context,
  says: Act[] = [],
): Turn {
  const { unrelated = 0, skip = 0 } = moment.tries;
  const again = says.length === 0 && unrelated + skip > 0;
  const onlyStart = again ? ONE_WORD : { key: 'recap.onlyStart' };
  const asks: Act = moment.at === 'recap' ? onlyStart : { key: 'reading.ask' };
  const giveUp = () => endSession(state, [{ key: 'screening.end' }]);
  const limit = isTrying(event) ? ({ kind: 'skip', most: MOST_ASKED_TRYING } as const) : { most: MOST_ASKED };
  return askOnceMore(state, moment, context, { says, asks }, giveUp, limit);
}

/** Replies to the recap; only "start" goes on. */
export function hearRecap(state: State, event: Event, context: Context, moment: MomentAt<'recap'>): Turn | null {
  switch (event.type) {
    case 'saidStart':
      return event.word ? passScreening(state, context) : insistOnStart(state, event, moment, context);
    case 'wentBack':
    case 'wantedPrevious':
      return askQuestion(state, context, lastQuestionOf(state));
    case 'askedToRepeat':
    case 'askedToExplain':
    case 'askedDetails':
      return recap(state, context);
    case 'saidNo':
    case 'saidNone':
    case 'wasNotSure':
    case 'unclear':
    case 'mixedAnswer':
    case 'saidSomewhat':
      return insistOnStart(state, event, moment, context, [{ key: 'recap.goBack' }]);
    case 'startedOver':
      return beginScreening(state, context, [], state);
    case 'askedHelp':
      return answer(moveTo(state, moment), context, {
        says: [{ key: 'help.recap' }],
        asks: { key: 'recap.onlyStart' },
      });
    case 'askedWhy':
      return answer(moveTo(state, moment), context, {
        says: [{ key: 'screening.why' }],
        asks: { key: 'recap.onlyStart' },
      });
    case 'chose':
    case 'askedForRoutine':
      return insistOnStart(rememberWish(state, event), event, moment, context, [{ key: 'screening.remember' }]);
    case 'spokeForAnother':
      return insistOnStart(state, event, moment, context, [{ key: 'screening.forAnother' }]);
    case 'citedDoctor':
    case 'saidYes':
    case 'triedToStart':
    case 'wasReady':
    case 'resumed':
    case 'wantedNext':
    case 'notUnderstood':
    case 'gaveNumber':
    case 'wantedStretches':
    case 'wantedMore':
      return insistOnStart(state, event, moment, context);
    default:
      return null;
  }
}

/** Replies to the list of questions, a form that collects no answers (docs/safety.md "The health questions"). */
export function hearReading(state: State, event: Event, context: Context, moment: MomentAt<'reading'>): Turn | null {
  switch (event.type) {
    case 'saidStart':
      return event.word ? passScreening(state, context) : insistOnStart(state, event, moment, context);
    case 'askedToRepeat':
    case 'startedOver':
    case 'wentBack':
    case 'wantedPrevious':
      return beginScreening(state, context);
    case 'askedToExplain':
    case 'askedDetails':
    case 'askedWhy':
    case 'askedHelp':
      return answer(moveTo(state, moment), context, { says: [{ key: 'screening.why' }], asks: { key: 'reading.ask' } });
    case 'chose':
    case 'askedForRoutine':
      return insistOnStart(rememberWish(state, event), event, moment, context, [{ key: 'screening.remember' }]);
    case 'saidYes':
    case 'saidSomewhat':
    case 'mixedAnswer':
    case 'wasNotSure':
      return endSession(
        { ...state, place: null, recheckOff: true },
        [{ key: 'outcome.C' }, { key: 'close.net' }],
        [{ type: 'forgetPlace' }],
      );
    case 'spokeForAnother':
      return insistOnStart(state, event, moment, context, [{ key: 'screening.forAnother' }]);
    case 'saidNo':
    case 'saidNone':
    case 'triedToStart':
    case 'wasReady':
    case 'resumed':
    case 'wantedNext':
    case 'notUnderstood':
    case 'gaveNumber':
    case 'unclear':
    case 'citedDoctor':
    case 'wantedStretches':
    case 'wantedMore':
      return insistOnStart(state, event, moment, context);
    default:
      return null;
  }
}
