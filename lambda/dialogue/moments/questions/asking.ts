// Asked without a routine: how does an answer lead on, and what if a question names a symptom?

import type { SymptomRow } from '../../../domain/symptom';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event, Found } from '../../event';
import { askAgain } from '../../prompts';
import { reportSymptom } from '../../safety';
import { type Moment, type State, tried } from '../../state';
import { answer, at, ends } from '../../turn';
import { welcome } from '../breaks/returning';
import { rememberWish } from '../screening/screening';
import { answeredTopic, answerTo, isAnswered, leadBack } from './answering';
import { wishFor } from './exercising';

type Doubting = Extract<Moment, { at: 'doubting' }>;

/** Said once in a session that began with a question and not with the disclaimer. */
const GENERAL: Act = { key: 'answer.general' };

/** A question as the first words of a session: answered at once, then the routine is offered (asking needs no screening). */
export function answerAtOpening(fresh: State, found: Found, context: Context): Turn {
  const told = answerTo(at(fresh, { at: 'offeringGuide', tries: {} }), found, context);
  if (!isAnswered(told.state)) return leadBack(told, context);
  const opened: State = { ...told.state, heard: [...told.state.heard, GENERAL.key] };
  return leadBack({ state: opened, says: [...told.says, GENERAL] }, context);
}

/** "Want me to guide you?": yes leads to the health questions, no ends it. */
export function hearGuideOffer(
  state: State,
  moment: Extract<Moment, { at: 'offeringGuide' }>,
  event: Event,
  context: Context,
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
    case 'saidNo':
    case 'saidNone':
    case 'wantedNext':
      return ends(state, [{ key: 'guide.declined' }]);
    case 'notUnderstood':
    case 'unclear':
    case 'wasNotSure':
    case 'gaveNumber':
      if ((moment.tries.unrelated ?? 0) > 1) return ends(state, [{ key: 'guide.declined' }]);
      return askAgain(at(state, { ...moment, tries: tried(moment.tries, 'unrelated') }), context, [
        { key: 'missed', values: { variant: moment.tries.unrelated ?? 0 } },
      ]);
    default:
      return null;
  }
}

/** Yes after an answer about an exercise: the routine begins with it. */
function welcomeTo(state: State, context: Context): Turn {
  const [, exercise] = /^exercise\.(.+)\.\w+$/.exec(answeredTopic(state) ?? '') ?? [];
  const asked: State = { ...state, answered: null };
  return exercise ? welcome(wishFor(asked, exercise, context), { ...context, kept: null }) : welcome(asked, context);
}

/** Rows that a listener may not know they have spoken of: "can I take aspirin". */
const NAMED = new Set<SymptomRow>(['standing', 'injury', 'ill']);

/** A symptom only asked about: one short question, and nothing presses until it is answered with no. */
export function doubt(state: State, event: Extract<Event, { type: 'askedAboutSymptom' }>, context: Context): Turn {
  const { rows, question } = event;
  // "Do you have that?" needs a that: what stands behind an illness or a medicine is said in a word.
  const standing = question && rows.every((row) => NAMED.has(row));
  const says: Act[] = standing ? [{ key: `screening.${question}.explainShort` }] : [];
  // A doubt in a doubt goes back to where the first came from.
  const back: Moment = state.moment.at === 'doubting' ? state.moment.back : state.moment;
  const moment: Doubting = {
    at: 'doubting',
    rows,
    ...(question ? { question } : {}),
    back,
    tries: {},
  };
  return answer(at(state, moment), context, { says, asks: { key: 'doubt.ask' } });
}

/** Nobody has it: back to where the doubt came up. */
function undoubted(state: State, moment: Doubting, context: Context): Turn {
  const says: Act[] = [{ key: 'doubt.no' }];
  const first = moment.back.at === 'offeringGuide' && !state.heard.includes(GENERAL.key);
  const heard = first ? [...state.heard, GENERAL.key] : state.heard;
  return leadBack({ state: at({ ...state, heard }, moment.back), says: first ? [...says, GENERAL] : says }, context);
}

/** "Do you feel that now?": only a clear no goes back to where we were, with what to do if it comes. */
export function hearDoubt(state: State, moment: Doubting, event: Event, context: Context): Turn | null {
  const report = () => reportSymptom(at(state, moment.back), moment.rows, context, false, moment.question);
  switch (event.type) {
    case 'saidNo':
    case 'saidNone':
      return undoubted(state, moment, context);
    case 'saidYes':
    case 'saidSomewhat':
    case 'mixedAnswer':
    case 'wasNotSure':
    case 'itEased':
    case 'itStays':
    case 'saidTooMuch':
      return report();
    case 'askedToRepeat':
    case 'askedToExplain':
    case 'askedHelp':
    case 'askedWhy':
    case 'paused':
      return answer(state, context, { asks: { key: 'doubt.ask' } });
    default:
      if ((moment.tries.unrelated ?? 0) > 0) return report();
      return answer(at(state, { ...moment, tries: tried(moment.tries, 'unrelated') }), context, {
        says: [{ key: 'screening.need' }],
        asks: { key: 'doubt.ask' },
      });
  }
}
