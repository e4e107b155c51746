// Finds reports and health answers that do not lead where the safety page says.

import type { Turn } from '../../../lambda/dialogue/act';
import type { YesLead } from '../../../lambda/domain/healthQuestions';
import { CLASS_OF, type Due, dueFor } from './cells';
import type { Edge } from './edge';
import { isDoubtful, isNo, isYes, MAY_BE_NEW, promptAnswered, questionAsked } from './given-answers';
import { dueIsMet, spoken } from './meeting';
import { isHalfReport } from './reports';
import { beforeStart, whenOf } from './when';

export function answerFaults(edge: Edge): string[] {
  return [
    ...stopFaults(edge),
    ...symptomFaults(edge),
    ...screeningFaults(edge),
    ...readingFaults(edge),
    ...openingFaults(edge),
    ...easingFaults(edge),
    ...planFaults(edge),
  ];
}

function stopFaults({ event, turn }: Edge): string[] {
  if (event.type !== 'stopped') return [];
  return turn.asks || turn.plays.length > 0 || turn.reprompt || turn.state.moment.at !== 'finished'
    ? ['does not end at "stop"']
    : [];
}

function symptomFaults({ event, heard, instant, turn, before, world: { form } }: Edge): string[] {
  if (event.type !== 'reportedSymptom' || event.rows.length === 0) return [];
  const rows = event.rows;
  if (isHalfReport(event, heard, instant)) return halfFaults(turn);
  const said = before.doubt?.whens ?? whenOf(heard, instant);
  const whens = before.open && !before.paused ? said : beforeStart(said);
  const dues = whens.flatMap((when) => dueFor(rows, when) ?? []);
  if (whens.includes('warned')) return warnedFaults(turn, dues[0] ?? 'noted', before.standing ?? 'C');
  const met = dues.some((due) => dueIsMet(turn, due, form));
  const faults = met
    ? []
    : [`${rows.join(' and ')} while ${whens[0]} is due ${dues[0]}, and is answered ${spoken(turn)}`];
  const first = turn.says[0]?.key ?? '';
  // Long after everything nobody knows what was touching, nor in a doubt that came up then.
  const { sounding } = before.doubt?.instant ?? instant;
  if (sounding !== 'over' && whens[0] === 'touching' && !/^(release\.|outcome\.away)/.test(first))
    faults.push(`a symptom while something touches is answered with ${first} first`);
  return faults;
}

/** Half a report at a health question is asked about once more, as a closed question; then it counts as a yes. */
function halfFaults(turn: Turn): string[] {
  const closed = /^screening\.[qr]\d\.sure$/.test(turn.asks?.key ?? '');
  const counts = /^(outcome\.|screening\.fullSet|opening\.long)/.test(turn.says[0]?.key ?? '');
  return closed || counts ? [] : [`half a report is answered ${spoken(turn)}`];
}

const GRAVE: readonly string[] = ['C', 'D', 'D3b', 'E'];

/** After an outcome: the line again, or a graver one when the report is graver. */
function warnedFaults({ says, plays }: Turn, due: Due, standing: string): string[] {
  const line = says.map(({ key }) => /^outcome\.([EDC])(\.after)?$/.exec(key)?.[1]).find((one) => one !== undefined);
  if (!line || plays.length > 0) return [`a further symptom after ${standing} repeats no line`];
  const least = Math.max(GRAVE.indexOf(due), GRAVE.indexOf(standing));
  const grave = (one: string): number => (one === 'D' ? GRAVE.indexOf('D3b') : GRAVE.indexOf(one));
  return grave(line) >= least ? [] : [`a further symptom (${due}) after ${standing} is answered with ${line}`];
}

/** The screening never begins without saying what this is not. */
function openingFaults({ turn, before }: Edge): string[] {
  if (before.begun === 'routine' || !/^(screening\.[qr]\d\.ask|reading\.ask)$/.test(turn.asks?.key ?? '')) return [];
  const first = before.mayReturn === 'no' ? /^opening\.long$/ : /^opening\.(long|back)$/;
  return turn.says.some(({ key }) => first.test(key)) ? [] : ['begins the screening without its first words'];
}

/** Where the list is read, no answer is collected. */
function readingFaults({ turn, world: { form } }: Edge): string[] {
  const asked = questionAsked(turn.asks?.key);
  return form === 'read' && asked && asked !== 'q9' ? ['asks a health question although the list is read'] : [];
}

/** A yes at once, or a second "not sure": the class of the question, said first. */
function screeningFaults({ event, heard, instant, turn, before }: Edge): string[] {
  const question = questionAsked(promptAnswered(heard, instant));
  if (!question) return [];
  const doubts = event.type === 'wasNotSure' && (before.notSure > 0 || CLASS_OF[question] === 'fullSet');
  const isNew = question === 'r0' && MAY_BE_NEW.includes(event.type);
  if (!isYes(event) && !doubts && !isNew) return [];
  // "It comes and goes" is no answer to how severe it is.
  const asksOnce = question === 'q6' && event.type === 'admitted' && turn.asks?.key === 'screening.q6.sure';
  return asksOnce || leadsTo(CLASS_OF[question], turn) ? [] : [`a yes to ${question} is answered with ${spoken(turn)}`];
}

const leadsTo = (lead: YesLead, { says, asks }: Turn): boolean =>
  lead === 'fullSet' ? asks?.key === 'screening.q1.ask' : says[0]?.key === `outcome.${lead}`;

/** "Has it gone?": not a clear yes is the same-day line; "Is it on both sides?": not a no is the emergency. */
function easingFaults({ event, heard, instant, turn }: Edge): string[] {
  const prompt = promptAnswered(heard, instant) ?? '';
  const said = (key: string): boolean => turn.says.some((act) => act.key === key);
  if (
    prompt.startsWith('easing.ask.') &&
    (isNo(event, prompt) || event.type === 'wasNotSure' || event.type === 'itStays') &&
    !said('outcome.D') &&
    !said('outcome.D.after')
  )
    return [`${prompt} not gone is answered ${spoken(turn)}`];
  const half = event.type === 'admitted' && turn.asks?.key === 'screening.q3b.sure';
  if (/^screening\.q3b/.test(prompt) && isDoubtful(event) && !said('outcome.E') && !half)
    return [`a yes to Q3b is answered ${spoken(turn)}`];
  return [];
}

/** The routine that is announced is the one that is prepared. */
function planFaults({ turn }: Edge): string[] {
  const announced = turn.says.find(({ key }) => key === 'plan.tool')?.context;
  const prepared = turn.asks?.key === 'ready.ask' ? turn.asks.context : undefined;
  return announced && prepared && announced !== prepared ? [`announces ${announced} and prepares ${prepared}`] : [];
}
