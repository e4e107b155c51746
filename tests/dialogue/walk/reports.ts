// Tells which reports, numbers and answers close pressing, or void the questions that were passed before.

import type { Turn } from '../../../lambda/dialogue/act';
import type { Event } from '../../../lambda/dialogue/event';
import { isDoubtful, isNo, isYes, promptAnswered, questionAsked } from './given-answers';
import type { Instant } from './instants';
import type { History, Step } from './memory';
import { promptIn } from './when';

/** A number after the hold, or any time before the question that follows it. */
const tellsStrength = (heard: Turn | null, { asked, sounding }: Instant): boolean =>
  heard?.asks?.key === 'check.strength' && (asked || ['words', 'lead', 'press', 'release'].includes(sounding));

/** A number told before the first hold, or while the spot is looked for. */
const tellsSoreness = (heard: Turn | null, { asked, sounding }: Instant): boolean =>
  (heard?.asks?.key === 'find.ask' && (asked || sounding === 'words' || sounding === 'search')) ||
  (asked && heard?.asks?.key === 'ready.soreness');

/** What "Is anything wrong?" may lead to besides the question itself, which is then still open. */
const WORRY_WAITS = /^(worry\.|forget\.ask|doubt\.)/;

/** Seventy and older. */
const OLD = 70;

/** Whether a report is about a limb in half a sentence, at a health question: asked once more before it counts. */
export const isHalfReport = (event: Event, heard: Turn | null, { asked }: Instant): boolean =>
  event.type === 'reportedSymptom' &&
  event.soft === true &&
  asked &&
  heard !== null &&
  /^screening\.([qr]\d\.|new)/.test(promptIn(heard));

/** Reports, answers that are reports, and numbers after which nothing presses any more. */
export function reported(history: History, step: Step): void {
  const { heard, instant, event, turn } = step;
  const prompt = promptAnswered(heard, instant);
  if (event.type === 'reportedSymptom' && event.rows.length > 0 && !isHalfReport(event, heard, instant))
    Object.assign(history, { pressOff: true, told: true, voided: 'a symptom' });
  if (prompt?.startsWith('worry.') && !isNo(event, prompt) && !WORRY_WAITS.test(turn.asks?.key ?? ''))
    Object.assign(history, { pressOff: true, voided: 'words in a hold that nobody understood' });
  if (/^(feeling\.|close\.numb|sharp\.|easing\.|doubt\.)/.test(prompt ?? '') && isDoubtful(event))
    Object.assign(history, { pressOff: true, voided: `a yes to ${prompt}` });
  if (questionAsked(prompt) === 'q9' && isYes(event)) history.pressOff = true;
  if (event.type === 'saidAge' && event.years >= OLD) history.old = true;
  if (event.type === 'saidTooMuch' && turn.asks?.key !== 'worry.limb') history.tooMuch += 1;
  if (history.tooMuch > 1) Object.assign(history, { pressOff: true, voided: '"too much" twice' });
  numbered(history, step);
}

function numbered(history: History, { heard, instant, event }: Step): void {
  if (event.type !== 'gaveNumber' || !(event.number >= 0 && event.number <= 10)) return;
  const isStrong = event.number >= 8;
  const close = promptAnswered(heard, instant) === 'close.soreness';
  if (isStrong && (close || tellsSoreness(heard, instant) || tellsStrength(heard, instant)))
    history.voided = 'a pain of eight';
  if (isStrong && tellsSoreness(heard, instant)) history.pressOff = true;
  const spot = history.spots.at(-1);
  if (!spot || !tellsStrength(heard, instant)) return;
  history.spots.splice(-1, 1, { ...spot, strength: Math.max(spot.strength, event.number) });
  if (isStrong) history.pressOff = true;
}
