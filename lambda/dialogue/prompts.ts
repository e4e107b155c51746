// The prompt of each moment, used when its question has to be asked again.

import type { Unfit } from '../domain/choice';
import type { Tool } from '../domain/exercise';
import type { Act, Turn } from './act';
import { PLACE_KEPT } from './acts';
import { askHealth } from './asking';
import type { Context } from './context';
import { holdSecondsNow } from './holdLength';
import { promptForReminder } from './moments/alerts/reminder';
import { cutToSteps } from './position';
import { placeNameOf, secondsLeftOnSpot } from './rules';
import type { ChoiceQuestion, Moment, MomentAt, State } from './state';
import { answer, moveTo, type Parts, releaseFor } from './turn';

/** The prompt of the present moment, with the timed part that is played while the listener waits in it. */
export function promptOf(state: State, context: Context): Parts {
  const { moment } = state;
  switch (moment.at) {
    case 'screening':
      return partsOfQuestion(moment, state, context);
    case 'reading':
      return { asks: { key: 'reading.ask' } };
    case 'recap':
      return { says: state.visit === 'full' ? [{ key: 'recap.goBack' }] : [], asks: askToStart(state) };
    case 'warned':
      return { asks: askAfterWarning(moment), repromptSays: moment.closed.lines.map((key) => ({ key })) };
    case 'offeringGuide':
      return { asks: { key: 'guide.offer' } };
    case 'doubting':
      return { asks: askDoubt(moment) };
    case 'offeringTips':
      return { asks: { key: 'tips.offer' } };
    case 'welcomingBack':
      return { asks: { key: 'back.offer', context: placeNameOf(state) } };
    case 'rechecking':
      return { asks: askWhatIsNew(moment.after) };
    case 'restarting':
      return { asks: { key: 'recheck.start' } };
    case 'forgetting':
      return { asks: { key: 'forget.ask' } };
    case 'reminding':
      return promptForReminder(moment);
    case 'choosing':
      return promptForChoosing(state, moment, context);
    case 'readying':
      return { asks: { key: `ready.${moment.asks}` } };
    case 'fetching':
      return {
        block: { part: 'quiet', why: 'fetching', seconds: FETCHING_SECONDS },
        asks: { key: 'pause.ask' },
        repromptAsks: PLACE_KEPT,
      };
    default:
      return promptForGuided(state, moment, context);
  }
}

/** The one question that stands for all: what is new, and after a lost session or a strange voice also who is here. */
export function askWhatIsNew(after: MomentAt<'rechecking'>['after']): Act {
  return { key: after === 'pause' ? 'recheck.pause' : 'recheck.loss' };
}

/** Asks for the word that opens the routine; who spoke is part of it where that was asked. */
export function askToStart({ visit, asksWho }: State): Act {
  if (visit === 'full') return { key: 'recap.ask' };
  return { key: asksWho ? 'recap.askSame' : 'recap.askBack' };
}

/** Tells one who has said other words where "start" was asked for. */
export const ONE_WORD: Act = { key: 'recap.onlyStart', context: 'again' };

/**
 * A health question as it stands: in full, as a closed question, or whether what is always there is new. Silence cannot be
 * answered, so what it would lead to at Q1 and Q2 is the reprompt.
 */
export function partsOfQuestion({ question, sure }: MomentAt<'screening'>, state: State, context: Context): Parts {
  if (!sure) return { asks: askHealth(question, state, context) };
  const asks: Act = { key: sure === 'new' ? 'screening.new' : `screening.${question}.sure` };
  if (sure === 'qualified' || (question !== 'q1' && question !== 'q2')) return { asks };
  const lines: Act[] = sure === 'vague' ? [{ key: `outcome.unclear.${question}` }] : [{ key: 'outcome.E' }];
  return { asks, repromptSays: lines, repromptAsks: { key: 'outcome.goBack' } };
}

function askAfterWarning({ closed, sure }: MomentAt<'warned'>): Act {
  if (!closed.asksBothSides) return { key: 'outcome.goBack' };
  if (!sure) return { key: 'screening.q3b' };
  return { key: sure === 'new' ? 'screening.new' : 'screening.q3b.sure' };
}

/** "Do you have that now?", or what would make a headache urgent. */
export const askDoubt = ({ head }: MomentAt<'doubting'>): Act => ({ key: head ? 'doubt.head' : 'doubt.ask' });

function promptForChoosing(state: State, moment: MomentAt<'choosing'>, context: Context): Parts {
  if (moment.asks === 'stretchesInstead') return { asks: { key: 'offer.stretchesInstead' } };
  if (moment.asks === 'usual') return { asks: proposeUsual(state) };
  if (moment.asks === 'mend') return { asks: { key: 'mend', context: mendContextOf(state, context) } };
  return { asks: askFor(moment.asks, toolOf(state)) };
}

