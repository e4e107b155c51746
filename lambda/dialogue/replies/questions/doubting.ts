// Replies to "Do you have that now?"; only a clear no leads back to where the doubt came up.

import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { leadBack } from '../../moments/questions/answering';
import type { Doubting } from '../../moments/questions/doubting';
import { GENERAL } from '../../moments/questions/offeringGuide';
import { askDoubt } from '../../prompts';
import type { State } from '../../state';
import { askOnceMore } from '../../tries';
import { answer, moveTo } from '../../turn';
import { reportSymptom } from '../symptom';

/** Leads back to where the doubt came up, after a clear no. */
function dismissDoubt(state: State, moment: Doubting, context: Context): Turn {
  const says: Act[] = [{ key: 'doubt.no' }];
  const first = moment.back.at === 'offeringGuide' && !state.heard.includes(GENERAL.key);
  const heard = first ? [...state.heard, GENERAL.key] : state.heard;
  return leadBack(
    { state: moveTo({ ...state, heard }, moment.back), says: first ? [...says, GENERAL] : says },
    context,
  );
}

/** Replies to "Do you have that now?". Any answer but a clear no becomes a report. */
export function hearDoubt(state: State, event: Event, context: Context, moment: Doubting): Turn | null {
  const report = () => reportSymptom(moveTo(state, moment.back), moment.rows, context, false, moment.question);
  switch (event.type) {
    case 'saidNo':
    case 'saidNone':
      return dismissDoubt(state, moment, context);
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
      return answer(state, context, { asks: askDoubt(moment) });
    default:
      return askOnceMore(state, moment, context, { says: [{ key: 'screening.need' }], asks: askDoubt(moment) }, report);
  }
}
