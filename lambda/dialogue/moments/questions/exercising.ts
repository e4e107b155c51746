// Guides one exercise asked for by name, in a screened session.

import type { PlannedStretch } from '../../../domain/routine';
import type { Turn } from '../../act';
import type { Context } from '../../context';
import { unitsOf, withoutPressing } from '../../planning';
import { askAgain } from '../../prompts';
import { mayStretch } from '../../rules';
import type { State } from '../../state';
import { answer, at } from '../../turn';
import { formFor, leadingTo, wishFor } from '../../wishes';
import { chooseNext } from '../routine/choosing';
import { answerTo, leadBack } from './answering';

/** Guided now in a screened session; before that it is remembered, and the questions come first (DESIGN section 5). */
export function guideExercise(state: State, asked: string, context: Context): Turn {
  const wished = wishFor(state, asked, context);
  if (state.moment.at === 'choosing' && state.cleared) return chooseNext(wished, context, []);
  const { plan } = state;
  if (!mayStretch(state) || !plan) return askAgain(wished, context, [{ key: 'screening.remember' }]);
  const exercise = formFor(state, leadingTo(asked, context), context);
  const stretch = context.routine.exercises.stretches[exercise];
  // Somebody who said they cannot kneel is told what else does the job.
  if (stretch?.place === 'floor' && state.wishes.place === 'chair') return insteadOf(state, exercise, context);
  const least = stretch?.sets.least ?? 1;
  const stretches: PlannedStretch[] = [{ id: exercise, sets: least }, ...stillPlanned(state, exercise, context)];
  const pressed = withoutPressing(plan);
  const next: State = {
    ...wished,
    plan: { ...pressed, stretches },
    place: { part: 'stretch', unit: 0 },
  };
  return answer(at(next, { at: 'interrupted' }), context, {
    says: [{ key: `exercise.${exercise}.name` }],
    asks: { key: 'guide.ready' },
    repromptAsks: { key: 'pause.kept' },
  });
}

function insteadOf(state: State, exercise: string, context: Context): Turn {
  const topic = `exercise.${exercise}.instead`;
  return leadBack(answerTo(state, { topics: [topic], nearness: 'meant' }, context), context);
}

/** What of the plan has not been done yet, without the exercise that is brought forward. */
function stillPlanned(state: State, exercise: string, context: Context): PlannedStretch[] {
  const { plan, place } = state;
  if (!plan) return [];
  const left = place?.part === 'stretch' ? plan.stretches.slice(donePieces(state, context)) : plan.stretches;
  return left.filter(({ id }) => id !== exercise);
}

/** How many planned stretches lie before the place. */
function donePieces(state: State, context: Context): number {
  const units = unitsOf(state, context);
  const here = units[state.place?.unit ?? 0]?.exercise;
  const index = state.plan?.stretches.findIndex(({ id }) => id === here) ?? -1;
  return index < 0 ? (state.plan?.stretches.length ?? 0) : index;
}
