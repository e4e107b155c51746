// Tells what has happened in a session, from what was asked, heard and answered alone.

import type { Act, Turn } from '../../../lambda/dialogue/act';
import type { Event } from '../../../lambda/dialogue/event';
import type { QuestionId } from '../../../lambda/domain/healthQuestions';
import { BEFORE_START } from './cells';
import type { Instant } from './instants';
import type { History, PressedSpot, Step } from './memory';
import { toldMore } from './told';

/** What is known of a kept place beside what the store holds. */
export interface KeptHistory {
  spots: PressedSpot[];
  skin: boolean;
  startedAtMs: number | null;
}

export const NOTHING_KEPT: KeptHistory = { spots: [], skin: false, startedAtMs: null };

export function newHistory(kept: KeptHistory, mayRecheck: boolean): History {
  return {
    noes: [],
    owed: [],
    standing: null,
    listHeard: false,
    open: false,
    recheck: mayRecheck ? 'possible' : 'none',
    paused: false,
    skin: false,
    pressOff: false,
    skinAlone: false,
    begun: 'not',
    answered: false,
    doubt: null,
    spots: kept.spots,
    startedAtMs: mayRecheck ? kept.startedAtMs : null,
    notSure: 0,
  };
}

/** The screening question that is asked, if any. */
export const questionAsked = (key: string | null | undefined): QuestionId | null =>
  (/^screening\.(q\d)\.ask$/.exec(key ?? '')?.[1] as QuestionId | undefined) ?? null;

export const isNo = ({ type }: Event): boolean => type === 'saidNo' || type === 'saidNone';
export const isYes = ({ type }: Event): boolean => ['saidYes', 'saidSomewhat', 'mixedAnswer'].includes(type);
const isDoubtful = (event: Event): boolean => isYes(event) || event.type === 'wasNotSure';

/** The prompt the event answers: the one last heard, unless something else is sounding. */
export const promptAnswered = (heard: Turn | null, instant: Instant): string | null =>
  instant.asked ? (heard?.asks?.key ?? null) : null;

/** The history after a step: first what the listener did, then what the answer did. */
export function remember(before: History, step: Step): History {
  const history = { ...before, spots: [...before.spots] };
  pressedMeanwhile(history, step.instant);
  answered(history, step);
  reported(history, step);
  conveyed(history, step);
  toldMore(history, step);
  return history;
}

function pressedMeanwhile(history: History, { pressedMs }: Instant): void {
  const spot = history.spots.at(-1);
  if (pressedMs > 0) history.spots.splice(-1, 1, { ms: (spot?.ms ?? 0) + pressedMs, strength: spot?.strength ?? 0 });
}

function answered(history: History, { heard, instant, event, nowMs, form, keptSkin }: Step): void {
  const prompt = promptAnswered(heard, instant);
  const question = questionAsked(prompt);
  if (question && isNo(event)) saidNo(history, question);
  if (question && event.type === 'wasNotSure') history.notSure += 1;
  const start = event.type === 'saidStart' && event.word;
  const listed = history.listHeard && (form === 'read' || BEFORE_START.every((one) => history.noes.includes(one)));
  if (start && listed && /^(recap\.(ask|onlyStart)|reading\.ask)$/.test(prompt ?? '')) openDoor(history, nowMs);
  if (prompt === 'recheck.loss' && history.recheck !== 'none') history.recheck = isNo(event) ? 'answered' : 'possible';
  if (start && prompt === 'recheck.start' && history.recheck === 'answered') {
    openDoor(history, nowMs);
    history.skin = keptSkin;
  }
  if (prompt === 'recheck.pause' && isNo(event)) history.paused = false;
  if (/^recheck\.(pause|loss)$/.test(prompt ?? '') && isDoubtful(event)) shutDoor(history);
}

function saidNo(history: History, question: QuestionId): void {
  if (question === 'q9') history.skin = true;
  else if (history.owed.includes(question)) history.owed = history.owed.filter((one) => one !== question);
  else history.noes = [...new Set([...history.noes, question])];
}

function openDoor(history: History, nowMs: number): void {
  Object.assign(history, { open: true, standing: null, paused: false, startedAtMs: nowMs, recheck: 'none' });
}

