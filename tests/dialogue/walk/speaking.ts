// Finds answers that are not whole, not within their budget, or open when they should be closed.

import { LIMITS as PLATFORM } from '../../../lambda/alexa/limits';
import type { Act, Turn } from '../../../lambda/dialogue/act';
import type { Edge } from './edge';
import { guides, isMissing, lengthOfActs, wordsOf } from './world';

const CLIPS = 60;
const LONGEST_MS = 220_000;

/** An answer that has no sound: the session's end, and a report about the device. */
const MAY_BE_SILENT = ['sessionLost', 'audioFailed'];

interface Heard {
  says: Act[];
  plays: Turn['plays'];
  asks: Act | null;
}

const actsOf = ({ says, plays, asks }: Heard): Act[] => [
  ...says,
  ...plays.flatMap(({ act }) => act ?? []),
  ...(asks ? [asks] : []),
];

const lengthOf = ({ says, plays, asks }: Heard): number =>
  lengthOfActs(says) +
  lengthOfActs(asks ? [asks] : []) +
  plays.reduce((sum, { act, ms }) => sum + (ms ?? lengthOfActs(act ? [act] : [])), 0);

export function speakingFaults({ event, turn }: Edge): string[] {
  if (turn.silent) {
    return [
      ...(MAY_BE_SILENT.includes(event.type) ? [] : ['says nothing']),
      ...(turn.says.length + turn.plays.length > 0 || turn.asks ? ['is silent with words'] : []),
    ];
  }
  return [
    ...openingFaults(turn),
    ...soundFaults('the answer', turn),
    ...(turn.reprompt ? soundFaults('the reprompt', turn.reprompt) : []),
    ...budgetFaults(turn),
  ];
}

/** An open microphone comes with one prompt and a reprompt, a closed session with neither. */
function openingFaults({ asks, reprompt, plays, state, permission }: Turn): string[] {
  // Alexa goes on with a question of her own.
  if (permission) return asks || reprompt || plays.length > 0 ? ['asks something beside Alexa'] : [];
  if (asks) return reprompt ? [] : ['opens the microphone without a reprompt'];
  const faults = reprompt ? ['closes the session with a reprompt'] : [];
  if (plays.length > 0) faults.push('closes the session with a timed part');
  return state.moment.at === 'finished' ? faults : [...faults, 'closes the session in the middle of a moment'];
}

/** A question, with the answers it takes or an example after it; or what to say. */
const PROMPT = /\?( Yes or no\.| For example: [^.?!]*\.)?$|\bsay\b[^.?!]*\.$/i;

/** Every sentence exists; the last one asks, no other does. */
function soundFaults(which: string, heard: Heard): string[] {
  const sentences = actsOf(heard).map((act) => ({ act, words: wordsOf(act) }));
  const faults = sentences
    .filter(({ words }) => isMissing(words))
    .map(({ act, words }) => `${which} has no words for ${act.key} (${words})`);
  const all = sentences.map(({ words }) => words).join(' ');
  if (all.trim() === '') return [...faults, `${which} is empty`];
  const questions = all.split('?').length - 1;
  if (!heard.asks) return questions > 0 ? [...faults, `${which} closes on a question: ${all}`] : faults;
  const prompt = sentences.at(-1)?.words ?? '';
  if (!PROMPT.test(prompt)) faults.push(`${which} does not end with a prompt: ${prompt}`);
  if (questions > 1 || (questions === 1 && !prompt.includes('?')))
    faults.push(`${which} asks more than its prompt: ${all}`);
  return faults;
}

function budgetFaults(turn: Turn): string[] {
  const faults: string[] = [];
  const again = turn.reprompt;
  const ms = lengthOf(turn) + (again ? lengthOf(again) : 0);
  if (ms > LONGEST_MS) faults.push(`lasts ${Math.round(ms / 1000)} seconds with its reprompt`);
  const clips = [turn, ...(again ? [again] : [])].map(
    (heard) => heard.plays.filter(({ act }) => act).length + (heard.asks && heard.plays.length > 0 ? 1 : 0),
  );
  if (clips.some((count) => count > CLIPS)) faults.push(`plays ${Math.max(...clips)} clips in one document`);
  if (clips.reduce((sum, count) => sum + count, 0) > PLATFORM.clipsBoth)
    faults.push(`plays ${clips.join(' + ')} clips in one response`);
  const tones = [turn, ...(again ? [again] : [])].flatMap(({ plays }) => plays.filter(({ kind }) => kind === 'tone'));
  if (tones.length > PLATFORM.sounds) faults.push(`plays ${tones.length} sounds in one response`);
  const bad = [...turn.plays, ...(again?.plays ?? [])].find(({ ms: lasts }) => lasts !== undefined && !(lasts > 0));
  if (bad) faults.push(`plays a slot of ${bad.ms} ms`);
  return [...faults, ...cutFaults(turn)];
}

/** Words of a pinned slot of an exercise that would be cut by its end. */
function cutFaults({ plays, reprompt }: Turn): string[] {
  const cut = [...plays, ...(reprompt?.plays ?? [])].find(
    (slot) => guides(slot) && slot.act && slot.ms !== undefined && lengthOfActs([slot.act]) > slot.ms,
  );
  return cut ? [`cuts ${cut.act?.key} at ${cut.ms} ms`] : [];
}
