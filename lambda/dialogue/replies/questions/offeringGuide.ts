// Replies to "Want me to guide you?" in a session that has only asked questions.

import type { Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { welcome } from '../../moments/breaks/returning';
import { answeredTopicOf, answerTo, leadBack } from '../../moments/questions/answering';
import { OF_NO_PLAN } from '../../moments/questions/offeringGuide';
import { askAgain } from '../../prompts';
import type { MomentAt, State } from '../../state';
import { tryAgain } from '../../tries';
import { endSession, moveTo } from '../../turn';
import { rememberWish, wishFor } from '../../wishes';

/** Welcomes the listener after a yes. After an answer about an exercise the routine begins with that exercise. */
function welcomeTo(state: State, context: Context): Turn {
  const [, exercise] = /^exercise\.(.+)\.\w+$/.exec(answeredTopicOf(state) ?? '') ?? [];
  const asked: State = { ...state, answered: null };
  return exercise ? welcome(wishFor(asked, exercise, context), { ...context, kept: null }) : welcome(asked, context);
}

/** Replies to "Want me to guide you?": a yes leads to the health questions, a no ends the session. */
export function hearGuideOffer(
  state: State,
  event: Event,
  context: Context,
  moment: MomentAt<'offeringGuide'>,
): Turn | null {
  switch (event.type) {
    case 'saidYes':
    case 'saidSomewhat':
    case 'saidStart':
    case 'triedToStart':
    case 'wasReady':
    case 'resumed':
    case 'startedOver':
    case 'wantedStretches':
      return welcomeTo(state, context);
    case 'chose':
    case 'askedForRoutine':
      return welcome(rememberWish(state, event), { ...context, kept: null });
    case 'askedForExercise':
      return welcome(wishFor(state, event.exercise, context), { ...context, kept: null });
    case 'askedPlan':
      return leadBack(answerTo(state, OF_NO_PLAN, context), context);
    case 'saidNo':
    case 'saidNone':
    case 'wantedNext':
      return endSession(state, [{ key: 'guide.declined' }]);
    case 'notUnderstood':
    case 'unclear':
    case 'wasNotSure':
    case 'gaveNumber':
      return tryAgain(
        moment,
        (counted) =>
          askAgain(moveTo(state, counted), context, [
            { key: 'missed', values: { variant: moment.tries.unrelated ?? 0 } },
          ]),
        () => endSession(state, [{ key: 'guide.declined' }]),
        { most: 2 },
      );
    default:
      return null;
  }
}
