// Somebody is back: may they go on where they stopped?

import type { Act, Effect, Turn } from '../../act';
import type { Context, KeptPlace } from '../../context';
import type { Event } from '../../event';
import { RECHECK_MS } from '../../keeping';
import { askAgain } from '../../prompts';
import { type Moment, type State, type Tries, tried } from '../../state';
import { answer, at } from '../../turn';
import { wishFor } from '../questions/exercising';
import { chooseNext } from '../routine/choosing';
import { beginScreening, rememberWish } from '../screening/screening';
import { resumeRoutine } from './interrupted';

type Welcome = Extract<Moment, { at: 'welcomingBack' }>;
type Recheck = Extract<Moment, { at: 'rechecking' }>;

/** The kept place, taken into a state; pressed seconds still count towards their limit. */
function withKept(state: State, kept: KeptPlace): State {
  const spots = kept.spots.map((spot) => ({ ...spot, strength: null }));
  const { region, side, tool, minutes, place } = kept.plan.choice;
  return {
    ...state,
    plan: kept.plan,
    place: kept.place,
    spots,
    wishes: { region, side, tool, minutes, place, ...state.wishes },
  };
}

/** What the offer calls the place: a routine that had not got anywhere had only just begun. */
export function whereStopped(state: State): string {
  const { place } = state;
  if (!place || place.part === 'find') return state.spots.length > 0 ? 'find' : 'begin';
  return place.part === 'stretch' && place.unit === 0 && place.restSeconds === undefined && state.spots.length === 0
    ? 'begin'
    : place.part;
}

function offer(state: State, context: Context, says: Act[], screened: boolean): Turn {
  const moment: Moment = { at: 'welcomingBack', screened, tries: {} };
  return answer(at(state, moment), context, { says, asks: { key: 'back.offer', context: whereStopped(state) } });
}

/** What is said once before the questions of a session. */
const OPENING: Act[] = [{ key: 'opening.long' }, { key: 'opening.adults' }];

const OPENED = 'opening';

/** The first words of a session, for whoever has not heard them yet because a symptom came first. */
export function openingFor(state: State): { state: State; says: Act[] } {
  if (state.heard.includes(OPENED)) return { state, says: [] };
  return { state: { ...state, heard: [...state.heard, OPENED] }, says: OPENING };
}

/** Somebody may still be pressing when they open the skill anew: the release, which comes before anything else. */
export function stillPressing({ kept, nowMs }: Context): Act[] {
  if (!kept || (kept.pressingUntilMs ?? 0) <= nowMs) return [];
  const { tool } = kept.plan.choice;
  return [{ key: tool === 'none' ? 'release.any' : `release.${tool}` }];
}

/** A launch: within thirty minutes of "start" on the same device the place is offered, else the screening begins. */
export function welcome(state: State, context: Context, says: Act[] = []): Turn {
  const { kept, nowMs } = context;
  const opened: State = { ...state, heard: [...new Set([...state.heard, OPENED])] };
  if (kept && kept.recheckUntilMs !== null && kept.recheckUntilMs > nowMs) {
    const startedAtMs = kept.recheckUntilMs - RECHECK_MS;
    return offer({ ...withKept(opened, kept), startedAtMs }, context, [...says, { key: 'back.welcome' }], false);
  }
  return beginScreening(kept ? withKept(opened, kept) : opened, context, [...says, ...OPENING]);
}

/** After "start": a place kept from before is offered once more, now screened; else the choosing begins. */
export function offerPlaceOrChoose(state: State, context: Context, says: Act[]): Turn {
  if (state.plan && state.place && !state.pressOff && !state.skinNoted) return offer(state, context, says, true);
  return chooseNext({ ...state, plan: null, place: null }, context, says);
}

function declined(state: State, moment: Welcome, context: Context): Turn {
  const anew: State = { ...state, plan: null, place: null };
  return moment.screened
    ? chooseNext(anew, context, [])
    : {
        ...beginScreening(anew, context, OPENING),
        effects: [{ type: 'forgetPlace' }],
      };
}

