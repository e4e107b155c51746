// Finds questions that change something, and doubts that end without a clear no.

import type { Turn } from '../../../lambda/dialogue/act';
import type { Event } from '../../../lambda/dialogue/event';
import type { State } from '../../../lambda/dialogue/state';
import { type Due, dueFor } from './cells';
import type { Edge } from './edge';
import { isNo, isYes, promptAnswered } from './given-answers';
import type { Instant } from './instants';
import { dueIsMet, spoken } from './meeting';
import type { Doubt } from './memory';
import { answersIn, subjectFaults } from './subjects';
import { beforeStart } from './when';

export function askingFaults(edge: Edge): string[] {
  if (edge.turn.silent) return lostFaults(edge);
  return [
    ...subjectFaults(edge),
    ...(isQuestion(edge) ? questionFaults(edge) : []),
    ...restFaults(edge),
    ...firstWordsFaults(edge),
    ...offerFaults(edge),
    ...doubtFaults(edge),
  ];
}

/** Prompts at which words of a health question get its explanation. */
const EXPLAINS = /^(screening\.([qr]\d\.(ask|sure)|new)|reading|recap)/;

/** In a hold, or asked whether anything is wrong there, many words that mean nothing are no question. */
const inHold = (heard: Turn | null, { sounding }: Instant): boolean =>
  ['words', 'lead', 'press'].includes(sounding) || heard?.asks?.key.startsWith('worry.') === true;

/** A question, or words that speak of the answer before; "more" when there is more. */
function isQuestion({ event, heard, instant, before, turn }: Edge): boolean {
  switch (event.type) {
    case 'askedQuestion':
      // What means nothing counts, where it is counted, as an answer that was not understood.
      return event.found.nearness !== 'nothing' && !(event.found.nearness === 'long' && inHold(heard, instant));
    case 'askedAboutSymptom':
      return event.rows.length === 0 && !EXPLAINS.test(heard?.asks?.key ?? '');
    case 'wantedMore':
    case 'askedDetails':
      return before.answered && answersIn(turn).length > 0;
    case 'wantedOther':
      return before.answered;
    case 'swappedTool':
      return before.answered && event.tool === null;
    default:
      return false;
  }
}

const KEPT = ['noes', 'doubted', 'cleared', 'suspended', 'pressOff', 'guideOff', 'skinClear', 'skinNoted'] as const;

/** Whether the tool is on the back, or the listener on it, by what is heard. */
const LEANING: readonly Instant['sounding'][] = ['search', 'lead', 'press'];

function questionFaults(edge: Edge): string[] {
  const { state, heard, instant, turn } = edge;
  const faults: string[] = [];
  if (turn.plays.some(({ pressing }) => pressing)) faults.push('a question opens a press');
  const changed = state ? KEPT.filter((field) => !same(state[field], turn.state[field])) : [];
  if (changed.length > 0) faults.push(`a question changes ${changed.join(', ')}`);
  const leaning = LEANING.includes(instant.sounding) || promptAnswered(heard, instant) === 'find.ask';
  const first = turn.says[0]?.key ?? 'nothing';
  if (leaning && !first.startsWith('release.')) faults.push(`a question while leaning is answered with ${first} first`);
  return [...faults, ...ledBackFaults(edge)];
}

