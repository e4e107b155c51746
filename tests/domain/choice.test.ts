// Tests whether region, tool, minutes and place go together, and what is asked or offered when they do not.

import * as fc from 'fast-check';
import { exercises } from '../../content';
import { firstMissingOf, misfitOf, type PartialChoice, roundMinutes, toolInsteadOf } from '../../lambda/domain/choice';
import { REGIONS, TOOLS } from '../../lambda/domain/exercise';

describe('the minutes', () => {
  test.each([
    [-2, 3],
    [0, 3],
    [1, 3],
    [2, 3],
    [3, 3],
    [4, 3],
    [4.5, 5],
    [5, 5],
    [7, 5],
    [7.5, 5],
    [8, 10],
    [10, 10],
    [15, 10],
    [120, 10],
    [Number.NaN, 3],
  ])('somebody who asks for %s minutes gets %s', (asked, given) => {
    expect(roundMinutes(asked)).toBe(given);
  });
});

describe('the questions', () => {
  test('somebody who has said nothing is asked for region, side, tool and minutes, one at a time', () => {
    const answers: PartialChoice[] = [{ region: 'upper' }, { side: 'left' }, { tool: 'ball' }, { minutes: 5 }];
    let known: PartialChoice = {};
    const asked = answers.map((answer) => {
      const missing = firstMissingOf(known);
      known = { ...known, ...answer };
      return missing;
    });
    expect(asked).toEqual(['region', 'side', 'tool', 'minutes']);
    expect(firstMissingOf(known)).toBeNull();
  });

  test('somebody who only stretches is not asked for a side', () => {
    expect(firstMissingOf({ region: 'middle', tool: 'none', minutes: 5, place: 'chair' })).toBeNull();
  });

  test('somebody with a middle or lower back is asked for floor or chair', () => {
    for (const region of ['middle', 'lower'] as const) {
      expect(firstMissingOf({ region, side: 'left', tool: 'ball', minutes: 5 })).toBe('place');
    }
  });

  test('somebody is never asked for what they have said, and a full wish asks nothing', () => {
    const wish: fc.Arbitrary<PartialChoice> = fc.record(
      {
        region: fc.constantFrom(...REGIONS),
        side: fc.constantFrom('left' as const, 'right' as const, 'both' as const),
        tool: fc.constantFrom(...TOOLS),
        minutes: fc.constantFrom(3 as const, 5 as const, 10 as const),
        place: fc.constantFrom('floor' as const, 'chair' as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(wish, (known) => {
        const missing = firstMissingOf(known);
        if (missing) expect(known[missing]).toBeUndefined();
        if (Object.keys(known).length === 5) expect(missing).toBeNull();
      }),
    );
  });
});

describe('the tool', () => {
  test('somebody with a sore low back is not put on the roller, nor asked to knead the middle of the back', () => {
    const pairs = REGIONS.flatMap((region) => TOOLS.map((tool) => ({ region, tool })));
    const wrong = pairs.filter((pair) => misfitOf(pair, exercises) === 'region');
    expect(wrong).toEqual([
      { region: 'middle', tool: 'hands' },
      { region: 'lower', tool: 'roller' },
    ]);
  });

  test('somebody who stays on a chair is not sent to the floor with the roller', () => {
    expect(misfitOf({ region: 'upper', tool: 'roller', place: 'chair' }, exercises)).toBe('floor');
    expect(misfitOf({ region: 'upper', tool: 'roller', place: 'floor' }, exercises)).toBeNull();
    expect(misfitOf({ tool: 'ball', place: 'chair' }, exercises)).toBeNull();
  });

  test('somebody who lacks a tool uses their hands where they reach, else only stretches', () => {
    expect(toolInsteadOf(['ball'], 'upper', exercises)).toBe('hands');
    expect(toolInsteadOf(['ball'], 'lower', exercises)).toBe('hands');
    expect(toolInsteadOf(['ball'], 'middle', exercises)).toBe('none');
    expect(toolInsteadOf(['hands'], 'upper', exercises)).toBe('none');
    expect(toolInsteadOf(['ball'], undefined, exercises)).toBe('hands');
  });

  test('what is offered instead always fits, and is never what is lacking', () => {
    fc.assert(
      fc.property(fc.subarray([...TOOLS]), fc.constantFrom(...REGIONS), (lacking, region) => {
        const tool = toolInsteadOf(lacking, region, exercises);
        expect(misfitOf({ region, tool }, exercises)).toBeNull();
        if (tool !== 'none') expect(lacking).not.toContain(tool);
      }),
    );
  });
});
