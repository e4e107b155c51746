// Tests that a region that has had enough is named in time, and that progress never blames.

import * as fc from 'fast-check';
import { routineTables } from '../../content';
import { REGIONS, type Region } from '../../lambda/domain/exercise';
import { isLongWork, progressOf, reasonToRest, regionsToRest, type Session } from '../../lambda/domain/progress';
import { spokenSentences } from '../../tools/facts';

const TODAY = 20_000;
const { frequency } = routineTables;

const on = (daysAgo: number, session: Partial<Session> = {}): Session => ({
  day: TODAY - daysAgo,
  region: 'upper',
  tool: 'ball',
  minutes: 5,
  holds: 1,
  ...session,
});
const due = (...sessions: Session[]) => reasonToRest(sessions, 'upper', TODAY, frequency);
const long = (...daysAgo: number[]) =>
  isLongWork(
    daysAgo.map((days) => on(days)),
    'upper',
    TODAY,
    frequency,
  );

describe('pressing', () => {
  test('once a day is enough for a region; another region is fine', () => {
    expect(due(on(0))).toBe('day');
    expect(due(on(0), on(0))).toBe('day');
    expect(due(on(0, { region: 'lower' }))).toBeNull();
    expect(due(on(0, { region: 'lower' }), on(0, { region: 'lower' }))).toBeNull();
    expect(due(on(1))).toBeNull();
  });

  test('two regions a day are enough', () => {
    expect(due(on(0, { region: 'lower' }), on(0, { region: 'middle' }))).toBe('regions');
    expect(due(on(0, { region: 'lower' }), on(0, { region: 'middle', holds: 0 }))).toBeNull();
  });

  test('stretches alone, or a hold that was broken off, are no pressing', () => {
    expect(due(on(0, { holds: 0, tool: 'none' }))).toBeNull();
    expect(due(on(1, { holds: 0 }), on(2, { holds: 0 }), on(3, { holds: 0 }))).toBeNull();
  });

  test('on three days in seven is enough for a region, and for that region alone', () => {
    expect(due(on(1), on(3))).toBeNull();
    expect(due(on(1), on(3), on(6))).toBe('week');
    expect(due(on(1), on(3), on(7))).toBeNull();
    expect(due(on(1), on(3), on(6, { region: 'lower' }))).toBeNull();
  });

  test('twice on one day counts as that day', () => {
    expect(due(on(1), on(1), on(1))).toBeNull();
  });
});

describe('the regions that rest today', () => {
  const rests = (...sessions: Session[]) => regionsToRest(sessions, TODAY, frequency);

  test('none rest on the first day, nor after stretches alone', () => {
    expect(rests()).toEqual([]);
    expect(rests(on(0, { holds: 0, tool: 'none' }), on(1))).toEqual([]);
  });

  test('the one that was pressed today rests, and the one that was pressed on three days of the week', () => {
    expect(rests(on(0))).toEqual(['upper']);
    const low = { region: 'lower' } as const;
    expect(rests(on(1, low), on(3, low), on(6, low))).toEqual(['lower']);
    expect(rests(on(0), on(1, low), on(3, low), on(6, low))).toEqual(['upper', 'lower']);
  });

  test('all of them rest once two have been pressed', () => {
    expect(rests(on(0), on(0, { region: 'lower' }))).toEqual(['upper', 'middle', 'lower']);
  });

  test('every one of them, and any together, has its sentence', () => {
    const some = REGIONS.flatMap((one, at) => [[one], ...REGIONS.slice(at + 1).map((other) => [one, other])]);
    for (const regions of [...some, REGIONS]) {
      const key = `rest.${regions.join('_')}`;
      expect([key, String(spokenSentences()[key])]).toEqual([key, expect.stringMatching(/ rests? today\.$/)]);
    }
  });
});

describe('work on one region', () => {
  test('over more than two weeks is for somebody else to look at', () => {
    expect(long(15, 10, 5)).toBe(true);
    expect(long(14, 9, 4)).toBe(false);
  });

  test('with a rest of more than a week in it begins anew', () => {
    expect(long(20, 5)).toBe(false);
    expect(long(15, 8, 1)).toBe(true);
    expect(long(30)).toBe(false);
  });

  test('on other regions has nothing to do with it', () => {
    const sessions = [on(15, { region: 'lower' }), on(10, { region: 'lower' }), on(5)];
    expect(isLongWork(sessions, 'upper', TODAY, frequency)).toBe(false);
  });
});

describe('progress', () => {
  test('tells the days of four weeks, and the last time', () => {
    const sessions = [on(40), on(27), on(3), on(3, { region: 'middle' }), on(2, { region: 'lower' })];
    expect(progressOf(sessions, TODAY)).toEqual({ days: 3, last: { daysAgo: 2, region: 'lower' } });
    expect(progressOf([], TODAY)).toEqual({ days: 0, last: null });
    expect(progressOf([on(28)], TODAY)).toEqual({ days: 0, last: { daysAgo: 28, region: 'upper' } });
  });

  test('a clock that went back makes nothing negative', () => {
    expect(progressOf([on(-1)], TODAY).last).toEqual({ daysAgo: 0, region: 'upper' });
  });
});

test('whatever was done, in whatever order it is kept, a rest comes at three days and not before', () => {
  const session = fc.record({
    day: fc.integer({ min: TODAY - 20, max: TODAY - 1 }),
    region: fc.constantFrom<Region>('upper', 'middle', 'lower'),
    tool: fc.constant('ball' as const),
    minutes: fc.constant(5 as const),
    holds: fc.integer({ min: 0, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(session, { maxLength: 60 }), (sessions) => {
      const days = new Set<number>();
      for (const { day, region, holds } of sessions)
        if (region === 'upper' && holds > 0 && TODAY - day < 7) days.add(day);
      expect(reasonToRest(sessions, 'upper', TODAY, frequency)).toBe(days.size >= 3 ? 'week' : null);
      expect(reasonToRest([...sessions].reverse(), 'upper', TODAY, frequency)).toBe(days.size >= 3 ? 'week' : null);
    }),
  );
});
