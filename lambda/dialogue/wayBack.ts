// Where does somebody come back to from a question on the way?

import type { Moment } from './state';

/**
 * The moment they were in. Whatever was leaned on or held has been let go by then and waits for "ready"; a question on
 * the way is dropped for the next one.
 */
export function wayBack(moment: Moment): Moment {
  switch (moment.at) {
    case 'forgetting':
    case 'reminding':
    case 'warmingUp':
      return moment.back;
    case 'finding':
    case 'pressing':
    case 'stretching':
      return { at: 'interrupted' };
    default:
      return moment;
  }
}
