// Replies after an outcome line: to "go back", "both sides?" and posture tips; anything else repeats the line and ends.

import type { Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { repeatAndEnd } from '../../moments/screening/outcome';
import { askQuestion, beginScreening, openingFor } from '../../moments/screening/screening';
import type { MomentAt, State } from '../../state';
import { answer, endSession } from '../../turn';
import { hearBothSides } from './bothSides';

/** Replies after an outcome line. Anything but "go back" and posture tips after a C repeats the line and ends. */
export function hearWarned(state: State, event: Event, context: Context, moment: MomentAt<'warned'>): Turn {
  const { closed } = moment;
  if (event.type === 'wentBack' || event.type === 'wantedPrevious') {
    const opened = openingFor(state, context);
    if (context.screeningForm === 'read') return beginScreening(opened.state, context, opened.says);
    return askQuestion(opened.state, context, closed.question, opened.says);
  }
  if (closed.asksBothSides) return hearBothSides(state, event, context, moment);
  if (event.type === 'askedPostureTips' && closed.outcome === 'C')
    return endSession(state, [{ key: 'tips.posture' }, { key: 'tips.breathing' }]);
  return repeatAndEnd(state, closed);
}

/** Replies to the offer of posture tips instead of a routine; the session ends with them. */
export function hearTipsOffer(state: State, event: Event, context: Context): Turn {
  switch (event.type) {
    case 'saidYes':
    case 'askedPostureTips':
    case 'saidSomewhat':
      return endSession(state, [{ key: 'tips.posture' }, { key: 'tips.breathing' }]);
    case 'saidNo':
    case 'saidNone':
    case 'wantedNext':
    case 'triedToStart':
    case 'saidStart':
      return endSession(state, [{ key: 'screening.end' }]);
    case 'wentBack':
    case 'wantedPrevious':
      return beginScreening(state, context);
    case 'askedToRepeat':
    case 'askedHelp':
    case 'askedToExplain':
    case 'askedWhy':
    case 'unclear':
    case 'notUnderstood':
      return answer(state, context, { asks: { key: 'tips.offer' } });
    default:
      // Nothing else leads on after the screening was refused.
      return endSession(state, [{ key: 'screening.end' }]);
  }
}
