// Plays a routine in which everything is answered the planned way.

import * as fc from 'fast-check';
import { contentVersion, questions, routineTables, topics } from '../../content';
import { LIMITS } from '../../lambda/alexa/limits';
import type { Act, Turn } from '../../lambda/dialogue/act';
import type { Context, Remembered } from '../../lambda/dialogue/context';
import { converse } from '../../lambda/dialogue/converse';
import type { Event } from '../../lambda/dialogue/event';
import { type Settings, type State, USUAL_SETTINGS } from '../../lambda/dialogue/state';
import { LONG_FORMS } from '../../lambda/domain/approach';
import { type Place, REGIONS, TOOLS } from '../../lambda/domain/exercise';
import type { Choice } from '../../lambda/domain/routine';
import { lengthOfTimeline } from '../../lambda/domain/timeline';
import { type Speech, speechIn, spokenLanguageOf } from '../../lambda/speech/speech';
import { NOTHING_REMEMBERED } from '../support/listener';
import { languages, START } from '../support/skill';

// The same chances in every run, so that a red test means that something has changed.
fc.configureGlobal({ seed: 20 });

export const speechOf = (locale: string): Speech => speechIn(spokenLanguageOf(languages.of(locale)), { strict: true });
export const speech = speechOf('en-US');

const USUAL: Settings = USUAL_SETTINGS;

/** The context of one turn, as the handler makes it. */
export function contextAt(
  nowMs: number,
  settings: Settings = USUAL,
  voice: Speech = speech,
  remembered: Remembered = NOTHING_REMEMBERED,
): Context {
  return {
    nowMs,
    contentVersion,
    routine: routineTables,
    questions,
    topics,
    screeningForm: 'ask',
    limits: LIMITS,
    lengthOf: voice.lengthOf,
    kept: null,
    remembered,
    screened: null,
    settings,
  };
}

/**
 * Every choice that can be made: the tools that fit a region, either side or both, and where the stretches are done.
 */
export const CHOICES: readonly Choice[] = REGIONS.flatMap((region) =>
  TOOLS.filter((tool) => tool === 'none' || routineTables.exercises.presses[tool].regions.includes(region)).flatMap(
    (tool) =>
      (['left', 'right', 'both'] as const).flatMap((side) =>
        placesFor(tool).flatMap((place) =>
          ([3, 5, 10] as const).map((minutes) => ({ region, side, tool, minutes, place })),
        ),
      ),
  ),
);

function placesFor(tool: Choice['tool']): Place[] {
  return tool === 'roller' ? ['floor'] : ['chair', 'floor'];
}

export const nameOf = ({ region, side, tool, minutes, place }: Choice): string =>
  `${region} ${side} ${tool} ${place} ${minutes}`;

/** What is known of a listener who has pressed before, but not lately: nothing rests today. */
export const SEEN: Remembered = {
  ...NOTHING_REMEMBERED,
  sessions: [{ day: 80, region: 'upper', tool: 'partner', minutes: 10, holds: 4 }],
  today: 100,
  explained: [...Object.keys(routineTables.exercises.stretches), ...LONG_FORMS],
};

/** Someone who comes back, with this as the usual. */
export const comesBackFor = ({ region, side, tool, minutes, place }: Choice): Remembered => ({
  ...SEEN,
  usual: { region, side, tool, minutes, place },
});

interface Started {
  state: State;
  nowMs: number;
}

/** A listener who has answered the health questions, about to say "start". */
function atStart(settings: Settings, remembered: Remembered): Started {
  const says: Event[] = [{ type: 'launched' }, ...Array.from({ length: 8 }, (): Event => ({ type: 'saidNo' }))];
  let nowMs = START;
  let state: State | null = null;
  for (const event of says) {
    nowMs += 10_000;
    state = converse(state, event, contextAt(nowMs, settings, speech, remembered)).state;
  }
  if (state?.moment.at !== 'recap') throw new Error(`no recap: ${state?.moment.at}`);
  return { state, nowMs };
}

/** Milliseconds of an answer: the words, the timed part, the prompt. */
export function lengthOfTurn(
  { says, plays, asks }: Pick<Turn, 'says' | 'plays' | 'asks'>,
  voice: Speech = speech,
): number {
  const spoken = [...says, ...(asks ? [asks] : [])].reduce((sum, act) => sum + voice.lengthOf(act), 0);
  return spoken + lengthOfTimeline(plays, voice.lengthOf);
}

/** An eager answer to a prompt: four, no, ready. `oneMore`: takes every hold that is offered, not the planned ones alone. */
function plannedAnswer(asks: Act, state: State, choice: Choice, oneMore: boolean): Event {
  switch (asks.key) {
    case 'choose.spot':
    case 'choose.region':
      return { type: 'chose', wishes: choice };
    case 'choose.usual':
      return { type: 'saidYes' };
    case 'ready.soreness':
      return { type: 'gaveNumber', number: 5 };
    case 'check.strength':
      return { type: 'gaveNumber', number: 4 };
    case 'close.soreness':
      return { type: 'gaveNumber', number: 3 };
    case 'offer.second':
      return oneMore || isPlanned(state) ? { type: 'wasReady' } : { type: 'saidNo' };
    case 'offer.pin':
    case 'find.ask':
    case 'between.ready':
      return { type: 'wasReady' };
    case 'screening.q9.ask':
    case 'feeling.sharp':
    case 'feeling.numb':
    case 'close.numb':
      return { type: 'saidNo' };
    default:
      throw new Error(`no planned answer to ${asks.key}`);
  }
}

/** Whether the plan holds another press of the present spot. */
function isPlanned({ plan }: State): boolean {
  const { minutes, side } = plan?.choice ?? {};
  return minutes === 10 || (minutes === 5 && side !== 'both');
}

export const FINDING_MS = 20_000;
export const ANSWER_MS = 2000;

/** One answer of a routine, and when it left. */
export interface Step {
  turn: Turn;
  context: Context;
}

/** Milliseconds of an answer up to the listener's next words: the spot is found in twenty seconds. */
function stepMs(turn: Turn): number {
  if (turn.asks?.key !== 'find.ask') return lengthOfTurn(turn);
  return turn.says.reduce((sum, act) => sum + speech.lengthOf(act), 0) + FINDING_MS;
}

/** Every answer from "start" to goodbye. */
export function playRoutine(
  choice: Choice,
  settings: Settings = USUAL,
  oneMore = false,
  remembered: Remembered = NOTHING_REMEMBERED,
): Step[] {
  let { state, nowMs } = atStart(settings, remembered);
  let event: Event = { type: 'saidStart', word: true };
  const steps: Step[] = [];
  while (steps.length < 40) {
    const context = contextAt(nowMs + ANSWER_MS, settings, speech, remembered);
    const turn = converse(state, event, context);
    steps.push({ turn, context });
    if (!turn.asks) return steps;
    nowMs = context.nowMs + stepMs(turn);
    state = turn.state;
    event = plannedAnswer(turn.asks, state, choice, oneMore);
  }
  throw new Error(`no end: ${nameOf(choice)}`);
}

/** Milliseconds from "start" to the last word. */
export function routineMs(steps: readonly Step[]): number {
  return steps.reduce((sum, { turn }) => sum + stepMs(turn) + (turn.asks ? ANSWER_MS : 0), 0);
}

/** Milliseconds of work in a routine: what is held or counted. */
export function workMs(steps: readonly Step[]): number {
  const slots = steps.flatMap(({ turn }) => turn.plays.filter(({ kind }) => kind === 'hold' || kind === 'count'));
  return slots.reduce((sum, { ms }) => sum + (ms ?? 0), 0);
}
