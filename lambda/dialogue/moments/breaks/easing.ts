// Ends what was going on and begins the quiet minute after a symptom.

import type { Act, Turn } from '../../act';
import { STEP_FROM_WALL } from '../../acts';
import { pressToolOf } from '../../blocks';
import type { Context } from '../../context';
import { columnOf } from '../../momentTable';
import { EASING_SECONDS } from '../../prompts';
import type { State } from '../../state';
import { answer, moveTo, releaseFor, unitAfterExercise } from '../../turn';
import { openingFor } from '../screening/screening';

/** Begins a quiet minute off everything, then asks whether it has gone. Only a clear yes goes on, never to a press. */
export function ease(state: State, context: Context, row: 'numb' | 'sharp' | 'dizzy', before: State): Turn {
  const asked = before.moment.at === 'screening' ? before.moment.question : 'q8';
  const question = columnOf(before) === 'screening' ? { question: asked } : {};
  const next: State = {
    ...moveTo(state, { at: 'easing', row, resting: true, tries: {}, ...question }),
    place: placeAfterEasing(state, context),
  };
  return answer(next, context, {
    says: [
      ...endCurrentPart(before, row),
      { key: `easing.${row}`, ...(row === 'dizzy' && before.lying ? { context: 'lying' } : {}) },
    ],
    block: { part: 'quiet', why: 'easing', seconds: EASING_SECONDS },
    asks: { key: `easing.ask.${row}` },
  });
}

/** Ends a press or a stretch before the quiet minute (docs/safety.md "The symptom table"). */
function endCurrentPart(before: State, row: 'numb' | 'sharp' | 'dizzy'): Act[] {
  if (before.moment.at === 'stretching') return [{ key: 'easing.outOfStretch' }];
  if (columnOf(before) !== 'touching') return [];
  return row === 'sharp' && pressToolOf(before) === 'ball' ? [STEP_FROM_WALL] : [releaseFor(before)];
}

/** Where the listener may go on: at the stretch after the one that was stopped, never at a press. The closing stays. */
function placeAfterEasing(state: State, context: Context): State['place'] {
  if (!state.plan || state.place?.part === 'close') return state.place;
  if (state.place?.part !== 'stretch') return { part: 'stretch', unit: 0 };
  return { part: 'stretch', unit: unitAfterExercise(state, context) };
}

/** Asks Q6 again out of turn. The questions that are still open follow it. */
export function askSevere(state: State, context: Context): Turn {
  const opened = openingFor(state, context);
  const next: State = {
    ...moveTo(opened.state, { at: 'screening', question: 'q6', tries: {}, noesHeard: 0 }),
    noes: state.noes.filter((question) => question !== 'q6'),
  };
  return answer(next, context, { says: opened.says, asks: { key: 'screening.q6.ask' } });
}
