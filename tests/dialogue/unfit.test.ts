// Tests that a part of the body or a tool that is left out is named, and never taken for another.

import { UNFIT, type Unfit, type Wishes } from '../../lambda/domain/choice';
import type { Said } from '../support/listener';
import { aListener } from '../support/listener';
import { askedTo, choosing, pressing, readying } from '../support/reaching';

describe('a part that is left out, or a thing that is too hard', () => {
  const names = (what: Unfit, wishes: Wishes = {}): Said => ({ type: 'namedUnfit', what, wishes });

  test('is said to be, and the same is asked again', () => {
    const listener = choosing().says(names('neck'));
    expect(listener.words).toBe("I leave the neck out. Where's the knot: upper, middle, or lower back?");
    expect(listener.wants({ region: 'upper', side: 'left' }).says(names('golfBall')).words).toMatch(
      /^A golf ball is too hard\. A tennis ball is better\. What can you press with/,
    );
    expect(listener.now.wishes).toEqual({ region: 'upper', side: 'left' });
  });

  test('ends the session kindly when nothing else is named', () => {
    const listener = choosing().says(names('neck'), names('neck'), names('neck'));
    expect(listener.at).toBe('choosing');
    expect(listener.says(names('neck')).at).toBe('finished');
    expect(listener.words).toMatch(/^I leave the neck out\. /);
  });

  test('leaves the rest of the wish standing', () => {
    const listener = choosing().says(names('hardThing', { region: 'lower', minutes: 5 }));
    expect(listener.now.wishes).toEqual({ region: 'lower', minutes: 5 });
    expect(listener.question).toBe('Left, right, or both sides?');
  });

  test('is told of at the opening, before the questions', () => {
    expect(aListener().says(names('neck')).words).toMatch(/I leave the neck out\..*chest pain/);
  });

  test('counts as nothing while a health question is open, and changes no plan', () => {
    const asked = askedTo('q1').says(names('neck', { side: 'left' }));
    expect(asked.now.wishes).toEqual({ side: 'left' });
    expect(askedTo('q1').says(names('neck')).words).not.toMatch(/neck/);
    const ready = readying().says(names('golfBall'));
    expect(ready.words).toMatch(/^A golf ball is too hard\./);
    expect(ready.now.plan?.choice.tool).toBe('ball');
  });

  test('lets go of a press first', () => {
    const listener = pressing().says(names('spine'));
    expect(listener.keys[0]).toBe('release.ball');
    expect(listener.words).toContain('Never on the spine itself');
  });

  test('a lacrosse ball is a ball on the upper back, and none on the low back', () => {
    const upper = choosing().wants({ region: 'upper', side: 'left' }).says(names('lacrosseBall'));
    expect(upper.now.wishes.tool).toBe('ball');
    const lower = choosing().wants({ region: 'lower', side: 'left' }).says(names('lacrosseBall'));
    expect(lower.words).toMatch(/^A lacrosse ball is for later, and never for the low back\. What can you press with/);
  });

  test('has a sentence, whatever it is', () => {
    for (const what of UNFIT) expect(choosing().says(names(what)).words).toMatch(/^[A-Z].*\. Where's the knot/);
  });
});
