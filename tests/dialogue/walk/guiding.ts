// Finds listeners who are guided, pressed or carried on although they must not be.

import type { Turn } from '../../../lambda/dialogue/act';
import type { Event } from '../../../lambda/dialogue/event';
import type { Edge } from './edge';
import type { Instant } from './instants';
import { guides, touches } from './world';

/** Words that tell the listener to do something now. */
const DO_IT_NOW = /^(lead\.\w+|pin\.safe|find\.\w+\.(first|ruled|short|details)|stretch\.(safe|begin|on)|carry\.on)$/;

/** Prompts of a routine that is open. */
const PREPARES =
  /^(choose\.|recheck\.pause|mend|ready\.|find\.|worry\.|check\.|feeling\.|offer\.|between\.|resume\.|guide\.ready|screening\.q9)/;

export function guidingFaults(edge: Edge): string[] {
  if (edge.turn.silent) return [];
  return [...doorFaults(edge), ...silenceFaults(edge), ...releaseFaults(edge)];
}

/** Nothing is guided unless the screening was passed and "start" was said, in this session. */
function doorFaults({ turn, after }: Edge): string[] {
  const slots = [...turn.plays, ...(turn.reprompt?.plays ?? [])];
  const words = [...turn.says, ...(turn.reprompt?.says ?? [])].some(({ key }) => DO_IT_NOW.test(key));
  if (!words && !slots.some(guides)) {
    const fetches = slots.some(({ act }) => act?.key === 'quiet.fetching');
    const early = !after.open && (fetches || PREPARES.test(turn.asks?.key ?? ''));
    return early ? [`asks ${turn.asks?.key} before the screening was passed`] : [];
  }
  const faults: string[] = [];
  if (!after.open) faults.push('guides without a passed screening and "start"');
  if (after.standing) faults.push(`guides after an outcome of class ${after.standing}`);
  if (after.paused) faults.push('guides after a break without the question that is due');
  return faults;
}

/** Whose prompt may be followed by more, when nobody answers. */
const CARRIES =
  /^(check\.strength|feeling\.|offer\.(second|lighter|pin|stretches$)|between\.ready|close\.numb|find\.ask)/;

/** Silence never leads to a press, nor on from a health question, a symptom or an outcome. */
function silenceFaults({ turn, event, after }: Edge): string[] {
  const { reprompt, asks } = turn;
  if (!reprompt) return [];
  const faults: string[] = [];
  if (reprompt.plays.some(touches)) faults.push('presses somebody who says nothing');
  if (!reprompt.plays.some(guides)) return faults;
  if (!CARRIES.test(asks?.key ?? '')) faults.push(`carries a silent listener on from ${asks?.key}`);
  if (event.type === 'reportedSymptom' && event.rows.length > 0)
    faults.push('carries a silent listener on after a symptom');
  if (after.standing) faults.push('carries a silent listener on after an outcome');
  if (reprompt.plays.at(-1)?.act?.key !== 'close.net') faults.push('ends silence without the safety net');
  if (!reprompt.asks.key.startsWith('carry.')) faults.push('ends silence without the way back');
  return faults;
}

/** Whatever interrupts a press is answered with the release; so is what opens a session while a press may go on. */
function releaseFaults({ state, heard, event, instant, turn, kept, nowMs }: Edge): string[] {
  const first = turn.says[0]?.key ?? 'nothing';
  if (/^release\.|^outcome\.away$/.test(first)) return missedFaults(instant, event, turn);
  if (instant.sounding === 'press' && turn.says.some(({ key }) => key.startsWith('lose.'))) return [];
  if (instant.sounding === 'press') return [`answers a press with ${first} before the release`];
  const searching = heard?.asks?.key === 'find.ask' && (instant.asked || instant.sounding === 'search');
  const goesOnSearching = ['find.ask', 'check.strength'].includes(turn.asks?.key ?? '');
  if (searching && !goesOnSearching) return [`leaves a search with ${first} before the release`];
  const goesOn = state === null && (kept?.pressingUntilMs ?? 0) > nowMs;
  return goesOn ? [`opens on a press without the release at ${event.type}`] : [];
}

/** What is not understood in a hold may be a complaint: it is asked about, unless the hold is as good as over. */
function missedFaults({ sounding }: Instant, { type }: Event, { asks }: Turn): string[] {
  if (sounding !== 'press' || !['notUnderstood', 'unclear'].includes(type)) return [];
  return ['worry.ask', 'check.strength'].includes(asks?.key ?? '') ? [] : [`asks ${asks?.key} after ${type} in a hold`];
}
