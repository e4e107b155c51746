// Does every report and every health answer lead where the safety page says?

import type { Turn } from '../../../lambda/dialogue/act';
import { CLASS_OF, type Due, dueFor, type When } from './cells';
import { isNo, isYes, promptAnswered, questionAsked } from './history';
import type { Instant } from './instants';
import type { Edge } from './rules';

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

/** When something was said, by what was sounding and what had been asked. */
export function whenOf(heard: Turn | null, instant: Instant): When[] {
  const { sounding } = instant;
  const prompt = heard?.asks?.key ?? 'screening.q1.ask';
  if (['search', 'lead', 'press', 'release'].includes(sounding)) return ['touching'];
  if (sounding === 'stretch' || sounding === 'carried') return ['stretching'];
  if (sounding === 'quiet') return ['between'];
  if (sounding === 'words') return whileSpeaking(heard);
  // Long after everything: somewhere past the prompt, and perhaps past what silence led to.
  if (sounding === 'over') return [...whenAsked(prompt), 'stretching', 'between', 'after'];
  return whenAsked(prompt);
}

function whileSpeaking(heard: Turn | null): When[] {
  const kinds = heard?.plays.map(({ act }) => act?.key ?? '') ?? [];
  if (kinds.some((key) => key.startsWith('quiet.'))) return ['between'];
  return kinds.some((key) => /^(find|press|pin)\./.test(key)) ? ['touching'] : ['stretching'];
}

function whenAsked(prompt: string): When[] {
  if (/^(outcome\.goBack|screening\.q3b)$/.test(prompt)) return ['warned'];
  if (/^(screening\.q[1-8]|reading|recap|tips)/.test(prompt)) return ['screening'];
  if (/^(find\.ask|check\.|feeling\.|offer\.(second|lighter|pin))/.test(prompt)) return ['touching'];
  return prompt.startsWith('close.') ? ['after'] : ['between'];
}

/** In a session that has not started a quiet minute belongs to the screening; a report in a break asks for all of it. */
const beforeStart = (whens: When[]): When[] => (whens.includes('between') ? ['screening', ...whens] : whens);

function symptomFaults({ event, heard, instant, turn, before, form }: Edge): string[] {
  if (event.type !== 'reportedSymptom' || event.rows.length === 0) return [];
  const rows = event.rows;
  const whens = before.open && !before.paused ? whenOf(heard, instant) : beforeStart(whenOf(heard, instant));
  const dues = whens.flatMap((when) => dueFor(rows, when) ?? []);
  if (whens.includes('warned')) return warnedFaults(turn, dues[0] ?? 'noted', before.standing ?? 'C');
  // Where nothing is collected no question can be asked again: the class of that question will do.
  const met = dues.some((due) => meets(turn, due) || (due === 'q6' && form === 'read' && meets(turn, 'C')));
  const faults = met
    ? []
    : [`${rows.join(' and ')} while ${whens[0]} is due ${dues[0]}, and is answered ${spoken(turn)}`];
  const first = turn.says[0]?.key ?? '';
  if (instant.sounding !== 'over' && whens[0] === 'touching' && !/^(release\.|outcome\.away)/.test(first))
    faults.push(`a symptom while something touches is answered with ${first} first`);
  return faults;
}

const spoken = ({ says, asks }: Turn): string => [...says.map(({ key }) => key), asks ? asks.key : '(end)'].join(' ');

