// Tells which health questions were answered in a session, and whether "start" opens it.

import type { QuestionId } from '../../../lambda/domain/healthQuestions';
import { BEFORE_START } from './cells';
import { isDoubtful, isNo, MAY_BE_NEW, promptAnswered, questionAsked } from './given-answers';
import type { History, KeptHistory, MayReturn, Step } from './memory';
import { MINUTE_MS, type World } from './world';

/** All questions hold for a return visit on their day and on the fourteen after it (docs/safety.md "Asking again"). */
const RETURN_DAYS = 14;
/** The few that stand for all then, besides who is speaking. */
const ON_RETURN: readonly QuestionId[] = ['q1', 'q2', 'r3', 'r4'];

/** Whether a visit may begin with the few questions, by the day on which all were last passed. */
export function mayReturnIn({ form, remembered, voice }: World, passed: number | null): MayReturn {
  if (passed === null || form === 'read' || remembered === null || voice === 'another') return 'no';
  if (remembered.usual?.tool === 'partner') return 'no';
  const days = remembered.today - passed;
  if (days < 0 || days > RETURN_DAYS) return 'no';
  return voice === 'same' ? 'known' : 'asksWho';
}

/** What an answer does to the doors. */
export function answered(history: History, { heard, instant, event, nowMs, world, kept }: Step): void {
  history.justOpened = null;
  const prompt = promptAnswered(heard, instant);
  const question = openQuestion(history, prompt);
  if (question && isNo(event, prompt, question)) saidNo(history, question, prompt);
  if (question && event.type === 'wasNotSure') history.notSure += 1;
  if (question === 'r0' && MAY_BE_NEW.includes(event.type)) Object.assign(history, { guest: true, mayReturn: 'no' });
  if (question === 'r4' && isDoubtful(event)) history.mayReturn = 'no';
  if (event.type === 'saidStart' && event.word) saidStart(history, prompt ?? '', nowMs, world, kept);
  if (prompt === 'recheck.loss' && history.recheck !== 'none')
    history.recheck = isNo(event, prompt) ? 'answered' : 'possible';
  if (/^recheck\.(pause|loss)$/.test(prompt ?? '') && history.open && isNo(event, prompt)) history.paused = false;
  if (/^recheck\.(pause|loss)$/.test(prompt ?? '') && isDoubtful(event)) shutDoor(history);
}

/** The health question that a prompt asks; "Is it new or worse today?" is about the last one. */
const openQuestion = ({ question }: History, prompt: string | null): QuestionId | null =>
  questionAsked(prompt) ?? (prompt === 'screening.new' ? question : null);

function saidNo(history: History, question: QuestionId, prompt: string | null): void {
  // What is always there and no worse is a clear no about the bladder alone.
  if (prompt === 'screening.new' && question !== 'q2') return;
  if (question === 'q9') history.skin = true;
  else if (history.owed.includes(question)) history.owed = history.owed.filter((one) => one !== question);
  else history.noes = [...new Set([...history.noes, question])];
}

function saidStart(history: History, prompt: string, nowMs: number, world: World, kept: KeptHistory): void {
  if (prompt === 'recheck.start' && history.recheck === 'answered') {
    openDoor(history, 'recheck', kept.full, nowMs);
    history.skin = kept.skin;
  }
  if (!/^(recap\.(ask|onlyStart|askBack|askSame)|reading\.ask)$/.test(prompt) || history.owed.length > 0) return;
  const all = BEFORE_START.every((one) => history.noes.includes(one));
  if (history.listHeard && (all || world.form === 'read')) openDoor(history, 'full', true, nowMs);
  else if (mayOpenAgain(history)) openDoor(history, 'return', false, nowMs);
}

/** The few questions were all denied by the one who passed all of them, and nothing was told. */
function mayOpenAgain({ noes, mayReturn, backHeard, voided }: History): boolean {
  if (mayReturn === 'no' || voided !== null || !ON_RETURN.every((one) => noes.includes(one))) return false;
  return mayReturn === 'known' ? backHeard !== 'no' : backHeard === 'asksWho' && noes.includes('r0');
}

function openDoor(history: History, how: History['justOpened'], full: boolean, nowMs: number): void {
  const opened: Partial<History> = { open: true, justOpened: how, full, startedAtMs: nowMs };
  Object.assign(history, { ...opened, standing: null, paused: false, recheck: 'none' });
}

export function shutDoor(history: History): void {
  const shut: Partial<History> = { open: false, noes: [], listHeard: false, backHeard: 'no', recheck: 'none' };
  Object.assign(history, { ...shut, paused: false, skin: false });
}

export const SHORT_BREAK_MS = 2 * MINUTE_MS;

/** A short break needs no question, unless a symptom was told. */
export function cameBack(history: History, { nowMs }: Step): void {
  if (history.paused && !history.told && nowMs - history.pausedAtMs < SHORT_BREAK_MS) history.paused = false;
}

/** What is asked and listed: a question asked anew is open again, and after an outcome E or D it takes two noes. */
export function asked(history: History, { heard, event, turn }: Step): void {
  const said = turn.says.map(({ key }) => key);
  const prompt = turn.asks?.key ?? '';
  const before = heard?.asks?.key ?? '';
  // Questions that are asked anew leave no short way.
  if (/^(screening\.[qr][0-8]\.(ask|sure)|reading\.ask)$/.test(prompt)) {
    Object.assign(history, { recheck: 'none', open: false });
  }
  if (['wentBack', 'wantedPrevious', 'startedOver'].includes(event.type)) history.notSure = 0;
  const question = questionAsked(prompt);
  if (question && question !== questionAsked(before)) askAnew(history, question, before);
  if (question) history.question = question;
  if (event.type === 'startedOver' && /^(q1|r0)$/.test(question ?? '') && /^(screening\.[qr]|recap)/.test(before))
    history.noes = [];
  if (said.includes('recap.list') || said.includes('reading.three')) history.listHeard = true;
  if (prompt === 'recap.askBack') history.backHeard = 'known';
  if (prompt === 'recap.askSame') history.backHeard = 'asksWho';
}

function askAnew(history: History, question: QuestionId, before: string): void {
  history.noes = history.noes.filter((one) => one !== question);
  history.notSure = 0;
  if (question !== 'q9') Object.assign(history, { listHeard: false, backHeard: 'no' });
  const takenBack = before === 'outcome.goBack' || before === 'screening.q3b';
  if (takenBack && (history.standing === 'E' || history.standing === 'D')) {
    history.owed = [...new Set([...history.owed, question])];
  }
}