function shutDoor(history: History): void {
  Object.assign(history, { open: false, noes: [], listHeard: false, recheck: 'none', paused: false, skin: false });
}

/** A number after the hold, or any time before the question that follows it. */
const tellsStrength = (heard: Turn | null, { asked, sounding }: Instant): boolean =>
  heard?.asks?.key === 'check.strength' && (asked || ['words', 'lead', 'press', 'release'].includes(sounding));

/** A number told before the first hold, or while the spot is looked for. */
const tellsSoreness = (heard: Turn | null, { asked, sounding }: Instant): boolean =>
  (heard?.asks?.key === 'find.ask' && (asked || sounding === 'words' || sounding === 'search')) ||
  (asked && /^ready\.(soreness|ask)$/.test(heard?.asks?.key ?? ''));

/** Reports, answers that are reports, and numbers after which nothing presses any more. */
function reported(history: History, { heard, instant, event }: Step): void {
  const prompt = promptAnswered(heard, instant);
  if (event.type === 'reportedSymptom' && event.rows.length > 0) history.pressOff = true;
  if (/^(feeling\.|close\.numb|sharp\.|easing\.|doubt\.)/.test(prompt ?? '') && isDoubtful(event))
    history.pressOff = true;
  if (questionAsked(prompt) === 'q9' && isYes(event)) history.pressOff = true;
  const spot = history.spots.at(-1);
  if (event.type !== 'gaveNumber' || !(event.number >= 0 && event.number <= 10)) return;
  if (event.number >= 8 && tellsSoreness(heard, instant)) history.pressOff = true;
  if (!spot || !tellsStrength(heard, instant)) return;
  history.spots.splice(-1, 1, { ...spot, strength: Math.max(spot.strength, event.number) });
  if (event.number >= 8) history.pressOff = true;
}

function conveyed(history: History, { heard, event, turn }: Step): void {
  const said = turn.says.map(({ key }) => key);
  const outcome = said.map((key) => /^outcome\.([EDC])$/.exec(key)?.[1]).find((one) => one !== undefined);
  if (outcome) Object.assign(history, { standing: outcome, open: false, recheck: 'none', listHeard: false });
  // Questions that are asked anew leave no short way.
  if (/^(screening\.q[1-8]\.ask|reading\.ask)$/.test(turn.asks?.key ?? '')) history.recheck = 'none';
  if (said.includes('outcome.M')) history.pressOff = true;
  if (said.includes('outcome.M') || said.includes('skin.noted')) history.skinAlone = true;
  const asked = questionAsked(turn.asks?.key);
  if (['wentBack', 'wantedPrevious', 'startedOver'].includes(event.type)) history.notSure = 0;
  if (asked && asked !== questionAsked(heard?.asks?.key)) asking(history, asked, heard?.asks?.key ?? '');
  if (event.type === 'startedOver' && asked === 'q1' && /^(screening\.q|recap)/.test(heard?.asks?.key ?? ''))
    history.noes = [];
  if (said.includes('recap.list') || said.includes('reading.three')) history.listHeard = true;
  if (turn.asks?.key === 'pause.keep' || turn.plays.some(({ act }) => act?.key === 'quiet.pause'))
    history.paused = history.open;
  if (turn.says.some(beginsSpot) && (history.spots.length === 0 || (history.spots.at(-1)?.ms ?? 0) > 0)) {
    history.spots.push({ ms: 0, strength: 0 });
  }
}

/** A question asked anew is open again; after an outcome of class E or D it takes two noes. */
function asking(history: History, question: QuestionId, after: string): void {
  history.noes = history.noes.filter((one) => one !== question);
  history.notSure = 0;
  if (question !== 'q9') history.listHeard = false;
  const takenBack = after === 'outcome.goBack' || after === 'screening.q3b';
  if (takenBack && (history.standing === 'E' || history.standing === 'D')) {
    history.owed = [...new Set([...history.owed, question])];
  }
}

/** "Let's find it", "Now the next spot": not the same spot looked for again. */
const beginsSpot = ({ key, context }: Act): boolean => key === 'find.begin' && context !== 'again';
