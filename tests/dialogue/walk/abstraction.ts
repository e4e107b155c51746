// Decides which states count as the same place of the walk, and what is dropped for that.

import type { KeptPlace } from '../../../lambda/dialogue/context';
import type { Block, Moment, State, Tries } from '../../../lambda/dialogue/state';
import type { QuestionId, ScreeningForm } from '../../../lambda/domain/healthQuestions';
import type { Plan } from '../../../lambda/domain/routine';
import { BEFORE_START } from './cells';
import type { History } from './memory';

/** What two states may differ in and still count as one, for a reader of the test's output. */
export const DROPPED: readonly string[] = [
  'every time of day (startedAtMs, lastTurnMs, playing.sentAtMs, lengths of words): the points in a timed part are walked, and half an hour after it',
  'how long a search or a break has lasted; said: the words that can be repeated; misses in a row',
  'tries: the kind counted highest and its number; none once a health answer was taken back, a symptom said or a wish told',
  'noes: fewer, as many or more than the question has before it; not which',
  'stretched, cardSent: they only choose the lines of a card',
  'doubted: whether the present question is, not the others; recheckOff',
  'wishes: which are made and whether they press while choosing; before, whether there are any; later the plan stands for them',
  'plan: region, minutes, stretches, padding; once nothing is in hand all but whether it presses',
  'place: which unit between the first and the last, how many seconds are left; exercises heard',
  'spots: all but the last; its seconds up to fifty and above, holds above two, strength up to five and above',
  'settings: counting is kept while getting ready; easier, pauses, lacks; soreBefore outside the closing',
  'moment to come back to: its question',
  'answered: it only tells what "more" and "something else" speak of; both are said to answers in every state, one step on',
  'reminding: the days and the time; which of them is asked for, and the tries, where it was not asked for at the beginning',
  'doubting: the symptom, the topic, the try and the wishes; a yes, a no and two stray words follow each doubt, steps on',
];

/** Six and more closes some ways; eight and more closes pressing, which is told apart by itself. */
const isHigh = (strength: number | null): boolean => (strength ?? 0) > 5;

/** Up to how often an unclear answer is told apart: the screening counts to three, everything later to one. */
function triesKey(tries: Tries, most: number): string {
  const counted = Object.entries(tries).filter(([kind, count]) => kind !== 'repeat' && count > 0);
  const [kind, count] = counted.sort(([, one], [, other]) => other - one)[0] ?? ['', 0];
  return count > 0 ? `${kind}${Math.min(most, count)}` : '';
}

function toldApart(moment: Moment, plain: boolean): unknown {
  if (moment.at === 'screening' && !plain) return { at: moment.at, question: moment.question, noes: moment.noesHeard };
  if (moment.at === 'easing') return { ...moment, question: moment.question !== undefined };
  // Days and times choose words, and nothing else; what is still missing is told by the question.
  if (moment.at === 'reminding') return { at: moment.at, confirms: moment.asks === 'confirm' };
  if (moment.at === 'pressing') return { at: moment.at, remarks: moment.remarks ?? 0 };
  // How long a break has lasted is told by the clock; whether its question is owed whatever it lasts is not.
  if (moment.at === 'pausing' || moment.at === 'keepingPlace') return { at: moment.at, owed: moment.sinceMs === 0 };
  // How long a search has lasted is told by the clock, not by the state.
  if (moment.at === 'finding') return { at: moment.at, round: moment.round };
  if (moment.at === 'fetching') return { at: moment.at };
  return moment.at === 'doubting' ? { at: moment.at } : moment;
}

function momentKey(moment: Moment, plain: boolean): unknown {
  const { tries, back, closed, ...rest } = moment as Moment & {
    tries?: Tries;
    back?: Moment;
    closed?: { outcome: string; asksBothSides?: boolean };
  };
  return [
    toldApart(rest as Moment, plain),
    tries && plain && moment.at !== 'finding'
      ? triesKey(tries, ['screening', 'recap', 'reading'].includes(moment.at) ? 3 : 1)
      : '',
    back?.at ?? '',
    closed ? [closed.outcome, closed.asksBothSides] : '',
  ];
}

