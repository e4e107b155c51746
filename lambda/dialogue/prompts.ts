// The prompt of each moment, used when its question has to be asked again.

import type { Unfit } from '../domain/choice';
import type { Act, Turn } from './act';
import { PLACE_KEPT } from './acts';
import type { Context } from './context';
import { promptForReminder } from './moments/alerts/reminder';
import { placeNameOf } from './rules';
import type { Moment, MomentAt, State } from './state';
import { answer, moveTo, type Parts, releaseFor } from './turn';

/** The prompt of the present moment, with the timed part that is played while the listener waits in it. */
export function promptOf(state: State, context: Context): Parts {
  const { moment } = state;
  switch (moment.at) {
    case 'screening':
      return { asks: { key: `screening.${moment.question}.ask` } };
    case 'reading':
      return { asks: { key: 'reading.ask' } };
    case 'recap':
      return { says: [{ key: 'recap.goBack' }], asks: { key: 'recap.ask' } };
    case 'warned': {
      const repromptSays = moment.closed.lines.map((key) => ({ key }));
      return { asks: { key: moment.closed.asksBothSides ? 'screening.q3b' : 'outcome.goBack' }, repromptSays };
    }
    case 'offeringGuide':
      return { asks: { key: 'guide.offer' } };
    case 'doubting':
      return { asks: { key: 'doubt.ask' } };
    case 'offeringTips':
      return { asks: { key: 'tips.offer' } };
    case 'welcomingBack':
      return { asks: { key: 'back.offer', context: placeNameOf(state) } };
    case 'rechecking':
      return { asks: { key: `recheck.${moment.after}` } };
    case 'restarting':
      return { asks: { key: 'recheck.start' } };
    case 'forgetting':
      return { asks: { key: 'forget.ask' } };
    case 'reminding':
      return promptForReminder(moment);
    case 'warmingUp':
      return { asks: { key: 'warmUp.ask' } };
    case 'choosing':
      return promptForChoosing(state, moment);
    case 'readying':
      return promptForReadying(state, moment);
    default:
      return promptForGuided(state, moment, context);
  }
}

function promptForChoosing(state: State, moment: MomentAt<'choosing'>): Parts {
  if (moment.asks === 'stretchesInstead') return { asks: { key: 'offer.stretchesInstead' } };
  if (moment.asks === 'usual') return { asks: proposeUsual(state) };
  if (moment.asks === 'mend') return { asks: { key: 'mend', context: mendContextOf(state) } };
  return { asks: { key: `choose.${moment.asks}` } };
}

/** "Five minutes with the ball again?" */
export function proposeUsual({ usual }: State): Act {
  return { key: 'choose.usual', context: `${usual?.minutes ?? 5}_${usual?.tool ?? 'none'}` };
}

/** "I leave the neck out.", "A golf ball is too hard." */
export const sayUnfit = (what: Unfit): Act => ({ key: 'unfit', context: what });

/** Names the pair that does not fit: tool and region, or the roller and a chair. */
export function mendContextOf(state: State): string {
  const { tool, region, place } = state.wishes;
  const pair =
    tool === 'roller' && region !== 'lower' && place === 'chair'
      ? 'roller_chair'
      : `${tool ?? 'hands'}_${region ?? 'middle'}`;
  return state.lacks.includes('ball') ? `${pair}_noball` : pair;
}

/**
 * Fetching a ball takes longer than a microphone waits, so the wait is a quiet timeline (docs/principles.md "Time in an
 * answer").
 */
const FETCHING_SECONDS = 40;

function promptForReadying(state: State, moment: MomentAt<'readying'>): Parts {
  if (moment.asks === 'soreness') return { asks: { key: 'ready.soreness' } };
  const tool = state.plan?.choice.tool ?? 'none';
  const block = { part: 'quiet', why: 'fetching', seconds: FETCHING_SECONDS } as const;
  return { block, asks: { key: 'ready.ask', context: tool }, repromptAsks: PLACE_KEPT };
}

/** The quiet minute after a symptom (docs/safety.md "The symptom table"). */
export const EASING_SECONDS = 60;

/** A pause lasts three minutes; its prompt comes last. */
const PAUSE_SECONDS = 180;

function promptForGuided(state: State, moment: Moment, context: Context): Parts {
  switch (moment.at) {
    case 'finding':
      return {
        block: { part: 'find', form: 'again', rule: false },
        asks: { key: 'find.ask' },
        carriesOn: true,
        carrySays: [releaseFor(state)],
      };
    case 'checking':
      return { asks: { key: 'check.strength' }, carriesOn: true };
    case 'feeling':
      return { asks: { key: `feeling.${moment.about}` }, carriesOn: true };
    case 'offering':
      return { asks: { key: `offer.${moment.what}` }, carriesOn: true };
    case 'between':
      return { asks: { key: 'between.ready' }, carriesOn: true };
    case 'easing':
      return { asks: { key: `easing.ask.${moment.row}` } };
    case 'locating':
      return { asks: { key: 'sharp.where' } };
    case 'pausing':
      return {
        block: { part: 'quiet', why: 'pause', seconds: PAUSE_SECONDS },
        asks: { key: 'pause.ask' },
        repromptAsks: PLACE_KEPT,
      };
    case 'keepingPlace':
      return { asks: { key: context.remembered ? 'pause.keep' : 'pause.stop' } };
    case 'closing':
      return moment.asks === 'numb'
        ? { asks: { key: 'close.numb' }, repromptSays: [{ key: 'close.net' }] }
        : { asks: { key: 'close.soreness' }, repromptSays: [{ key: 'close.net' }] };
    default:
      return promptForInterrupted(state);
  }
}

/** Says how much is left of what was broken off, then asks for "ready". */
export function promptForInterrupted(state: State): Parts {
  const { place } = state;
  const rest = place?.restSeconds;
  const what = place?.part === 'stretch' ? 'stretch' : 'press';
  const left: Act[] = rest ? [{ key: `resume.left.${what}`, values: { seconds: rest } }] : [];
  const tool = place?.part === 'stretch' ? 'stretch' : (state.plan?.choice.tool ?? 'none');
  return { says: left, asks: { key: 'resume.ask', context: tool }, repromptAsks: PLACE_KEPT };
}

/** Asks the present question again after `says`. A timed part that was playing is broken off and waits for "ready". */
export function askAgain(state: State, context: Context, says: Act[] = []): Turn {
  const playing = state.moment.at === 'pressing' || state.moment.at === 'stretching';
  const here = playing ? moveTo(state, { at: 'interrupted' }) : state;
  const parts = promptOf(here, context);
  return answer(here, context, { ...parts, says: [...says, ...(parts.says ?? [])] });
}
