// Decides whether an answer does what must follow a report.

import type { Turn } from '../../../lambda/dialogue/act';
import type { ScreeningForm } from '../../../lambda/domain/healthQuestions';
import type { Due } from './cells';

export const spoken = ({ says, asks }: Turn): string =>
  [...says.map(({ key }) => key), asks ? asks.key : '(end)'].join(' ');

/** Where nothing is collected no question can be asked again: the class of that question will do. */
export const dueIsMet = (turn: Turn, due: Due, form: ScreeningForm): boolean =>
  meets(turn, due) || (due === 'q6' && form === 'read' && meets(turn, 'C'));

/** The sentences that are due, and the prompt that goes with them. */
function meets({ says, plays, asks }: Turn, due: Due): boolean {
  const said = (key: string): boolean => says.some((act) => act.key === key || act.key === `${key}.after`);
  switch (due) {
    case 'E':
    case 'C':
      return said(`outcome.${due}`) && asks?.key === 'outcome.goBack' && plays.length === 0;
    case 'D':
      return said('outcome.D') && /^(outcome\.goBack|screening\.q3b)$/.test(asks?.key ?? '') && plays.length === 0;
    case 'D3b':
      return said('outcome.D') && asks?.key === 'screening.q3b';
    case 'M':
      return said('outcome.M') && asks?.key === 'offer.stretchesInstead';
    case 'minute':
      return (
        says.some(({ key }) => key.startsWith('easing.')) &&
        plays.every(({ kind }) => kind === 'quiet') &&
        plays.length > 0 &&
        asks?.key.startsWith('easing.ask.') === true
      );
    case 'where':
      return asks?.key === 'sharp.where';
    case 'q6':
      // Said as the first words of a session it is asked in its turn.
      return asks?.key === 'screening.q6.ask' || says.some(({ key }) => key === 'opening.long');
    case 'noted':
      return said('skin.noted');
    case 'net':
      return said('close.net');
  }
}
