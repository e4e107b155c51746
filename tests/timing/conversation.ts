// Plays a routine in which everything is answered the planned way.

import * as fc from 'fast-check';
import { contentVersion, questions, routineTables, topics } from '../../content';
import { LIMITS } from '../../lambda/alexa/limits';
import type { Act, Turn } from '../../lambda/dialogue/act';
import type { Context } from '../../lambda/dialogue/context';
import { converse } from '../../lambda/dialogue/converse';
import type { Event } from '../../lambda/dialogue/event';
import type { Settings, State } from '../../lambda/dialogue/state';
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

const USUAL: Settings = { pace: 'normal', counting: 'normal', audio: 'apla' };

/** The context of one turn, as the handler makes it. */
export function contextAt(nowMs: number, settings: Settings = USUAL, voice: Speech = speech): Context {
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
    remembered: NOTHING_REMEMBERED,
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

interface Ready {
  state: State;
  nowMs: number;
}

const known = new Map<string, Ready>();

/** A listener at the wall, or by the chair, about to say "ready". */
export function atReady(choice: Choice, settings: Settings = USUAL): Ready {
  const name = `${nameOf(choice)} ${JSON.stringify(settings)}`;
  const ready = known.get(name) ?? comeToReady(choice, settings);
  known.set(name, ready);
  return ready;
}

function comeToReady(choice: Choice, settings: Settings): Ready {
  const says: Event[] = [
    { type: 'launched' },
    ...Array.from({ length: 8 }, (): Event => ({ type: 'saidNo' })),
    { type: 'saidStart', word: true },
    { type: 'chose', wishes: choice },
    { type: 'saidNo' },
    { type: 'gaveNumber', number: 5 },
  ];
  let nowMs = START;
  let state: State | null = null;
  for (const event of says) {
    nowMs += 30_000;
    state = converse(state, event, contextAt(nowMs, settings)).state;
    // Stretches alone ask neither for the skin nor how sore it is.
    if (state.moment.at === 'readying' && state.moment.asks === 'ready') return { state, nowMs };
  }
  throw new Error(`never ready: ${nameOf(choice)}`);
}

/** Milliseconds of an answer: the words, the timed part, the prompt. */
export function lengthOfTurn(
  { says, plays, asks }: Pick<Turn, 'says' | 'plays' | 'asks'>,
  voice: Speech = speech,
): number {
  const spoken = [...says, ...(asks ? [asks] : [])].reduce((sum, act) => sum + voice.lengthOf(act), 0);
  return spoken + lengthOfTimeline(plays, voice.lengthOf);
}

/**
 * A planned answer to a prompt: four, no, ready. The plan holds a pin and stretch; `oneMore` takes a second hold as
 * well.
 */
function plannedAnswer(asks: Act, state: State, oneMore: boolean): Event {
  switch (asks.key) {
    case 'check.strength':
      return { type: 'gaveNumber', number: 4 };
    case 'close.soreness':
      return { type: 'gaveNumber', number: 3 };
    case 'offer.second':
      return { type: oneMore ? 'saidYes' : 'saidNo' };
    case 'offer.pin':
      return { type: state.plan?.pin ? 'saidYes' : 'saidNo' };
    case 'find.ask':
    case 'between.ready':
      return { type: 'wasReady' };
    case 'feeling.sharp':
    case 'feeling.numb':
    case 'close.numb':
      return { type: 'saidNo' };
    default:
      throw new Error(`no planned answer to ${asks.key}`);
  }
}

export const FINDING_MS = 45_000;
export const CHECK_MS = 6_000;

/** One answer of a routine, and when it left. */
export interface Step {
  turn: Turn;
  context: Context;
}

/** Every answer from "ready" to goodbye. */
export function playRoutine(choice: Choice, settings: Settings = USUAL, oneMore = false): Step[] {
  let { state, nowMs } = atReady(choice, settings);
  let event: Event = { type: 'wasReady' };
  const steps: Step[] = [];
  while (steps.length < 40) {
    const context = contextAt(nowMs + CHECK_MS, settings);
    const turn = converse(state, event, context);
    steps.push({ turn, context });
    if (!turn.asks) return steps;
    const finding = turn.asks.key === 'find.ask';
    nowMs = context.nowMs + (finding ? FINDING_MS : lengthOfTurn(turn));
    state = turn.state;
    event = plannedAnswer(turn.asks, state, oneMore);
  }
  throw new Error(`no end: ${nameOf(choice)}`);
}

/** Milliseconds from "ready" to the last word, finding and each answer counted as the plan counts them. */
export function routineMs(steps: readonly Step[]): number {
  return steps.reduce((sum, { turn }) => {
    if (turn.asks?.key === 'find.ask') return sum + FINDING_MS;
    return sum + lengthOfTurn(turn) + (turn.asks ? CHECK_MS : 0);
  }, 0);
}