/** The sentences that are due, and the prompt that goes with them. */
function meets({ says, plays, asks }: Turn, due: Due): boolean {
  const said = (key: string): boolean => says.some((act) => act.key === key);
  switch (due) {
    case 'E':
    case 'C':
      return said(`outcome.${due}`) && asks?.key === 'outcome.goBack' && plays.length === 0;
    case 'D':
      return said('outcome.D') && /^(outcome\.goBack|screening\.q3b)$/.test(asks?.key ?? '') && plays.length === 0;
    case 'D3b':
      return said('outcome.D') && asks?.key === 'screening.q3b';
    case 'M':
      return said('outcome.M') && asks?.key === 'offer.stretchesInstead';
    case 'minute':
      return (
        says.some(({ key }) => key.startsWith('easing.')) &&
        plays.every(({ kind }) => kind === 'quiet') &&
        plays.length > 0 &&
        asks?.key.startsWith('easing.ask.') === true
      );
    case 'where':
      return asks?.key === 'sharp.where';
    case 'q6':
      // Said as the first words of a session it is asked in its turn.
      return asks?.key === 'screening.q6.ask' || says.some(({ key }) => key === 'opening.long');
    case 'noted':
      return said('skin.noted');
    case 'net':
      return said('close.net');
  }
}

const GRAVE: readonly string[] = ['C', 'D', 'D3b', 'E'];

/** After an outcome: the line again, or a graver one when the report is graver. */
function warnedFaults({ says, plays }: Turn, due: Due, standing: string): string[] {
  const line = says.map(({ key }) => /^outcome\.([EDC])$/.exec(key)?.[1]).find((one) => one !== undefined);
  if (!line || plays.length > 0) return [`a further symptom after ${standing} repeats no line`];
  const least = Math.max(GRAVE.indexOf(due), GRAVE.indexOf(standing));
  const grave = (one: string): number => (one === 'D' ? GRAVE.indexOf('D3b') : GRAVE.indexOf(one));
  return grave(line) >= least ? [] : [`a further symptom (${due}) after ${standing} is answered with ${line}`];
}

/** The screening never begins without saying what this is not. */
function openingFaults({ state, turn }: Edge): string[] {
  if (state !== null || !/^(screening\.q\d\.ask|reading\.ask)$/.test(turn.asks?.key ?? '')) return [];
  return turn.says.some(({ key }) => key === 'opening.long') ? [] : ['begins the screening without its first words'];
}

/** Where the list is read, no answer is collected. */
function readingFaults({ turn, form }: Edge): string[] {
  const asked = questionAsked(turn.asks?.key);
  return form === 'read' && asked && asked !== 'q9' ? ['asks a health question although the list is read'] : [];
}

/** A yes at once, or a second "not sure": the class of the question, said first. */
function screeningFaults({ event, heard, instant, turn, before }: Edge): string[] {
  const question = questionAsked(promptAnswered(heard, instant));
  if (!question || !(isYes(event) || (event.type === 'wasNotSure' && before.notSure > 0))) return [];
  const line = `outcome.${CLASS_OF[question]}`;
  return turn.says[0]?.key === line ? [] : [`a yes to ${question} is answered with ${spoken(turn)}`];
}

/** "Has it gone?": not a clear yes is the same-day line; "Is it on both sides?": not a no is the emergency. */
function easingFaults({ event, heard, instant, turn }: Edge): string[] {
  const prompt = promptAnswered(heard, instant) ?? '';
  const said = (key: string): boolean => turn.says.some((act) => act.key === key);
  if (
    prompt.startsWith('easing.ask.') &&
    (isNo(event) || event.type === 'wasNotSure' || event.type === 'itStays') &&
    !said('outcome.D')
  )
    return [`${prompt} not gone is answered ${spoken(turn)}`];
  if (prompt === 'screening.q3b' && (isYes(event) || event.type === 'wasNotSure') && !said('outcome.E'))
    return [`a yes to Q3b is answered ${spoken(turn)}`];
  return [];
}

/** The routine that is announced is the one that is prepared. */
function planFaults({ turn }: Edge): string[] {
  const announced = turn.says.find(({ key }) => key === 'plan.tool')?.context;
  const prepared = turn.asks?.key === 'ready.ask' ? turn.asks.context : undefined;
  return announced && prepared && announced !== prepared ? [`announces ${announced} and prepares ${prepared}`] : [];
}