/** The tool that is wished for; none once nothing may press. */
export function toolOf({ wishes, pressOff, skinNoted }: State): Tool | undefined {
  return pressOff || skinNoted ? 'none' : wishes.tool;
}

/** Asks one thing about the routine. For stretches alone there is no knot to ask for. */
export function askFor(question: ChoiceQuestion, tool: Tool | undefined): Act {
  return { key: `choose.${question}`, ...(question === 'region' && tool === 'none' ? { context: 'none' } : {}) };
}

/** "Upper left with the ball again, five minutes?" */
export function proposeUsual({ usual }: State): Act {
  const { region = 'upper', side = 'left', tool = 'none', minutes = 5 } = usual ?? {};
  const context = tool === 'none' ? `${region}_none` : `${region}_${side}_${tool}`;
  return { key: 'choose.usual', context, values: { minutes } };
}

/** Offers one more on the spot, which only "ready" takes, or what comes after it. */
export function askForMore(state: State, what: MomentAt<'offering'>['what'], context: Context): Act {
  if (what === 'stretches') return { key: 'offer.stretches' };
  const next = (state.plan?.spots.length ?? 0) > state.spots.length ? { context: 'next' } : {};
  if (what === 'pin') return { key: 'offer.pin' };
  const left = cutToSteps(secondsLeftOnSpot(state, context), state, context);
  const seconds = Math.min(holdSecondsNow(state, context), left);
  return { key: `offer.${what}`, ...next, values: { seconds } };
}

/** "I leave the neck out.", "A golf ball is too hard." */
export const sayUnfit = (what: Unfit): Act => ({ key: 'unfit', context: what });

/** Whether the tool that is wished for is left out because of the age that was told. */
export function isLeftOutForAge({ gentle, wishes: { tool } }: State, { routine }: Context): boolean {
  return gentle && tool !== undefined && routine.gentle.withoutTools.includes(tool);
}

/** Names the pair that does not fit: tool and region, or the roller and a chair; for one left out for age, only that. */
export function mendContextOf(state: State, context: Context): string {
  const { tool, region, place } = state.wishes;
  const pair = isLeftOutForAge(state, context)
    ? 'gentle'
    : tool === 'roller' && region !== 'lower' && place === 'chair'
      ? 'roller_chair'
      : `${tool ?? 'hands'}_${region ?? 'middle'}`;
  return state.lacks.includes('ball') ? `${pair}_noball` : pair;
}

/**
 * Fetching a ball takes longer than a microphone waits, so the wait is a quiet timeline (docs/principles.md "Time in an
 * answer").
 */
const FETCHING_SECONDS = 45;

/** The quiet minute after a symptom (docs/safety.md "The symptom table"). */
export const EASING_SECONDS = 60;

/** A pause lasts three minutes; its prompt comes last. */
const PAUSE_SECONDS = 180;

function promptForGuided(state: State, moment: Moment, context: Context): Parts {
  switch (moment.at) {
    case 'finding':
      return {
        block: { part: 'find' },
        asks: { key: 'find.ask' },
        carriesOn: true,
        carrySays: [releaseFor(state)],
      };
    case 'checking':
      return { asks: { key: 'check.strength' }, carriesOn: true };
    case 'worrying':
      return { asks: { key: moment.limb ? 'worry.limb' : 'worry.ask' }, repromptSays: [{ key: 'close.net' }] };
    case 'feeling':
      return { asks: { key: `feeling.${moment.about}` }, carriesOn: true };
    case 'offering':
      return { asks: askForMore(state, moment.what, context), carriesOn: true };
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

/** Where to be for "ready": at the spot, in the stretch that was broken off, or nowhere in particular. */
function whereToBe({ place, plan }: State): string {
  // A stretch that begins from its start says where to be, and the spot of a pin and stretch is pinned when it is told.
  if (place?.part === 'stretch') return place.restSeconds === undefined ? 'next' : 'stretch';
  return place?.part === 'pin' ? 'pin' : (plan?.choice.tool ?? 'none');
}

/** Says how much is left of what was broken off, then asks for "ready". */
export function promptForInterrupted(state: State): Parts {
  const { place } = state;
  const rest = place?.restSeconds;
  const what = place?.part === 'stretch' ? 'stretch' : 'press';
  const left: Act[] = rest ? [{ key: `resume.left.${what}`, values: { seconds: rest } }] : [];
  return { says: left, asks: { key: 'resume.ask', context: whereToBe(state) }, repromptAsks: PLACE_KEPT };
}

/** Asks the present question again after `says`. A timed part that was playing is broken off and waits for "ready". */
export function askAgain(state: State, context: Context, says: Act[] = []): Turn {
  const playing = state.moment.at === 'pressing' || state.moment.at === 'stretching';
  const here = playing ? moveTo(state, { at: 'interrupted' }) : state;
  const parts = promptOf(here, context);
  return answer(here, context, { ...parts, says: [...says, ...(parts.says ?? [])] });
}
