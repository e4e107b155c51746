// One turn of the conversation: takes state, event and context, returns the next state and what is said.

import type { Act, Turn } from './act';
import { withCard } from './card';
import type { Context } from './context';
import { NET } from './ending';
import type { Event } from './event';
import { contextWithinAge } from './gentle';
import { keptPlaceOf, RECHECK_MS } from './keeping';
import { interpret } from './meaning';
import { recheckNow } from './moments/breaks/pausing';
import { releaseIfPressing } from './moments/breaks/returning';
import { doubt } from './moments/questions/doubting';
import { hasSearchedLong, leaveSearch } from './moments/routine/finding';
import { askRestOfSet } from './moments/screening/outcome';
import { holds } from './momentTable';
import { markOpen } from './openTurns';
import { isAway, settle } from './position';
import { replyHere } from './replies';
import { hearAge } from './replies/age';
import { moveToWhereHeard } from './replies/alerts/leaving';
import { hearPermission } from './replies/alerts/permission';
import { hearAnytime, stop } from './replies/anytime';
import { noteStrongPain } from './replies/lateNumber';
import { openSession } from './replies/opening';
import { hearQuestion, speaksOfAnswer } from './replies/questions/answering';
import { reportSymptom } from './replies/symptom';
import { hearTalk, settingsAfter } from './replies/talking';
import { createState, type State } from './state';
import { noteTones, withKnownTones } from './tones';
import { endSession, lengthOfSays, releaseFor, staySilent } from './turn';
import { hasMissedPart, hasMissedPress, markTold, takeBackUnheard, tellMissedPart } from './unheard';
import { isWithPartner, mayBeWarned, voidScreening } from './visiting';

/**
 * Makes one turn of the conversation. The function is pure: the same state, event and context always give the same
 * turn. `state` is null when a session begins. Every event is answered in every state, and no press is reachable
 * without a passed screening and "start".
 */
export function converse(state: State | null, event: Event, context: Context): Turn {
  // After a warning no return visit begins, even if the store was away then.
  const given = state && mayBeWarned(state) ? { ...context, screened: null } : context;
  const asked = contextWithinAge(state, given);
  if (event.type === 'audioFailed') {
    const told = state ?? createState(context.contentVersion, context.settings);
    return event.toned ? giveUpTones(told) : switchToSpeech(told);
  }
  const known = withKnownTones(state, asked);
  const heard = noteTones(hear(known, event, asked), known, event, asked);
  if (event.type === 'sessionLost') return state?.moment.at === 'worrying' ? voidScreening(state, event, heard) : heard;
  const turn = voidScreening(state, event, askAfterAbsence(state, event, askRestForPartner(heard, asked), asked));
  const misses = countMisses(state, turn, event);
  const patient = misses > MOST_MISSES ? giveUp(turn, context) : turn;
  return markOpen(withCard(rememberTurn(patient, state?.said ?? [], event, context, misses), event, context), event);
}

function hear(state: State | null, event: Event, context: Context): Turn {
  if (state === null || state.moment.at === 'finished')
    return releaseFirst(openWith(event, context), releaseIfPressing(context), context);
  if (event.type !== 'sessionLost' && isLongAgo(state, context)) return beginAnew(state, event, context);
  const settled = settle(state, context);
  const here = moveToWhereHeard(settled.state, event);
  if (here === null) return openSession(event, context);
  if (event.type === 'sessionLost') return staySilent(here, isBegun(here) ? [{ type: 'savePlace' }] : []);
  const turn =
    event.type === 'launched' || event.type === 'warmedUp'
      ? openSession(event, { ...context, kept: isBegun(here) ? keptPlaceOf(here, false, context.nowMs) : context.kept })
      : react(
          noteStrongPain(leaveAnswer(markTold(here), event), event),
          interpret(here, event, context),
          context,
          settled.touching || hasMissedPress(here),
        );
  if (hasMissedPart(here)) {
    const release = hasMissedPress(here) ? [releaseFor(here)] : [];
    return releaseFirst(turn, [...release, ...tellMissedPart(here, turn)], context);
  }
  if (searchesTooLong(here, turn, event, context)) return leaveSearch(here, context);
  if (goesOnHolding(turn)) return turn;
  return settled.touching || leavesSearch(here, turn) ? releaseFirst(turn, [releaseFor(here)], context) : turn;
}

/** Whether an answer goes on with a hold that was never let go of. */
function goesOnHolding({ state: { playing } }: Turn): boolean {
  const block = playing?.block;
  return block?.part === 'press' && block.lead === 'rest';
}

