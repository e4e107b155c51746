// Replies to "Is it on both sides, or getting worse?": a yes is an emergency; a clear no lets the first line stand.

import type { Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { repeatAndEnd, warn } from '../../moments/screening/outcome';
import { promptOf } from '../../prompts';
import type { MomentAt, State, Sure } from '../../state';
import { askOnceMore } from '../../tries';
import { answer, moveTo } from '../../turn';
import { ASKS_AGAIN } from './halfAnswers';

type Warned = MomentAt<'warned'>;

/** The closed question that half an answer is met with; null for an answer that goes by itself. */
function closedFor({ type }: Event, { sure }: Warned): Sure | null {
  if (sure) return null;
  if (type === 'saidQualifiedNo') return 'qualified';
  if (type === 'saidAsUsual') return 'new';
  return type === 'admitted' || type === 'saidVague' ? 'vague' : null;
}

/** Whether an answer is a yes here: once the closed question is open all but a clear no is. */
function isYes(event: Event, { sure }: Warned): boolean {
  switch (event.type) {
    case 'saidYes':
    case 'wasNotSure':
    case 'saidSomewhat':
    case 'mixedAnswer':
    case 'saidTooMuch':
    case 'saidQualifiedNo':
    case 'saidAsUsual':
    case 'admitted':
    case 'saidVague':
      return true;
    case 'chose':
      return event.wishes.side === 'both' || sure !== undefined;
    default:
      return sure !== undefined && sure !== 'qualified' && !ASKS_AGAIN.has(event.type);
  }
}

/** Replies while Q3b is open. The line of class D has been spoken already. */
export function hearBothSides(state: State, event: Event, context: Context, moment: Warned): Turn {
  const { closed } = moment;
  if (event.type === 'saidNo' || event.type === 'saidNone') {
    const answered: Warned = { at: 'warned', closed: { ...closed, asksBothSides: false }, tries: moment.tries };
    return answer(moveTo(state, answered), context, {
      says: [{ key: 'outcome.D.stands' }],
      asks: { key: 'outcome.goBack' },
      repromptSays: closed.lines.map((key) => ({ key })),
    });
  }
  const sure = closedFor(event, moment);
  if (sure) {
    const asked = moveTo(state, { ...moment, sure });
    return answer(asked, context, promptOf(asked, context));
  }
  if (isYes(event, moment)) return warn(state, context, { outcome: 'E', question: closed.question });
  return askOnceMore(state, moment, context, promptOf(state, context), () => repeatAndEnd(state, closed));
}