export function hearWelcome(state: State, moment: Welcome, event: Event, context: Context): Turn | null {
  switch (event.type) {
    case 'saidYes':
    case 'resumed':
    case 'wasReady':
      return moment.screened
        ? resumeRoutine(state, context)
        : answer(at(state, { at: 'rechecking', after: 'loss', tries: {} }), context, { asks: { key: 'recheck.loss' } });
    case 'saidNo':
    case 'saidNone':
    case 'startedOver':
      return declined({ ...state, wishes: {} }, moment, context);
    case 'chose':
    case 'askedForRoutine':
      return declined(rememberWish({ ...state, wishes: {} }, event), { ...moment }, context);
    case 'askedForExercise': {
      const wished = wishFor({ ...state, plan: null, place: null, wishes: {} }, event.exercise, context);
      const forgotten: Effect[] = [{ type: 'forgetPlace' }];
      return moment.screened
        ? chooseNext(wished, context, [])
        : { ...beginScreening(wished, context, OPENING), effects: forgotten };
    }
    default:
      return null;
  }
}

function fullSet(state: State, context: Context, why = 'recheck.fullSet'): Turn {
  return beginScreening({ ...state, recheckOff: true, startedAtMs: null }, context, [{ key: why }]);
}

/** One question stands for the eight: only a clear no does (safety.md 3.8). */
export function hearRecheck(state: State, moment: Recheck, event: Event, context: Context): Turn | null {
  switch (event.type) {
    case 'saidNo':
    case 'saidNone':
      if (!stillHolds(state, context)) return fullSet(state, context, 'recheck.tooLong');
      return moment.after === 'pause'
        ? backAfterPause(state, moment.back, context)
        : answer(at(state, { at: 'restarting', tries: {} }), context, {
            says: [{ key: 'recheck.thanks' }],
            asks: { key: 'recheck.start' },
          });
    case 'saidYes':
    case 'wasNotSure':
    case 'saidSomewhat':
    case 'mixedAnswer':
    case 'spokeForAnother':
      return fullSet(state, context);
    case 'unclear':
    case 'notUnderstood':
    case 'wasReady':
    case 'resumed':
    case 'wantedNext':
    case 'triedToStart':
    case 'saidStart':
      return askOrGiveUp(state, moment, context);
    default:
      return null;
  }
}

/** Nothing new: back to the question that was open, or to the place in the routine. */
function backAfterPause(paused: State, back: Moment, context: Context): Turn {
  const state: State = { ...paused, cleared: paused.cleared || paused.suspended, suspended: false };
  if (back.at === 'interrupted' || back.at === 'finding') return resumeRoutine(state, context);
  return askAgain(at(state, back), context);
}

/** Asked once more; then, or at once for a listener who may be somebody else, all questions are asked. */
function askOrGiveUp(state: State, moment: Recheck, context: Context): Turn {
  const tries: Tries = tried(moment.tries, 'unrelated');
  if (moment.after === 'loss' || (tries.unrelated ?? 0) > 1) return fullSet(state, context);
  return answer(at(state, { ...moment, tries }), context, {
    says: [{ key: 'screening.need' }],
    asks: { key: `recheck.${moment.after}` },
  });
}

/** The answers hold for thirty minutes from the first "start", and breaks on the way back do not stop the clock. */
function stillHolds({ startedAtMs }: State, { nowMs }: Context): boolean {
  return startedAtMs !== null && nowMs < startedAtMs + RECHECK_MS;
}

export function hearRestart(state: State, event: Event, context: Context): Turn | null {
  switch (event.type) {
    case 'saidStart':
      if (!event.word) return answer(state, context, { asks: { key: 'recheck.start' } });
      return stillHolds(state, context)
        ? resumeRoutine({ ...state, cleared: true }, context)
        : fullSet(state, context, 'recheck.tooLong');
    case 'wentBack':
    case 'wantedPrevious':
      return answer(at(state, { at: 'rechecking', after: 'loss', tries: {} }), context, {
        asks: { key: 'recheck.loss' },
      });
    default:
      return null;
  }
}
