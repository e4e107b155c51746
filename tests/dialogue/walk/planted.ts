// Faults planted in the conversation, each with what the walk has to say of it.

import { topics } from '../../../content';
import type { Effect } from '../../../lambda/dialogue/act';
import type { Context } from '../../../lambda/dialogue/context';
import { converse } from '../../../lambda/dialogue/converse';
import type { Event } from '../../../lambda/dialogue/event';
import type { State } from '../../../lambda/dialogue/state';
import type { QuestionId } from '../../../lambda/domain/healthQuestions';
import {
  ASKS_IN_HOLD,
  NO,
  READY,
  TO_HOLD,
  TO_LONG_HOLD,
  TO_NEXT_DAY,
  TO_OFFER,
  TO_RECHECK,
  TO_RETURN,
  TO_SEARCH,
  TO_START,
} from './ways';
import type { Converse, Way } from './world';

interface Planted {
  converse: Converse;
  shows: RegExp;
  /** What is said before the walk begins; from the launch on, where there is none. */
  way?: Way;
}

const ALL_OF_POSTURE = Object.entries(topics).map(([id, topic]) => [id, { ...topic, about: 'posture' }]);

/** The conversation that hears one event as another. */
const hearing =
  (heard: (state: State | null, event: Event) => Event | null): Converse =>
  (state, event, context) =>
    converse(state, heard(state, event) ?? event, context);

/** The conversation that is given another context. */
const given =
  (change: (context: Context) => Partial<Context>): Converse =>
  (state, event, context) =>
    converse(state, event, { ...context, ...change(context) });

const at = (state: State | null, moment: State['moment']['at']): boolean => state?.moment.at === moment;
const asks = (state: State | null, question: QuestionId): boolean =>
  state?.moment.at === 'screening' && state.moment.question === question;

