// Where we were and what happened: where are we now, and what do we convey?

import type { SymptomRow } from '../domain/symptom';
import { cellFor, mostUrgent } from '../domain/symptomTable';
import type { Act, Turn } from './act';
import { hearQuestion, speaksOfAnswer } from './answering';
import { hearAnytime, stop } from './anytime';
import type { Context } from './context';
import type { Event } from './event';
import { wishFor } from './exercising';
import { keptPlaceOf } from './keeping';
import { answerAtOpening, doubt, hearDoubt, hearGuideOffer } from './moments/asking';
import { hearChecking, hearFeeling, hearOffer } from './moments/checking';
import { hearChoosing } from './moments/choosing';
import { hearClosing } from './moments/closing';
import { hearEasing, hearLocating } from './moments/easing';
import { hearFinding } from './moments/finding';
import { hearInterrupted } from './moments/interrupted';
import { hearPausing } from './moments/pausing';
import { hearPressing } from './moments/pressing';
import { hearReadying } from './moments/readying';
import { hearReading, hearRecap } from './moments/recap';
import { hearRecheck, hearRestart, hearWelcome, welcome } from './moments/returning';
import { hearScreening, rememberWish } from './moments/screening';
import { hearBetween, hearStretching } from './moments/stretching';
import { hearTipsOffer, hearWarned } from './moments/warned';
import { settle } from './position';
import { reportSymptom } from './safety';
import { type MomentName, newState, type State } from './state';
import { ends, releaseAct, silent } from './turn';

/**
 * One turn of the conversation, pure: the same state, event and context always give the same turn. `state` is null when
 * a session begins. Answers every event in every state, and opens no press that the screening and "start" have not.
 */
export function converse(state: State | null, event: Event, context: Context): Turn {
  if (event.type === 'audioFailed') return audioFailed(state ?? newState(context.contentVersion, context.settings));
  if (state === null || state.moment.at === 'finished') return opening(event, context);
  const { state: here, touching } = settle(state, context);
  if (event.type === 'sessionLost') return silent(here, isBegun(here) ? [{ type: 'savePlace' }] : []);
  const turn =
    event.type === 'launched'
      ? opening(event, { ...context, kept: keptPlaceOf(here, false) })
      : react(withAnswer(here, event), meantHere(here, event), context, touching);
  return touching || leavesSearch(here, turn) ? releaseFirst(turn, here, context) : turn;
}

/** A session of questions alone has no place, and must not wipe one that was kept before it. */
function isBegun({ moment, plan }: State): boolean {
  return plan !== null || (moment.at !== 'offeringGuide' && moment.at !== 'doubting');
}

/** What speaks of something else than the last answer leaves it behind. */
function withAnswer(state: State, event: Event): State {
  return state.answered && !speaksOfAnswer(event) ? { ...state, answered: null } : state;
}

/** Moments in which "start" is waited for; elsewhere the slot that hears it also catches stray words. */
const AWAITS_START = new Set<State['moment']['at']>(['screening', 'offeringTips', 'recap', 'reading', 'restarting']);

/** Moments that count how often they were not answered: what cannot be answered as a question counts there. */
const COUNTS_TRIES = new Set<MomentName>([
  'screening',
  'reading',
  'recap',
  'rechecking',
  'easing',
  'locating',
  'doubting',
  'warned',
]);

/** Moments in which a health question can be explained. */
const EXPLAINS = new Set<MomentName>(['screening', 'reading', 'recap']);

/** What an event means in this session: stray words, words about a symptom, the person under a partner's hands. */
function meantHere(state: State, event: Event): Event {
  const { at } = state.moment;
  switch (event.type) {
    case 'saidStart':
      return !event.word && !AWAITS_START.has(at) ? { type: 'notUnderstood' } : event;
    case 'wantedOther':
      if (state.answered) return event;
      return state.plan ? { type: 'swappedTool', tool: null } : { type: 'notUnderstood' };
    case 'askedQuestion':
      return event.found.nearness === 'nothing' && COUNTS_TRIES.has(at) ? { type: 'notUnderstood' } : event;
    case 'askedAboutSymptom':
      if (EXPLAINS.has(at)) return { type: 'askedToExplain' };
      if (event.rows.length === 0) return meantHere(state, { type: 'askedQuestion', found: event.found });
      return at === 'warned' ? { type: 'reportedSymptom', rows: event.rows } : event;
    case 'spokeForAnother':
      return ofPartner(state, event);
    default:
      return event;
  }
}

