// Faults planted in the conversation, each with what the walk has to say of it.

import { topics } from '../../../content';
import { converse } from '../../../lambda/dialogue/converse';
import type { Converse } from './world';

interface Planted {
  converse: Converse;
  shows: RegExp;
  /** It lies behind the places that are walked now: not shown until the walk goes there again. */
  deep?: true;
}

const ALL_OF_POSTURE = Object.entries(topics).map(([id, topic]) => [id, { ...topic, about: 'posture' }]);

/** By what goes wrong. */
const ALL: Readonly<Record<string, Planted>> = {
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
    shows: /guides without a passed screening and "start"/,
    deep: true,
  },
  'a search is left without the release': {
    converse: (state, event, context) => {
      const turn = converse(state, event, context);
      return event.type === 'isUnderage' ? { ...turn, says: turn.says.filter(({ key }) => key === 'underage') } : turn;
    },
    shows: /leaves a search with underage before the release/,
  },
  'a nine told in a search is forgotten': {
    converse: (state, event, context) => {
      const turn = converse(state, event, context);
      const told = state?.moment.at === 'finding' && event.type === 'gaveNumber';
      return told ? converse(state, { type: 'askedHelp' }, context) : turn;
    },
    shows: /presses after a report that closed pressing/,
    deep: true,
  },
  'a third remark leaves the press on': {
    converse: (state, event, context) =>
      converse(state?.moment.at === 'pressing' ? { ...state, moment: { at: 'pressing' } } : state, event, context),
    shows: /goes on with a hold after 3 remarks/,
    deep: true,
  },
  'a bare okay leaves the press on': {
    converse: (state, event, context) =>
      converse(state, state && event.type === 'saidYes' ? { type: 'askedTimeLeft' } : event, context),
    shows: /goes on with a hold after saidYes/,
    deep: true,
  },
  'a question leaves the press on': {
    converse: (state, event, context) => {
      const turn = converse(state, event, context);
      const released = event.type === 'askedQuestion' && /^release\./.test(turn.says[0]?.key ?? '');
      return released ? { ...turn, says: turn.says.slice(1) } : turn;
    },
    shows: /answers a press with .* before the release/,
    deep: true,
  },
  'somebody who was told to stop hears how to press': {
    converse: (state, event, context) =>
      converse(state, event, { ...context, topics: Object.fromEntries(ALL_OF_POSTURE) as typeof topics }),
    shows: /tells about pressing .* after an outcome/,
  },
  'a shrug lays a doubt to rest': {
    converse: (state, event, context) =>
      state?.moment.at === 'doubting' && event.type === 'wasNotSure'
        ? converse(state, { type: 'saidNo' }, context)
        : converse(state, event, context),
    shows: /a doubt is laid to rest with wasNotSure/,
  },
};

/** Those that lie among the places that are walked. */
export const PLANTED = Object.fromEntries(Object.entries(ALL).filter(([, { deep }]) => !deep));