const same = (one: State[keyof State], other: State[keyof State]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What an outcome said is not talked away: a question that gets no answer repeats it, and ends. */
const isRepeated = ({ heard, turn }: Edge): boolean =>
  heard?.asks?.key === 'outcome.goBack' &&
  turn.asks === null &&
  /^outcome\.[EDC](\.after)?$/.test(turn.says[0]?.key ?? '');

function ledBackFaults(edge: Edge): string[] {
  const { heard, instant, turn } = edge;
  if (heard === null || isRepeated(edge)) return [];
  const now = turn.asks?.key ?? '(end)';
  return leadsBack(heard, instant, now) && sameContext(heard, instant, turn)
    ? []
    : [`a question after ${heard.asks?.key} (${instant.sounding}) leads to ${now}`];
}

/** The same prompt, and with it the same rest of what was broken off. */
function sameContext(heard: Turn, { asked }: Instant, { asks, says }: Turn): boolean {
  if (!asked || asks?.key !== heard.asks?.key) return true;
  // "To go on, just say ready." is said in full again.
  if (heard.asks?.context === 'only') return true;
  return asks?.context === heard.asks?.context && restIn({ says })?.seconds === restIn(heard)?.seconds;
}

/** Prompts that wait for the same word. */
const ALIKE: readonly RegExp[] = [/^recap\./, /^(resume\.ask|guide\.ready|find\.ask)$/];

/** Whether a prompt is the one that was open, or the one that waits for "ready" with the rest. */
function leadsBack(heard: Turn, { asked, sounding }: Instant, now: string): boolean {
  const before = heard.asks?.key ?? '';
  const kept = now === before || ALIKE.some((alike) => alike.test(now) && alike.test(before));
  if (asked || sounding === 'quiet') return kept;
  switch (sounding) {
    case 'search':
      // Off the ball until "ready".
      return now === 'resume.ask';
    case 'lead':
    case 'press':
    case 'release':
      return /^(resume\.ask|check\.strength)$/.test(now);
    case 'stretch':
    case 'carried':
      return /^(resume\.ask|between\.ready|close\.numb)$/.test(now);
    default:
      return kept || /^(resume\.ask|check\.strength|between\.ready|close\.numb)$/.test(now);
  }
}

/** The rest that was said to be left. */
function restIn({ says }: Pick<Turn, 'says'>): { what: string; seconds: number } | null {
  const left = says.find(({ key }) => key.startsWith('resume.left.'));
  return left ? { what: left.key, seconds: Number(left.values?.['seconds']) } : null;
}

/** "Ready" plays exactly the rest that was said; of a pin whole lifts of it. */
function restFaults({ event, heard, instant, turn }: Edge): string[] {
  const rest = heard && restIn(heard);
  if (!rest || event.type !== 'wasReady' || promptAnswered(heard, instant) !== 'resume.ask') return [];
  if (rest.what !== 'resume.left.press') return stretchedFaults(rest.seconds, turn);
  const ms = turn.plays.reduce((sum, slot) => sum + (slot.pressing ? (slot.ms ?? 0) : 0), 0);
  const pins = turn.says.some(({ key }) => key.startsWith('pin.'));
  const right = pins ? ms <= rest.seconds * 1000 : ms === rest.seconds * 1000;
  return right ? [] : [`says ${rest.seconds} seconds are left and presses for ${ms / 1000}`];
}

function stretchedFaults(seconds: number, { plays }: Turn): string[] {
  const isTimed = ({ kind }: Turn['plays'][number]): boolean => kind === 'hold' || kind === 'count';
  const unit = plays.find(isTimed)?.unit;
  const ms = plays.reduce((sum, slot) => sum + (isTimed(slot) && slot.unit === unit ? (slot.ms ?? 0) : 0), 0);
  // A movement is led in whole rounds.
  return Math.abs(ms / 1000 - seconds) <= 5 ? [] : [`says ${seconds} seconds are left and stretches ${ms / 1000}`];
}

/** A question as the first words: an answer says once what it is not, and the routine is offered. */
function firstWordsFaults({ state, event, turn }: Edge): string[] {
  if (state !== null || event.type !== 'askedQuestion') return [];
  const faults = turn.asks?.key === 'guide.offer' ? [] : [`a first question is followed by ${turn.asks?.key}`];
  const general = turn.says.filter(({ key }) => key === 'answer.general').length;
  // A decline gives no advice to disclaim.
  const due = turn.state.answered && turn.state.answered.parts > 0 ? 1 : 0;
  return general === due ? faults : [...faults, `says ${general} times that it is no medical advice`];
}

/** "Want me to guide you?": no ends it with a word, and touches nothing that is kept. */
function offerFaults({ event, heard, instant, turn }: Edge): string[] {
  if (promptAnswered(heard, instant) !== 'guide.offer' || !isNo(event, 'guide.offer')) return [];
  const faults = turn.asks ? ['goes on after a no to being guided'] : [];
  if (turn.says.length > 1) faults.push(`says more to a no to being guided: ${spoken(turn)}`);
  // What a report has voided is voided again with every turn.
  const changes = turn.effects.some(({ type }) => type !== 'forgetScreened');
  return changes ? [...faults, 'a no to being guided changes what is kept'] : faults;
}

/** A session of questions alone neither keeps a place nor wipes one. */
function lostFaults({ event, before, turn }: Edge): string[] {
  const only = event.type === 'sessionLost' && before.begun === 'asking' && turn.effects.length > 0;
  return only ? ['a session of questions changes what is kept when it is lost'] : [];
}

/** Events after which nothing of the doubt is left to judge: they end it, or are judged by rules of their own. */
const ELSEWHERE: readonly Event['type'][] = [
  'stopped',
  'isUnderage',
  'launched',
  'warmedUp',
  'reportedSymptom',
  'audioFailed',
];

/** Only a clear no leads back; a yes is the report; everything else asks again or is taken for the report. */
function doubtFaults(edge: Edge): string[] {
  const { event, heard, instant, turn, before } = edge;
  const { doubt } = before;
  const prompt = promptAnswered(heard, instant);
  if (!doubt || !prompt?.startsWith('doubt.')) return [];
  if (isNo(event, prompt)) return heldOver(doubt, turn);
  if (ELSEWHERE.includes(event.type)) return [];
  const reported = duesOf(doubt).some((due) => dueIsMet(turn, due, edge.world.form));
  const certain = isYes(event) || event.type === 'wasNotSure';
  if (reported || (!certain && turn.asks?.key.startsWith('doubt.'))) return [];
  return [`a doubt is laid to rest with ${event.type}`];
}

/** Back where the doubt came up, nothing pressing. */
function heldOver({ heard, instant }: Doubt, turn: Turn): string[] {
  const now = turn.asks?.key ?? '(end)';
  const back = heard ? leadsBack(heard, instant, now) : now === 'guide.offer';
  const faults = back ? [] : [`a no to a doubt after ${heard?.asks?.key} leads to ${now}`];
  return turn.plays.some(({ pressing }) => pressing) ? [...faults, 'a no to a doubt opens a press'] : faults;
}

const duesOf = ({ rows, whens }: Doubt): Due[] =>
  beforeStart(whens).flatMap((when) => dueFor(rows, when === 'warned' ? 'screening' : when) ?? []);
