// Where we were and what happened: where are we now, and what do we convey?

import type { Act, Turn } from './act';
import { hearAnytime, stop } from './anytime';
import type { Context } from './context';
import type { Event } from './event';
import { keptPlaceOf } from './keeping';
import { meantHere } from './meaning';
import { whereHeard } from './moments/alerts/leaving';
import { permitted } from './moments/alerts/permitted';
import { hearReminding } from './moments/alerts/reminding';
import { hearWarmingUp } from './moments/alerts/warmingUp';
import { hearEasing, hearLocating } from './moments/breaks/easing';
import { hearInterrupted } from './moments/breaks/interrupted';
import { hearPausing } from './moments/breaks/pausing';
import { hearRecheck, hearRestart, hearWelcome, stillPressing } from './moments/breaks/returning';
import { hearForgetting } from './moments/memory/forgetting';
import { hearQuestion, speaksOfAnswer } from './moments/questions/answering';
import { doubt, hearDoubt, hearGuideOffer } from './moments/questions/asking';
import { hearChecking, hearFeeling, hearOffer } from './moments/routine/checking';
import { hearChoosing } from './moments/routine/choosing';
import { hearClosing } from './moments/routine/closing';
import { hearFinding } from './moments/routine/finding';
import { hearPressing } from './moments/routine/pressing';
import { hearReadying } from './moments/routine/readying';
import { hearBetween, hearStretching } from './moments/routine/stretching';
import { hearReading, hearRecap } from './moments/screening/recap';
import { hearScreening } from './moments/screening/screening';
import { hearTipsOffer, hearWarned } from './moments/screening/warned';
import { opening } from './opening';
import { settle } from './position';
import { reportSymptom } from './safety';
import { type MomentName, newState, type State } from './state';
import { ends, lengthOfSays, releaseAct, silent } from './turn';

/**
 * One turn of the conversation, pure: the same state, event and context always give the same turn. `state` is null when
 * a session begins. Answers every event in every state, and opens no press that the screening and "start" have not.
 */
export function converse(state: State | null, event: Event, context: Context): Turn {
  if (event.type === 'audioFailed') return audioFailed(state ?? newState(context.contentVersion, context.settings));
  if (state === null || state.moment.at === 'finished')
    return releasing(opening(event, context), stillPressing(context), context);
  const settled = settle(state, context);
  const { touching } = settled;
  const here = whereHeard(settled.state, event);
  if (here === null) return opening(event, context);
  if (event.type === 'sessionLost') return silent(here, isBegun(here) ? [{ type: 'savePlace' }] : []);
  const turn =
    event.type === 'launched' || event.type === 'warmedUp'
      ? opening(event, { ...context, kept: isBegun(here) ? keptPlaceOf(here, false, context.nowMs) : context.kept })
      : react(withAnswer(here, event), meantHere(here, event), context, touching);
  return touching || leavesSearch(here, turn) ? releaseFirst(turn, here, context) : turn;
}

/** Moments that a session of questions alone may be in. */
const ASKS_BESIDE: readonly MomentName[] = ['offeringGuide', 'doubting', 'forgetting', 'reminding', 'warmingUp'];

/** A session of questions alone has no place, and must not wipe one that was kept before it. */
function isBegun({ moment, plan }: State): boolean {
  return plan !== null || !ASKS_BESIDE.includes(moment.at);
}

/** What speaks of something else than the last answer leaves it behind. */
function withAnswer(state: State, event: Event): State {
  // "Want me to guide you?": yes means what was answered.
  const kept = state.moment.at === 'offeringGuide' || speaksOfAnswer(event);
  return state.answered && !kept ? { ...state, answered: null } : state;
}

/** Looking for the spot is over without a press: whoever leans on a ball is told to let go. */
function leavesSearch(before: State, turn: Turn): boolean {
  const { at } = turn.state.moment;
  return before.moment.at === 'finding' && at !== 'finding' && at !== 'pressing' && at !== 'finished';
}

