// Names the promises of the conversation that one turn breaks.

import { routineTables } from '../../content';
import type { Act, Turn } from '../../lambda/dialogue/act';
import type { Slot } from '../../lambda/domain/timeline';
import type { Speech } from '../../lambda/speech/speech';

const STATE_BYTES = 4096;
/** Never in any line (docs/safety.md "Rules of the conversation"). */
export const FORBIDDEN =
  /\b(cleared|passed|you're safe|is safe|nothing serious|don't worry|you're fine|probably|likely|deep|cauda|sciatica|heart attack|a stroke|hernia|aneurysm|diagnos\w*)\b/i;
/** Health words a listener is asked about or told to watch for, and the question whether dizziness "has passed". */
const ALLOWED = /^(easing\.ask\.)/;

/** Every fault of a turn, in words. `pressedMs` is what each spot has really been pressed before. */
export function turnFaults(turn: Turn, pressedMs: readonly number[], speech: Speech): string[] {
  return [
    ...promptFaults(turn),
    ...guidingFaults(turn),
    ...pressFaults(turn, pressedMs),
    ...stateFaults(turn),
    ...wordFaults(turn, speech),
  ];
}

function promptFaults({ asks, reprompt, silent, says, plays }: Turn): string[] {
  if (silent) return says.length + plays.length > 0 || asks ? ['speaks though silent'] : [];
  if (!asks)
    return reprompt ? ['closes the session with a reprompt'] : says.length === 0 ? ['ends without a word'] : [];
  return reprompt ? [] : ['opens the microphone without a reprompt'];
}

const isGuided = ({ kind, exercise }: Slot): boolean => kind === 'hold' || kind === 'count' || exercise !== undefined;

/**
 * Nothing is guided before the screening and "start", after an outcome, or to a listener who says nothing while pressing.
 */
function guidingFaults({ state, plays, reprompt }: Turn): string[] {
  const faults: string[] = [];
  const guided = [...plays, ...(reprompt?.plays ?? [])].filter(isGuided);
  if (guided.length > 0 && !state.cleared) faults.push('guides without a passed screening');
  if (guided.length > 0 && state.guideOff) faults.push('guides after an outcome');
  if (plays.some(({ pressing }) => pressing) && state.pressOff) faults.push('presses though pressing is off');
  if (reprompt?.plays.some(({ pressing }) => pressing)) faults.push('presses a silent listener');
  return faults;
}

/** Sixty seconds a spot, two spots, whatever came before. */
function pressFaults({ state, plays }: Turn, pressedMs: readonly number[]): string[] {
  const ms = plays.reduce((sum, slot) => sum + (slot.pressing ? (slot.ms ?? 0) : 0), 0);
  if (ms === 0) return [];
  const { spotSeconds, spots } = routineTables.press;
  const totalMs = ms + (pressedMs[state.spots.length - 1] ?? 0);
  const faults =
    totalMs > spotSeconds * 1000
      ? [`presses spot ${state.spots.length} for ${Math.round(totalMs / 1000)} seconds`]
      : [];
  return state.spots.length > spots ? [...faults, `presses spot ${state.spots.length}`] : faults;
}

function stateFaults({ state }: Turn): string[] {
  const bytes = Buffer.byteLength(JSON.stringify(state));
  return bytes > STATE_BYTES ? [`a state of ${bytes} bytes`] : [];
}

function wordFaults({ says, plays, asks, reprompt }: Turn, speech: Speech): string[] {
  const acts: Act[] = [...says, ...(asks ? [asks] : []), ...(reprompt ? [...reprompt.says, reprompt.asks] : [])];
  const played = [...plays, ...(reprompt?.plays ?? [])].flatMap(({ act }) => act ?? []);
  return [...acts, ...played]
    .filter(({ key }) => !ALLOWED.test(key))
    .map((act) => speech.sentence(act))
    .filter((words) => FORBIDDEN.test(words))
    .map((words) => `says "${words}"`);
}