/** A partner who joins on a return visit: nothing is led before the rest of the questions is answered. */
function askRestForPartner(turn: Turn, context: Context): Turn {
  const { state, says, effects } = turn;
  const fewAsked = context.screeningForm === 'ask' && state.visit === 'return';
  const open = turn.asks !== null && fewAsked && state.cleared;
  if (!open || !isWithPartner({ ...state, usual: null })) return turn;
  const asked = askRestOfSet(
    state,
    context,
    says.filter(({ does }) => does === 'releases'),
  );
  return { ...asked, effects: [...effects, ...asked.effects] };
}

/**
 * After two minutes without a word the question after a pause comes before anything is guided, however many things are
 * said in between (docs/safety.md "Asking again").
 */
function askAfterAbsence(state: State | null, event: Event, turn: Turn, context: Context): Turn {
  if (!state || turn.silent) return turn;
  // All questions come first: the one after a pause is not due any more.
  if (!isOpen(turn.state)) return { ...turn, state: { ...turn.state, away: false } };
  if (!isOpen(state)) return turn;
  // That very question is asked, or a clear no to it was just heard.
  if ([state, turn.state].some(({ moment }) => moment.at === 'rechecking')) return turn;
  if (!state.away && !isAway(state, context)) return turn;
  if (!turn.state.cleared || !guides(turn, event)) return waitAway(turn);
  const { state: before } = settle(state, context);
  const release = turn.says.filter(({ does }) => does === 'releases');
  return {
    ...recheckNow({ ...before, pressOff: turn.state.pressOff }, context, 'pause', release),
    effects: turn.effects,
  };
}

const isOpen = ({ cleared, suspended }: State): boolean => cleared || suspended;

/** Whether a turn leads a part of the routine, a search, a press or a stretch, or tells how the next one is done. */
function guides({ state: { moment }, says }: Turn, { type }: Event): boolean {
  const explains = ['askedToExplain', 'askedDetails'].includes(type) && says.some(({ key }) => TELLS_HOW.test(key));
  return explains || ['finding', 'pressing', 'stretching'].includes(moment.at);
}

/** Sentences that tell how a spot is found, or an exercise done. */
const TELLS_HOW = /^(find|exercise)\./;

/** The turn with the question still due: whoever says nothing to it is not led on. */
function waitAway(turn: Turn): Turn {
  const { state, asks, reprompt } = turn;
  const { afterSilence, ...playing } = state.playing ?? {};
  if (!asks || !reprompt || !afterSilence) return { ...turn, state: { ...state, away: true } };
  return {
    ...turn,
    state: { ...state, away: true, playing: playing as State['playing'] },
    reprompt: { says: [NET], plays: [], asks },
  };
}

/** Opens the session with what the first words ask of it: "ask Knot Relief to talk less". */
function openWith(event: Event, context: Context): Turn {
  return openSession(event, { ...context, settings: settingsAfter(event, context.settings) });
}

/** Whether more than half an hour lies between two turns: a new session begins then (docs/safety.md "Asking again"). */
function isLongAgo({ lastTurnMs }: State, { nowMs }: Context): boolean {
  return lastTurnMs !== null && nowMs - lastTurnMs > RECHECK_MS;
}

/** "No more pressing today" holds for twelve hours. */
const TODAY_MS = 12 * 3_600_000;

/** Begins a new session in all but two things: what closed pressing for today, and the age, are not forgotten. */
function beginAnew({ pressOff, gentle, lastTurnMs }: State, event: Event, context: Context): Turn {
  const isToday = lastTurnMs !== null && context.nowMs - lastTurnMs < TODAY_MS;
  const turn = openSession(event, { ...context, kept: null }, { gentle, pressOff: pressOff && isToday });
  const asks = turn.state.moment.at === 'screening' || turn.state.moment.at === 'reading';
  return asks ? { ...turn, says: [{ key: 'recheck.tooLong' }, ...turn.says] } : turn;
}

/** After more misses in a row than this, the session ends: a room that only makes noise is asked nothing any more. */
const MOST_MISSES = 4;

/** How often in a row nothing was understood and the moment stayed what it is. */
function countMisses(before: State | null, turn: Turn, event: Event): number {
  const missed = event.type === 'notUnderstood' || event.type === 'unclear';
  const stays = before !== null && turn.asks !== null && before.moment.at === turn.state.moment.at;
  return missed && stays ? before.misses + 1 : 0;
}