/** Moments in which the tool is in hand, or about to be: there plan and spots are told apart in full. */
const IN_HAND: readonly string[] = [
  'readying',
  'finding',
  'pressing',
  'checking',
  'feeling',
  'offering',
  'interrupted',
];

/** Moments whose answer depends on how often and how hard the last spot was pressed. */
const AFTER_PRESSING: readonly string[] = ['stretching', 'between', 'closing', 'interrupted', 'checking'];

/** Whether it presses, another spot is to come, the pin is next; and whether its sentences are the short ones. */
const planKey = ({ choice, spots, pin, brief }: Plan, done: number): unknown => [
  choice.tool !== 'none',
  spots.length > done,
  pin && spots.length === done,
  brief,
];

function whereKey({ plan, place }: Pick<State, 'plan' | 'place'>): unknown {
  if (!place) return null;
  const stretches = plan?.stretches.length ?? 0;
  const where = place.unit === 0 ? 'first' : place.unit < stretches ? 'later' : 'last';
  return [place.part, where, place.restSeconds === undefined ? 'whole' : Math.sign(place.restSeconds)];
}

/** What of the spots can still lead to a press. */
function spotsKey(spots: readonly Omit<State['spots'][number], 'side'>[]): unknown {
  const last = spots.at(-1);
  if (!last) return [];
  const begun = last.pressedSeconds > 0 || last.holds > 0;
  return [spots.length, begun, last.pressedSeconds > 50, Math.min(2, last.holds), last.pinned, isHigh(last.strength)];
}

/** What of them can be asked for once the stretches have begun. */
function oneMoreKey(spots: State['spots']): unknown {
  const last = spots.at(-1);
  return last ? [spots.length, last.pressedSeconds > 50, last.holds === 1, isHigh(last.strength)] : [];
}

/** Plan, place and spots of a routine; before "start" only which part a kept place is in. */
function routineKey(state: State, before: boolean): unknown {
  const { cleared, moment, plan, place, spots } = state;
  if (!cleared) return place !== null;
  const presses = plan !== null && plan.choice.tool !== 'none' && !state.pressOff;
  const fresh =
    spots.length === 0 || (spots.length === 1 && spots[0]?.pressedSeconds === 0 && spots[0].strength === null);
  const tool = fresh && ['readying', 'finding', 'pressing'].includes(moment.at) ? plan?.choice.tool : '';
  if (IN_HAND.includes(moment.at) && place?.part !== 'stretch')
    return [
      fresh && before,
      tool,
      plan && (fresh || moment.at !== 'finding') ? planKey(plan, spots.length) : '',
      moment.at === 'interrupted' ? whereKey(state) : '',
      spotsKey(spots),
    ];
  const where = ['stretching', 'between', 'interrupted'].includes(moment.at) ? whereKey(state) : place?.part;
  return [presses, where, presses && AFTER_PRESSING.includes(moment.at) ? oneMoreKey(spots) : ''];
}

function blockKey(block: Block | null | undefined): unknown {
  if (!block) return null;
  if (block.part === 'press') return ['press', block.seconds < 30 || block.seconds, block.lead === 'rest'];
  return [block.part, block.part === 'pin' && block.reps > 3];
}

/**
 * The walk's own memory, as far as it says "no" where the state says "yes": a state that believes more than was heard
 * is a place of its own, and is walked on from until it does harm.
 */
function historyKey(history: History, state: State): unknown {
  const { moment, spots } = state;
  const onceMore = moment.at === 'screening' && moment.noesHeard > 0 ? moment.question : null;
  const pressedMore = (history.spots.at(-1)?.ms ?? 0) / 1000 > (spots.at(-1)?.pressedSeconds ?? 0) + 5;
  return [
    state.noes.filter((one) => !history.noes.includes(one)),
    history.owed.filter((one) => one !== onceMore && !state.doubted.includes(one)),
    state.cleared && !history.open,
    state.cleared && history.paused && !state.away && !['pausing', 'keepingPlace', 'rechecking'].includes(moment.at),
    state.away,
    history.pressOff && !state.pressOff,
    state.skinClear && !history.skin,
    history.standing !== null && !state.guideOff,
    state.cleared && (history.spots.length > spots.length || pressedMore),
    history.listHeard && !state.cleared,
    history.recheck,
    history.skinAlone && !state.heard.includes('outcome.M') && !state.skinNoted,
    (history.doubt !== null) !== (moment.at === 'doubting'),
    history.begun === 'asking',
    history.told && !state.recheckOff,
    state.visit === 'return' && !state.cleared && (history.mayReturn === 'no' || history.voided !== null),
    moment.at === 'pressing' ? history.remarks - (moment.remarks ?? 0) : 0,
  ];
}

