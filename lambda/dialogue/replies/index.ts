// The map of each moment to its reply; a moment without one does not compile.

import type { Turn } from '../act';
import type { Context } from '../context';
import type { Event } from '../event';
import type { MomentAt, MomentName, State } from '../state';
import { hearReminding } from './alerts/reminding';
import { hearWarmingUp } from './alerts/warmingUp';
import { hearEasing, hearLocating } from './breaks/easing';
import { hearInterrupted } from './breaks/interrupted';
import { hearPausing } from './breaks/pausing';
import { hearRecheck, hearRestart, hearWelcome } from './breaks/returning';
import { hearWorrying } from './breaks/worrying';
import { hearForgetting } from './memory/forgetting';
import { hearDoubt } from './questions/doubting';
import { hearGuideOffer } from './questions/offeringGuide';
import { hearChecking, hearFeeling, hearOffer } from './routine/checking';
import { hearChoosing } from './routine/choosing';
import { hearClosing } from './routine/closing';
import { hearFetching } from './routine/fetching';
import { hearFinding } from './routine/finding';
import { hearPressing } from './routine/pressing';
import { hearReadying } from './routine/readying';
import { hearBetween, hearStretching } from './routine/stretching';
import { hearReading, hearRecap } from './screening/recap';
import { hearScreening } from './screening/screening';
import { hearTipsOffer, hearWarned } from './screening/warned';

/** Replies to an event in one moment. Null leaves the event to `hearAnytime`. */
type Reply<N extends MomentName> = (state: State, event: Event, context: Context, moment: MomentAt<N>) => Turn | null;

const REPLIES: { [N in MomentName]: Reply<N> } = {
  screening: hearScreening,
  reading: hearReading,
  recap: hearRecap,
  warned: hearWarned,
  offeringTips: hearTipsOffer,
  offeringGuide: hearGuideOffer,
  doubting: hearDoubt,
  welcomingBack: hearWelcome,
  rechecking: hearRecheck,
  restarting: hearRestart,
  choosing: hearChoosing,
  readying: hearReadying,
  fetching: hearFetching,
  finding: hearFinding,
  pressing: hearPressing,
  worrying: hearWorrying,
  checking: hearChecking,
  feeling: hearFeeling,
  offering: hearOffer,
  stretching: hearStretching,
  between: hearBetween,
  interrupted: hearInterrupted,
  easing: hearEasing,
  locating: hearLocating,
  pausing: hearPausing,
  keepingPlace: hearPausing,
  forgetting: hearForgetting,
  reminding: hearReminding,
  warmingUp: hearWarmingUp,
  closing: hearClosing,
  finished: () => null,
};

/** The present moment's own reply to an event; null when it has none. */
export function replyHere<N extends MomentName>(
  state: State & { moment: MomentAt<N> },
  event: Event,
  context: Context,
): Turn | null {
  const { moment } = state;
  const reply: Reply<N> = REPLIES[moment.at as N];
  return reply(state, event, context, moment);
}