/** With a partner's hands the other person may be the one who lies there. */
function ofPartner(state: State, event: Extract<Event, { type: 'spokeForAnother' }>): Event {
  if (!event.rows || event.rows.length === 0) return event;
  const partner = state.plan?.choice.tool === 'partner' || state.wishes.tool === 'partner';
  const urgent = event.rows.some((row) => EMERGENCIES.has(row));
  return partner || urgent ? { type: 'reportedSymptom', rows: event.rows } : event;
}

/** Rows that are an emergency whoever has them. */
const EMERGENCIES = new Set<SymptomRow>(['emergency', 'saddle', 'numb-both', 'weak-both']);

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
    case 'pausing':
    case 'keepingPlace':
      return hearPausing(state, moment, event, context);
    case 'closing':
      return hearClosing(state, moment, event, context);
    case 'finished':
      return null;
  }
}

/** The first words of a session, whatever they answer. */
function opening(event: Event, context: Context): Turn {
  const fresh = newState(context.contentVersion, context.settings);
  switch (event.type) {
    case 'reportedSymptom':
      return reportAtOpening(fresh, event, context);
    case 'spokeForAnother': {
      const rows = event.rows?.filter((row) => EMERGENCIES.has(row)) ?? [];
      return rows.length > 0 ? reportSymptom(fresh, rows, context, false) : welcome(fresh, context);
    }
    case 'stopped':
      return ends(fresh, [{ key: 'stop.screening' }]);
    case 'isUnderage':
      return ends(fresh, [{ key: 'underage' }]);
    case 'sessionLost':
      return silent(fresh);
    case 'chose':
    case 'askedForRoutine':
      return welcome(rememberWish(fresh, event), { ...context, kept: null }, []);
    case 'askedForExercise':
      return welcome(wishFor(fresh, event.exercise, context), { ...context, kept: null }, []);
    case 'askedQuestion':
      return answerAtOpening(fresh, event.found, context);
    case 'askedAboutSymptom':
      return event.rows.length > 0
        ? doubt({ ...fresh, moment: { at: 'offeringGuide', tries: {} } }, event, context)
        : answerAtOpening(fresh, event.found, context);
    case 'askedPostureTips':
      return ends(fresh, [{ key: 'tips.posture' }, { key: 'tips.breathing' }]);
    default:
      return welcome(fresh, context);
  }
}

/** A report as the first words of a session: what stops is said at once; anything less is noted and the questions begin. */
function reportAtOpening(fresh: State, event: Extract<Event, { type: 'reportedSymptom' }>, context: Context): Turn {
  const row = mostUrgent(event.rows, 'screening');
  if (!row) return welcome(fresh, context);
  const cell = cellFor(row, 'screening');
  if (cell !== 'note' && cell !== 'askSevere') return reportSymptom(fresh, event.rows, context, false, event.question);
  const noted: State = { ...fresh, pressOff: true, recheckOff: true, skinNoted: cell === 'note' };
  const says: Act[] = cell === 'note' ? [{ key: 'skin.noted' }] : [];
  return { ...welcome(noted, { ...context, kept: null }, says), effects: [{ type: 'forgetPlace' }] };
}

/** A device that cannot play the timed document gets plain speech from now on; nothing is said about it. */
function audioFailed(state: State): Turn {
  return silent({ ...state, settings: { ...state.settings, audio: 'ssml' } }, [{ type: 'rememberBrokenAudio' }]);
}

const RELEASING = /^(release\.|outcome\.away)/;

/** Whatever interrupts a press is answered with the release first (DESIGN section 6). */
function releaseFirst(turn: Turn, before: State, context: Context): Turn {
  if (turn.silent || RELEASING.test(turn.says[0]?.key ?? '')) return turn;
  const release: Act = releaseAct(before);
  const { playing } = turn.state;
  const later = playing ? { ...playing, saidMs: playing.saidMs + context.lengthOf(release) } : null;
  return { ...turn, says: [release, ...turn.says], state: { ...turn.state, playing: later } };
}
