// Leads a listener to each point of a session.

import type { Wishes } from '../../lambda/domain/choice';
import type { QuestionId } from '../../lambda/domain/healthQuestions';
import type { Slot } from '../../lambda/domain/timeline';
import { ON_RETURN } from './health-questions';
import { A_QUESTION, aListener, type Listener, type ListenerOptions } from './listener';

/** Ten minutes: two spots, a pin and stretch, and stretches over several answers. */
export const LONG: Wishes = { region: 'upper', side: 'both', tool: 'ball', minutes: 10 };
/** Five minutes on one side: one spot, the checks of an unhurried routine. */
export const USUAL: Wishes = { region: 'upper', side: 'left', tool: 'ball', minutes: 5 };

/** At a health question, every question before it answered no. */
export function askedTo(question: QuestionId, options: ListenerOptions = {}): Listener {
  if (question === 'q9') return aListener(options).screened().wants(USUAL);
  if (question.startsWith('r')) return onReturn(options).answersNo(ON_RETURN.indexOf(question));
  return aListener(options)
    .says('launched')
    .answersNo(Number(question.slice(1)) - 1);
}

/** Opened on a return visit, the day after all questions were passed. */
export const onReturn = (options: ListenerOptions = {}): Listener =>
  aListener({ remembered: { today: 1 }, screened: { day: 0, voice: 'unknown' }, ...options }).says('launched');

export const atRecap = (options: ListenerOptions = {}): Listener => aListener(options).says('launched').answersNo(8);

export const choosing = (options: ListenerOptions = {}): Listener => aListener(options).screened();

export const asksSoreness = (wishes = USUAL): Listener => choosing().wants(wishes).answersNo();

/** Something is being fetched before the search. */
export const readying = (wishes = USUAL): Listener => asksSoreness(wishes).says({ type: 'needsToFetch', tool: null });

/** How sore it is was told, where it is asked, and the search has begun. */
export const finding = (wishes = USUAL): Listener => {
  const listener = asksSoreness(wishes);
  return listener.at === 'readying' ? listener.number(5) : listener;
};

/** The first hold has just been sent; the next thing is said in the middle of it, unless another time is given. */
export function pressing(wishes = USUAL): Listener {
  const listener = finding(wishes).says('wasReady');
  return listener.after(listener.pressBeginsAt + 11);
}

/** "How strong was it?", after the first hold. */
export const checking = (wishes = USUAL): Listener => finding(wishes).says('wasReady', 'askedToRepeat');

/** "Any sharp or electric feeling?" */
export const asksSharp = (wishes = USUAL): Listener => finding(wishes).says('wasReady').number(4);

/** "Want one more?" */
export const offering = (wishes = USUAL): Listener => asksSharp(wishes).answersNo();

/** The second spot's first hold is over and was a four: "any numbness?" */
export const asksNumb = (): Listener => offering(LONG).says('saidNo', 'wasReady').number(4);

/** The first stretches have just been sent; the next thing is said five seconds into the left side of the neck tilt. */
export function stretching(wishes = USUAL): Listener {
  const listener = offering(wishes).says('wantedStretches');
  const tilt = ({ exercise, kind }: Slot) => exercise === 'neck-tilt' && kind === 'hold';
  const held = ({ kind }: Slot) => kind === 'hold' || kind === 'count';
  return listener.after(listener.secondOf(listener.heard().plays.some(tilt) ? tilt : held) + 5);
}

/** Between two answers of stretches; the first of ten minutes has been heard. */
export const between = (): Listener =>
  choosing()
    .wants({ ...LONG, tool: 'none' })
    .says('askedHelp');

/** Something was asked in the middle of the first hold. */
export const interrupted = (wishes = USUAL): Listener => pressing(wishes).says(A_QUESTION);

export const paused = (wishes = USUAL): Listener => pressing(wishes).says('paused');

/** "Anything new since you answered?" */
export const rechecking = (wishes = USUAL): Listener => paused(wishes).says('wasReady');

/** "Any numbness, tingling, or weakness now?", after the last stretch. */
export function closing(wishes = USUAL): Listener {
  const listener = offering(wishes).says('saidNo', 'askedHelp');
  for (let answers = 0; listener.at === 'between' && answers < 10; answers++) listener.says('wasReady', 'askedHelp');
  return listener;
}

/** Every point at which something is led or about to be, with its name. */
export const GUIDED: Record<string, (wishes?: Wishes) => Listener> = {
  'waiting to begin': readying,
  finding,
  pressing,
  'asked how strong it was': checking,
  'asked for a sharp feeling': asksSharp,
  'offered one more': offering,
  stretching,
  'between the stretches': between,
  'interrupted in a press': interrupted,
  paused,
  'asked after a pause': rechecking,
  closing,
};
