// Guides an exercise asked for by name, in a screened session.

import type { PlannedStretch } from '../../../domain/routine';
import type { Turn } from '../../act';
import { PLACE_KEPT } from '../../acts';
import type { Context } from '../../context';
import { stretchesLeftOf, withoutPressing } from '../../planning';
import { askAgain } from '../../prompts';
import { mayStretch } from '../../rules';
import type { State } from '../../state';
import { answer, moveTo } from '../../turn';
import { formFor, leadingTo, wishFor } from '../../wishes';
import { chooseNext } from '../routine/choosing';
import { answerTo, leadBack } from './answering';

/** Guides the exercise now in a screened session. Before that the wish is remembered and the questions come first. */
export function guideExercise(state: State, asked: string, context: Context): Turn {
  const wished = wishFor(state, asked, context);
  if (state.moment.at === 'choosing' && state.cleared) return chooseNext(wished, context, []);
  const { plan } = state;
  if (!mayStretch(state) || !plan) return askAgain(wished, context, [{ key: 'screening.remember' }]);
  const exercise = formFor(state, leadingTo(asked, context), context);
  const stretch = context.routine.exercises.stretches[exercise];
  // A listener who does not get down to the floor is told what to do instead.
  if (stretch?.place === 'floor' && state.wishes.place === 'chair') return tellInstead(state, exercise, context);
  const least = stretch?.sets.least ?? 1;
  const stretches: PlannedStretch[] = [
    { id: exercise, sets: least },
    ...stretchesLeftOf(state, context).filter(({ id }) => id !== exercise),
  ];
  const pressed = withoutPressing(plan);
  const next: State = {
    ...wished,
    plan: { ...pressed, stretches },
    place: { part: 'stretch', unit: 0 },
  };
  return answer(moveTo(next, { at: 'interrupted' }), context, {
    says: [{ key: `exercise.${exercise}.name` }],
    asks: { key: 'guide.ready' },
    repromptAsks: PLACE_KEPT,
  });
}

function tellInstead(state: State, exercise: string, context: Context): Turn {
  const topic = `exercise.${exercise}.instead`;
  return leadBack(answerTo(state, { topics: [topic], nearness: 'meant' }, context), context);
}
