// Tests that whole sessions, as estimated for American English, are as short and as full of work as is aimed at.

import {
  type Aims,
  aimsOfPlan,
  FIVE,
  missed,
  type Visit,
  PATIENT as WAITING,
  WAY,
  MINUTE_HOLDS as WITH_MINUTE_HOLDS,
  WITHOUT_TIP,
} from '../../bench/session/aims';
import type { Door } from '../../bench/session/door';
import { type Measures, measure } from '../../bench/session/measures';
import { ALL, comesBack, EVERYBODY, type Visited, visitsOf } from '../../bench/session/people';
import { lengthOfWords, VOICE } from '../../lambda/speech/length';
import { talkingEcho } from '../../simulator/compose';
import { answersTo } from '../../simulator/protocol';
import { START } from '../support/skill';

interface Lived extends Visited {
  measures: Measures;
}

/** A device in this process, whose voice is as long as the planner believes. */
function doorWithin(): Door {
  const echo = talkingEcho({ startMs: START, voice: lengthOfWords });
  return { line: (text) => answersTo(text, echo), close: () => undefined };
}

/** Words alone, without the silence a voice puts before them. */
const wordsMs = (text: string): number => Math.max(0, lengthOfWords(text) - VOICE.leadMs);

const lived = new Map<string, Lived>();

beforeAll(async () => {
  for (const person of ALL) {
    const visits = await visitsOf(doorWithin(), person);
    for (const visited of visits) {
      lived.set(visited.name, { ...visited, measures: measure(visited.turns, person.wish.minutes, wordsMs) });
    }
  }
});

/** Seconds of words with nothing to do. */
const LONGEST = aimsOfPlan('first', 5).longestMonologue?.most ?? 0;

const BALL = 'upper-left-ball';

function faults(name: string, aims: Aims): string[] {
  const one = lived.get(name);
  return one ? missed(one.measures, aims) : [`${name} was not played`];
}

describe('a listener with a ball, five minutes and a knot in the upper back', () => {
  it.each<[string, string, Visit]>([
    ['a first visit', `${BALL}-5-eager`, 'first'],
    ['the next day', `${BALL}-5-next-day`, 'next'],
    ['the next day, with a voice that Alexa knows', `${BALL}-5-recognised-next-day`, 'recognised'],
  ])('is soon at the first hold on %s', (_, name, visit) => {
    expect(faults(name, WAY[visit])).toEqual([]);
  });

  it('is there in time too when waiting for the microphone with every answer', () => {
    expect(faults(`${BALL}-5-patient`, WAITING)).toEqual([]);
  });

  it.each<[string, string, keyof typeof FIVE]>([
    ['a first visit', `${BALL}-5-eager`, 'first'],
    ['the next day', `${BALL}-5-next-day`, 'after'],
  ])('works more than is talked on %s', (_, name, visit) => {
    expect(faults(name, FIVE[visit])).toEqual([]);
  });

  it('can hold for a whole minute', () => {
    expect(faults(`${BALL}-5-minute-holds-next-day`, WITH_MINUTE_HOLDS)).toEqual([]);
  });

  it('is let go in a breath after "talk less"', () => {
    expect(faults(`${BALL}-5-talk-less`, WITHOUT_TIP)).toEqual([]);
  });
});

/** What one figure misses, in every session of all regions, tools and minutes. */
function missedEverywhere(...of: (keyof Aims)[]): string[] {
  return [...lived.values()]
    .filter(({ person }) => EVERYBODY.includes(person))
    .flatMap(({ name, visit, person, measures }) => {
      const { minutes } = person.wish;
      const on = comesBack(person) ? visit : 'first';
      const aims = aimsOfPlan(on, minutes);
      const these = Object.fromEntries(of.map((one) => [one, aims[one]]));
      return missed(measures, these).map((fault) => `${name}: ${fault}`);
    });
}

describe('a listener with any region, tool and minutes, on the first visit and the next day', () => {
  it('was played in each of them', () => {
    expect(EVERYBODY).toHaveLength(48);
    expect(EVERYBODY.flatMap(({ days }) => days).filter(({ name }) => !lived.has(name))).toEqual([]);
  });

  it('is done in the minutes asked for, from "start" to the last word', () => {
    expect(missedEverywhere('afterStart')).toEqual([]);
  });

  it('spends the share of them at work that is aimed at', () => {
    expect(missedEverywhere('workShare')).toEqual([]);
  });

  it('never listens to more than twenty seconds with nothing to do', () => {
    const talked = [...lived.values()].flatMap(({ measures }) => measures.monologues);
    expect(new Set(talked.filter(({ seconds }) => seconds > LONGEST).map(({ words }) => words))).toEqual(new Set());
  });

  it('hears a closing of two breaths', () => {
    expect(missedEverywhere('closing')).toEqual([]);
  });
});