/** Which parts of a choice are made, and whether it presses. */
function wishesKey({ moment, wishes, plan }: State): unknown {
  if (plan || moment.at === 'doubting') return '';
  return moment.at === 'choosing' ? (wishes.tool ?? '') : Object.keys(wishes).length > 0;
}

const ON_RETURN: readonly QuestionId[] = ['q1', 'q2', 'r3', 'r4'];

/** Questions answered before their turn, or open after it. */
function noesKey({ moment, noes, visit }: State): number {
  if (moment.at !== 'screening' || moment.question === 'q9' || moment.question === 'r0') return 0;
  const turn = (visit === 'return' ? ON_RETURN : BEFORE_START).indexOf(moment.question);
  return turn < 0 ? 2 : Math.sign(noes.filter((one) => one !== 'r0').length - turn);
}

/** The way through the questions that most listeners take; unclear answers are counted on it alone. */
function isPlain(state: State): boolean {
  const { moment } = state;
  if (moment.at === 'reminding' || moment.at === 'warmingUp') return moment.back.at === 'offeringGuide';
  if (['choosing', 'doubting'].includes(moment.at) || (moment.at === 'easing' && !state.cleared)) return false;
  if (moment.at !== 'screening') return true;
  const doubted = state.doubted.length > 0 || state.guideOff || state.pressOff || state.skinNoted;
  return !doubted && noesKey(state) === 0 && Object.keys(state.wishes).length === 0;
}

/** Which questions come first, until "start". */
function visitKey({ visit, asksWho, cleared, suspended }: State): unknown {
  return visit === 'return' && !cleared && !suspended && asksWho ? 'asks who' : cleared || suspended ? '' : visit;
}

/** Whether a moment with another prompt is another place; a reminder's where it began, a closed question's when plain. */
function promptMatters(state: State): boolean {
  const { moment } = state;
  if (moment.at === 'reminding') return moment.back.at === 'offeringGuide';
  return moment.at !== 'doubting' && (moment.at !== 'screening' || isPlain(state));
}

/** What tells sessions apart besides their state. */
export interface Around {
  form: ScreeningForm;
  /** A place is kept. */
  place: boolean;
  /** Something was pressed in earlier sessions, so that a hold may be long at once. */
  before: boolean;
}

/**
 * States with the same key are walked once; the first one found stands for the others. `around` is what tells sessions
 * apart until one is open.
 */
export function keyOf(state: State, history: History, prompt: string | undefined, around: Around): string {
  const { moment, playing, doubted } = state;
  const question = moment.at === 'screening' ? moment.question : null;
  return JSON.stringify([
    momentKey(moment, isPlain(state)),
    state.cleared ? '' : [around.form, around.place],
    visitKey(state),
    promptMatters(state) ? prompt : '',
    noesKey(state),
    question !== null && doubted.includes(question),
    [state.cleared, state.pressOff, state.guideOff, state.cleared && !state.pressOff && state.skinClear],
    ['recap', 'choosing'].includes(moment.at) && state.skinNoted,
    wishesKey(state),
    moment.at === 'choosing' ? around : '',
    routineKey(state, around.before),
    moment.at === 'readying' && state.spots.length === 0 ? state.settings.counting === 'more' : '',
    moment.at === 'closing' ? state.soreBefore !== null : '',
    playing ? [blockKey(playing.block), !playing.block && playing.afterSilence !== undefined] : null,
    historyKey(history, state),
  ]);
}

/** What is kept between sessions, as a place of the walk. */
export function keptKey(kept: KeptPlace | null, mayRecheck: boolean): string {
  if (!kept) return 'nothing kept';
  const spots = kept.spots.map((spot) => ({ ...spot, strength: null }));
  return JSON.stringify([kept.plan.choice.tool === 'none', kept.place.part, spotsKey(spots), mayRecheck]);
}
