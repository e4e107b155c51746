// One turn of the conversation: state, event and context in, the next state and what is said out.

import type { Act, Turn } from './act';
import type { Context } from './context';
import type { Event } from './event';
import { keptPlaceOf } from './keeping';
import { meantHere } from './meaning';
import { stillPressing } from './moments/breaks/returning';
import { doubt } from './moments/questions/doubting';
import { holds } from './momentTable';
import { settle } from './position';
import { replyHere } from './replies';
import { whereHeard } from './replies/alerts/leaving';
import { permitted } from './replies/alerts/permitted';
import { hearAnytime, stop } from './replies/anytime';
import { opening } from './replies/opening';
import { hearQuestion, speaksOfAnswer } from './replies/questions/answering';
import { reportSymptom } from './replies/symptom';
import { newState, type State } from './state';
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

/** A session of questions alone has no place, and must not wipe one that was kept before it. */
function isBegun({ moment, plan }: State): boolean {
  return plan !== null || !holds(moment.at, 'asksBeside');
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
      return (
        hearQuestion(state, event, context) ?? replyHere(state, event, context) ?? hearAnytime(state, event, context)
      );
  }
}

/** A device that cannot play the timed document gets plain speech from now on; nothing is said about it. */
function audioFailed(state: State): Turn {
  return silent({ ...state, settings: { ...state.settings, audio: 'ssml' } }, [{ type: 'rememberBrokenAudio' }]);
}

/** Whatever interrupts a press is answered with the release first (DESIGN section 6). */
function releaseFirst(turn: Turn, before: State, context: Context): Turn {
  return releasing(turn, [releaseAct(before)], context);
}

/** The same answer, opened by the release where there is one to say and it is not said already. */
function releasing(turn: Turn, release: readonly Act[], context: Context): Turn {
  if (turn.silent || release.length === 0 || turn.says[0]?.does === 'releases') return turn;
  const { playing } = turn.state;
  const later = playing ? { ...playing, saidMs: playing.saidMs + lengthOfSays(release, context) } : null;
  return { ...turn, says: [...release, ...turn.says], state: { ...turn.state, playing: later } };
}