/** Danger outranks place: a symptom is decided before the moment is asked. */
function react(state: State, event: Event, context: Context, touching: boolean): Turn {
  switch (event.type) {
    case 'reportedSymptom':
      return reportSymptom(state, event.rows, context, touching, event.question);
    case 'isUnderage':
      return ends({ ...state, place: null, guideOff: true }, [{ key: 'underage' }], [{ type: 'forgetPlace' }]);
    case 'stopped':
      return stop(state);
    case 'askedAboutSymptom':
      return doubt(state, event, context);
    case 'permissionAnswered':
      return permitted(state, event, context);
    default:
      return hearQuestion(state, event, context) ?? hear(state, event, context) ?? hearAnytime(state, event, context);
  }
}

function hear(state: State, event: Event, context: Context): Turn | null {
  const { moment } = state;
  switch (moment.at) {
    case 'screening':
      return hearScreening(state, moment, event, context);
    case 'reading':
      return hearReading(state, moment, event, context);
    case 'recap':
      return hearRecap(state, moment, event, context);
    case 'warned':
      return hearWarned(state, moment, event, context);
    case 'offeringGuide':
      return hearGuideOffer(state, moment, event, context);
    case 'doubting':
      return hearDoubt(state, moment, event, context);
    case 'offeringTips':
      return hearTipsOffer(state, event, context);
    case 'welcomingBack':
      return hearWelcome(state, moment, event, context);
    case 'rechecking':
      return hearRecheck(state, moment, event, context);
    case 'restarting':
      return hearRestart(state, event, context);
    case 'choosing':
      return hearChoosing(state, moment, event, context);
    case 'readying':
      return hearReadying(state, moment, event, context);
    case 'finding':
      return hearFinding(state, moment, event, context);
    case 'pressing':
      return hearPressing(state, event, context);
    case 'checking':
      return hearChecking(state, moment, event, context);
    case 'feeling':
      return hearFeeling(state, moment, event, context);
    case 'offering':
      return hearOffer(state, moment, event, context);
    case 'stretching':
      return hearStretching(state, event, context);
    case 'between':
      return hearBetween(state, event, context);
    case 'interrupted':
      return hearInterrupted(state, event, context);
    case 'easing':
      return hearEasing(state, moment, event, context);
    case 'locating':
      return hearLocating(state, moment, event, context);
    case 'forgetting':
      return hearForgetting(state, moment, event, context);
    case 'reminding':
      return hearReminding(state, moment, event, context);
    case 'warmingUp':
      return hearWarmingUp(state, moment, event, context);
    case 'pausing':
    case 'keepingPlace':
      return hearPausing(state, moment, event, context);
    case 'closing':
      return hearClosing(state, moment, event, context);
    case 'finished':
      return null;
  }
}

/** A device that cannot play the timed document gets plain speech from now on; nothing is said about it. */
function audioFailed(state: State): Turn {
  return silent({ ...state, settings: { ...state.settings, audio: 'ssml' } }, [{ type: 'rememberBrokenAudio' }]);
}

const RELEASING = /^(release\.|outcome\.away)/;

/** Whatever interrupts a press is answered with the release first (DESIGN section 6). */
function releaseFirst(turn: Turn, before: State, context: Context): Turn {
  return releasing(turn, [releaseAct(before)], context);
}

/** The same answer, opened by the release where there is one to say and it is not said already. */
function releasing(turn: Turn, release: readonly Act[], context: Context): Turn {
  if (turn.silent || release.length === 0 || RELEASING.test(turn.says[0]?.key ?? '')) return turn;
  const { playing } = turn.state;
  const later = playing ? { ...playing, saidMs: playing.saidMs + lengthOfSays(release, context) } : null;
  return { ...turn, says: [...release, ...turn.says], state: { ...turn.state, playing: later } };
}