/** Ends the session kindly; a place in the routine is kept. */
function giveUp({ state, says }: Turn, context: Context): Turn {
  const release = says.filter(({ does }) => does === 'releases');
  const keeps = keptPlaceOf(state, false, context.nowMs) !== null;
  return endSession(state, [...release, { key: 'choose.leave' }], keeps ? [{ type: 'savePlace' }] : []);
}

/** Notes in the turn what the next one needs: when this turn was, and which words can be repeated. */
function rememberTurn(turn: Turn, saidBefore: Act[], event: Event, { nowMs }: Context, misses: number): Turn {
  // A timed part is repeated by its moment. A turn that was not understood leaves the earlier words to repeat.
  const led = turn.plays.some(({ kind }) => kind !== 'quiet');
  const keeps = turn.silent || event.type === 'notUnderstood';
  const said = keeps ? saidBefore : led ? [] : turn.says.filter(({ does }) => does !== 'releases');
  return { ...turn, state: { ...turn.state, said, misses, lastTurnMs: nowMs } };
}

/** Whether a routine or its screening has begun. A session of questions alone must not wipe a place kept earlier. */
function isBegun({ moment, plan }: State): boolean {
  const asked = 'back' in moment && moment.back ? moment.back : moment;
  return plan !== null || !holds(asked.at, 'asksBeside');
}

/** Forgets the last answer unless the event is about it. */
function leaveAnswer(state: State, event: Event): State {
  // A yes to "Want me to guide you?" is about what was answered.
  const kept = state.moment.at === 'offeringGuide' || speaksOfAnswer(event);
  return state.answered && !kept ? { ...state, answered: null } : state;
}

/** Whether the turn ends a search without a press. The listener may be leaning on the ball and must be released. */
function leavesSearch(before: State, turn: Turn): boolean {
  const { at } = turn.state.moment;
  return before.moment.at === 'finding' && at !== 'finding' && at !== 'pressing';
}

/** Whether the search would go on although it has lasted long enough. */
function searchesTooLong({ moment }: State, turn: Turn, event: Event, context: Context): boolean {
  if (moment.at !== 'finding' || turn.state.moment.at !== 'finding') return false;
  const missedAgain = event.type === 'notUnderstood' && (moment.tries.unrelated ?? 0) > 0;
  return hasSearchedLong(moment, missedAgain, context);
}

/** Decides a symptom, stop and the like first, and asks the present moment afterwards: danger outranks place. */
function react(state: State, event: Event, context: Context, touching: boolean): Turn {
  switch (event.type) {
    case 'reportedSymptom':
      return reportSymptom(state, event.rows, context, touching, event.question);
    case 'isUnderage':
      return endSession({ ...state, place: null, guideOff: true }, [{ key: 'underage' }], [{ type: 'forgetPlace' }]);
    case 'stopped':
      return stop(state);
    case 'saidAge':
      return hearAge(state, event.years, context) ?? react(state, { type: 'notUnderstood' }, context, touching);
    case 'askedAboutSymptom':
      return doubt(state, event, context);
    case 'permissionAnswered':
      return hearPermission(state, event, context);
    default:
      return (
        hearTalk(state, event, context) ??
        hearQuestion(state, event, context) ??
        replyHere(state, event, context) ??
        hearAnytime(state, event, context)
      );
  }
}

/** Switches a device that could not play the timed document to plain speech. The next turn tells what was missed. */
function switchToSpeech(state: State): Turn {
  const spoken: State = { ...takeBackUnheard(state), settings: { ...state.settings, audio: 'ssml' } };
  return staySilent(spoken, [{ type: 'rememberBrokenAudio' }]);
}

/** A document with tones was not played: the next one has none, and is a document again. */
function giveUpTones(state: State): Turn {
  const quiet: State = { ...takeBackUnheard(state), settings: { ...state.settings, tones: 'none' } };
  return staySilent(quiet, [{ type: 'rememberBrokenTones' }]);
}

/** Puts the release first in an answer that does not begin with one. */
function releaseFirst(turn: Turn, release: readonly Act[], context: Context): Turn {
  if (turn.silent || release.length === 0 || turn.says[0]?.does === 'releases') return turn;
  const { playing } = turn.state;
  const later = playing ? { ...playing, saidMs: playing.saidMs + lengthOfSays(release, context) } : null;
  return { ...turn, says: [...release, ...turn.says], state: { ...turn.state, playing: later } };
}
