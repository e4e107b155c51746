// Replies to "Is anything wrong?"; only a clear no offers the rest of the hold.

import type { Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { waitForReady } from '../../moments/breaks/interrupted';
import { askAgain } from '../../prompts';
import type { MomentAt, State } from '../../state';
import { reportSymptom } from '../symptom';

/**
 * Replies to "Is anything wrong?". Whatever is no clear no counts as something sharp at the spot, or as numbness where an
 * arm or a leg was asked about, unless it names a symptom, which is decided before: a quiet minute, and no press in this
 * session.
 */
export function hearWorrying(
  state: State,
  event: Event,
  context: Context,
  { limb }: MomentAt<'worrying'>,
): Turn | null {
  switch (event.type) {
    case 'saidNo':
    case 'saidNone':
      return waitForReady(state, context, []);
    case 'askedHelp':
      return null;
    case 'askedToRepeat':
    case 'askedToExplain':
    case 'askedWhy':
    case 'paused':
      return askAgain(state, context);
    // These end the session, or change what is kept of it; the question waits.
    case 'wantedForgetting':
      return null;
    default:
      return limb
        ? reportSymptom(state, ['numb'], context, false, 'q3')
        : reportSymptom(state, ['sharp'], context, false);
  }
}
