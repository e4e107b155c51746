// Replies to the event that opens a session.

import { fitsOn } from '../../domain/choice';
import { cellFor, mostUrgentOf } from '../../domain/symptomTable';
import type { Act, Turn } from '../act';
import type { Context } from '../context';
import { NET } from '../ending';
import type { Event, Found } from '../event';
import { EMERGENCIES } from '../meaning';
import { askToRemind } from '../moments/alerts/reminding';
import { warmUpFirst } from '../moments/alerts/warmingUp';
import { welcome } from '../moments/breaks/returning';
import { askToForget } from '../moments/memory/forgetting';
import { doubt } from '../moments/questions/doubting';
import { answerAtOpening, OF_NO_PLAN } from '../moments/questions/offeringGuide';
import { tellProgress } from '../progress';
import { sayUnfit } from '../prompts';
import { createState, type State, WARMED } from '../state';
import { answer, endSession, moveTo, staySilent } from '../turn';
import { rememberWish, wishFor } from '../wishes';
import { becomeGentle } from './age';
import { hearPermission } from './alerts/permission';
import { reportSymptom } from './symptom';

/** Replies to the event that opens a session. `carried`: what an earlier session of the day leaves in this one. */
export function openSession(event: Event, context: Context, carried: Carried = NOTHING_CARRIED): Turn {
  const fresh = { ...beginSession(context), ...carried };
  switch (event.type) {
    case 'reportedSymptom':
      return reportAtOpening(fresh, event, context);
    case 'spokeForAnother': {
      const rows = event.rows?.filter((row) => EMERGENCIES.has(row)) ?? [];
      return rows.length > 0 ? reportSymptom(fresh, rows, context, false) : welcome(fresh, context);
    }
    case 'stopped':
      return endSession(fresh, [{ key: 'stop.now' }, NET]);
    case 'isUnderage':
      return endSession({ ...fresh, guideOff: true }, [{ key: 'underage' }]);
    case 'sessionLost':
      return staySilent(fresh);
    case 'chose':
    case 'askedForRoutine':
      return welcome(rememberWish(fresh, event), { ...context, kept: null }, []);
    case 'namedUnfit': {
      if (fitsOn(event.what, event.wishes.region))
        return openSession({ type: 'chose', wishes: { ...event.wishes, tool: 'ball' } }, context, carried);
      const wishing = rememberWish(fresh, { type: 'chose', wishes: event.wishes });
      return welcome(wishing, { ...context, kept: null }, [sayUnfit(event.what)]);
    }
    case 'askedForExercise':
      return welcome(wishFor(fresh, event.exercise, context), { ...context, kept: null }, []);
    case 'saidAge': {
      const gentle = becomeGentle(fresh, event.years, context);
      return gentle ? welcome(gentle.state, context, gentle.says) : welcome(fresh, context);
    }
    case 'denied':
    case 'saidVague':
      return event.found ? answerAtOpening(fresh, event.found, context) : welcome(fresh, context);
    case 'askedQuestion':
      return answerAtOpening(fresh, event.found, context);
    case 'askedAboutSymptom':
      return event.rows.length > 0
        ? doubt({ ...fresh, moment: { at: 'offeringGuide', tries: {} } }, event, context)
        : answerAtOpening(fresh, event.found, context);
    case 'askedProgress':
      return answer(withGuideOffer(fresh), context, {
        says: tellProgress(context),
        asks: { key: 'guide.offer' },
      });
    case 'launched':
      return welcome(fresh, context);
    case 'warmedUp':
      return welcome({ ...fresh, heard: [...fresh.heard, WARMED] }, context);
    case 'wantedReminder':
      return askToRemind(withGuideOffer(fresh), event.when, context);
    case 'wantedWarmUp':
      return warmUpFirst(withGuideOffer(fresh), context, true);
    case 'permissionAnswered':
      return hearPermission(withGuideOffer(fresh), event, context);
    case 'wantedForgetting':
      return askToForget(withGuideOffer(fresh), context);
    case 'askedPostureTips':
      return answerAtOpening(fresh, meant('posture-tips'), context);
    case 'askedHelp':
      return answerAtOpening(fresh, meant('what-can-you-do', 'commands'), context);
    case 'askedPlan':
      return answerAtOpening(fresh, OF_NO_PLAN, context);
    case 'askedHowMany':
      return answerAtOpening(fresh, meant('how-many-questions'), context);
    default:
      return welcome(fresh, context);
  }
}

/** What a command asks for that is a question as well. */
const meant = (...topics: string[]): Found => ({ topics, nearness: 'meant' });

type Carried = Pick<State, 'gentle' | 'pressOff'>;
const NOTHING_CARRIED: Carried = { gentle: false, pressOff: false };

/** The state in which the routine is offered after what was asked for. */
const withGuideOffer = (fresh: State): State => moveTo(fresh, { at: 'offeringGuide', tries: {} });
/** The state of a new session, with what is remembered of earlier ones. */
function beginSession({ contentVersion, settings, remembered }: Context): State {
  const fresh = createState(contentVersion, settings);
  return remembered ? { ...fresh, usual: remembered.usual, heard: [...remembered.explained] } : fresh;
}

/**
 * Replies to a report that opens a session: an outcome is said at once, anything less is noted and the questions begin.
 */
function reportAtOpening(fresh: State, event: Extract<Event, { type: 'reportedSymptom' }>, context: Context): Turn {
  const row = mostUrgentOf(event.rows, 'screening');
  if (!row) return welcome(fresh, context);
  const cell = cellFor(row, 'screening');
  if (cell !== 'note' && cell !== 'askSevere') return reportSymptom(fresh, event.rows, context, false, event.question);
  const noted: State = { ...fresh, pressOff: true, recheckOff: true, skinNoted: cell === 'note' };
  const says: Act[] = cell === 'note' ? [{ key: 'skin.noted' }] : [];
  return { ...welcome(noted, { ...context, kept: null }, says), effects: [{ type: 'forgetPlace' }] };
}