/** By what goes wrong. */
export const PLANTED: Readonly<Record<string, Planted>> = {
  'the moment is asked before a symptom is heard': {
    converse: (state, event, context) => {
      if (state === null || event.type !== 'reportedSymptom') return converse(state, event, context);
      const asMoment = converse(state, { type: 'notUnderstood' }, context);
      return asMoment.says[0]?.key === 'missed' ? converse(state, event, context) : asMoment;
    },
    shows: /is due .*, and is answered/,
  },
  'an open session outlives its answers': {
    converse: (state, event, context) => converse(state && { ...state, lastTurnMs: context.nowMs }, event, context),
    shows: /guides without a passed screening and "start"|before the screening was passed/,
    way: TO_HOLD,
  },
  'a search is left without the release': {
    converse: (state, event, context) => {
      const turn = converse(state, event, context);
      return event.type === 'isUnderage' ? { ...turn, says: turn.says.filter(({ key }) => key === 'underage') } : turn;
    },
    shows: /leaves a search with underage before the release/,
    way: TO_SEARCH,
  },
  'a nine told in a search is forgotten': {
    converse: hearing((state, event) =>
      at(state, 'finding') && event.type === 'gaveNumber' ? { type: 'askedHelp' } : null,
    ),
    shows: /presses after a report that closed pressing/,
    way: TO_SEARCH,
  },
  'a third remark leaves the press on': {
    converse: (state, event, context) =>
      converse(state?.moment.at === 'pressing' ? { ...state, moment: { at: 'pressing' } } : state, event, context),
    shows: /goes on with a hold after 3 remarks/,
    way: [...TO_LONG_HOLD, ASKS_IN_HOLD, ASKS_IN_HOLD],
  },
  'a bare okay leaves the press on': {
    converse: hearing((state, event) => (state && event.type === 'saidYes' ? { type: 'askedTimeLeft' } : null)),
    shows: /goes on with a hold after saidYes/,
    way: TO_HOLD,
  },
  '"ready" leaves the press on': {
    converse: hearing((state, { type }) =>
      at(state, 'pressing') && type === 'wasReady' ? { type: 'askedTimeLeft' } : null,
    ),
    shows: /goes on with a hold after wasReady/,
    way: TO_HOLD,
  },
  'a question leaves the press on': {
    converse: (state, event, context) => {
      const turn = converse(state, event, context);
      const released = event.type === 'askedQuestion' && /^release\./.test(turn.says[0]?.key ?? '');
      return released ? { ...turn, says: turn.says.slice(1) } : turn;
    },
    shows: /answers a press with .* before the release/,
    way: TO_HOLD,
  },
  'a yes to the offer begins the next hold': {
    converse: hearing((state, { type }) => (at(state, 'offering') && type === 'saidYes' ? READY : null)),
    shows: /begins a press after saidYes/,
    way: TO_OFFER,
  },
  'a yes begins the first hold': {
    converse: hearing((state, { type }) => (at(state, 'finding') && type === 'saidYes' ? READY : null)),
    shows: /begins a press after saidYes/,
    way: TO_SEARCH,
  },
  'a newcomer may hold for a minute at once': {
    converse: given(({ remembered }) => ({
      remembered: remembered && {
        ...remembered,
        sessions: [{ day: remembered.today - 1, region: 'upper', tool: 'ball', minutes: 5, holds: 2 }],
      },
    })),
    shows: /holds for 60 seconds the first time ever/,
    way: TO_START,
  },
  'what a return visit needs is kept after a symptom': {
    converse: (state, event, context) => {
      const turn = converse(state, event, context);
      return { ...turn, effects: turn.effects.filter(({ type }) => type !== 'forgetScreened') };
    },
    shows: /keeps what a return visit needs after/,
    way: TO_START,
  },
  'a return visit renews the day': {
    converse: (state, event, context) => {
      const turn = converse(state, event, context);
      const opens = state?.visit === 'return' && !state.cleared && turn.state.cleared;
      const today: Effect = { type: 'rememberScreened', day: context.remembered?.today ?? 0 };
      return opens ? { ...turn, effects: [...turn.effects, today] } : turn;
    },
    shows: /writes the day of a return visit/,
    way: TO_RETURN,
  },
  'the few questions are asked on the fifteenth day': {
    converse: given(({ screened, remembered }) => ({
      screened: screened && { ...screened, day: Math.max(screened.day, (remembered?.today ?? 0) - 14) },
    })),
    shows: /asks the few questions of a return visit/,
    way: TO_NEXT_DAY,
  },
  'another voice is asked the few questions': {
    converse: given(({ screened }) => ({ screened: screened && { ...screened, voice: 'same' } })),
    shows: /asks the few questions of a return visit/,
    way: TO_START,
  },
  '"not sure" to what is new since last time goes on': {
    converse: hearing((state, { type }) => (asks(state, 'r4') && type === 'wasNotSure' ? NO : null)),
    shows: /a yes to r4 is answered/,
    way: TO_RETURN,
  },
  'somebody new passes for the listener': {
    converse: hearing((state, { type }) => (asks(state, 'r0') && type === 'saidYes' ? NO : null)),
    shows: /asks the few questions of a return visit|keeps for the listener what a guest has passed/,
    way: TO_RETURN,
  },
  'a shrug passes the short re-check': {
    converse: hearing((state, { type }) => (at(state, 'rechecking') && type === 'wasNotSure' ? NO : null)),
    shows: /guides without a passed screening and "start"|before the screening was passed/,
    way: TO_RECHECK,
  },
  'somebody who was told to stop hears how to press': {
    converse: given(() => ({ topics: Object.fromEntries(ALL_OF_POSTURE) as typeof topics })),
    shows: /tells about pressing .* after an outcome/,
  },
  'a shrug lays a doubt to rest': {
    converse: hearing((state, { type }) => (at(state, 'doubting') && type === 'wasNotSure' ? NO : null)),
    shows: /a doubt is laid to rest with wasNotSure/,
  },
};
