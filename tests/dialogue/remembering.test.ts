// Tests that a returning listener is met with what is known of them, and can have it forgotten.

import type { Outcome } from '../../lambda/dialogue/event';
import type { Session } from '../../lambda/domain/progress';
import { aListener, type Listener, type ListenerOptions } from '../support/listener';
import { askedTo, choosing, finding, GUIDED, interrupted, LONG, paused, pressing, USUAL } from '../support/reaching';

const TODAY = 20_000;

const on = (daysAgo: number, session: Partial<Session> = {}): Session => ({
  day: TODAY - daysAgo,
  region: 'upper',
  tool: 'ball',
  minutes: 5,
  holds: 1,
  ...session,
});

/** A listener who has been here, and has heard of the warm-up. */
const knowing = (...sessions: Session[]): ListenerOptions => ({
  remembered: { sessions, today: TODAY, declined: ['warmUp'] },
});
const BALL = { region: 'upper', side: 'left', tool: 'ball', minutes: 5, place: 'chair' } as const;
const USED_TO: ListenerOptions = { remembered: { usual: BALL, today: TODAY } };
const AGAIN = 'Upper left with the ball again, five minutes?';

describe('what was chosen last time', () => {
  const asked = (options = USED_TO) => choosing(options);
  const planOf = (listener: Listener) => listener.now.plan?.choice;

  test('is offered whole, in the one question', () => {
    expect(asked().question).toBe(AGAIN);
    const stretches = { usual: { ...BALL, tool: 'none' } } as const;
    expect(asked({ remembered: stretches }).question).toBe('Stretches for the upper back again, five minutes?');
  });

  test('is taken with a yes: the skin is asked for at once, and nothing presses yet', () => {
    const listener = asked().says('saidYes');
    expect(planOf(listener)).toEqual(BALL);
    expect(listener.words).toMatch(/^Look or feel\. Is the skin there/);
    expect(listener.pressesFor).toBe(0);
  });

  test('is left with a no, and place and tool are asked for; the minutes are still known', () => {
    const listener = asked().says('saidNo');
    expect(listener.question).toMatch(/^Where's the knot, and what can you press with/);
    expect(listener.wants({ region: 'upper', side: 'right', tool: 'hook' }).words).toMatch(
      /^Upper right, five minutes/,
    );
  });

  test('keeps what is not said otherwise: "ten minutes", "the right side", "the low back"', () => {
    expect(planOf(asked().wants({ minutes: 10 }))).toEqual({ ...BALL, minutes: 10 });
    expect(planOf(asked().wants({ side: 'right' }))).toEqual({ ...BALL, side: 'right' });
    const low = asked().wants({ region: 'lower' });
    expect(low.question).toBe('Left, right, or both sides?');
    expect(low.wants({ side: 'left' }).question).toBe('For the stretches, the floor or a chair?');
  });

  test('is not offered to somebody who has said what they want', () => {
    const listener = aListener(USED_TO).says({ type: 'askedForRoutine', wishes: { region: 'lower' } });
    expect(listener.screened().question).toBe('Left, right, or both sides?');
  });

  test('is not offered where it rests today, or without its tool', () => {
    const resting: ListenerOptions = { remembered: { usual: BALL, today: TODAY, sessions: [on(0)] } };
    expect(asked(resting).question).toMatch(/^Where's the knot/);
    expect(asked().says({ type: 'lacksTool', tool: 'ball' }).question).not.toBe(AGAIN);
  });

  test('floor or chair is asked for once, and not after the roller', () => {
    const floor: ListenerOptions = { remembered: { usual: { ...BALL, region: 'lower', place: 'floor' } } };
    const wishes = { region: 'middle', side: 'left', tool: 'ball' } as const;
    expect(
      asked(floor)
        .says('saidNo')
        .wants({ ...wishes, minutes: 10 }).words,
    ).toMatch(/then stretches on the floor\./);
    expect(choosing().wants({ ...wishes, tool: 'roller', minutes: 5 }).words).toMatch(/^Middle left.*on the floor\./);
  });

  test('is explained when asked about, and asked again when not understood', () => {
    expect(asked().says('askedHelp').words).toMatch(/^Yes takes what you had last time/);
    expect(asked().says('notUnderstood').words).toBe(`I missed that. ${AGAIN}`);
  });

  test('is offered only after all the health questions', () => {
    const listener = aListener(USED_TO).says('launched');
    expect(listener.question).toMatch(/^Today, have you had chest pain/);
    expect(listener.words).not.toContain('again');
  });
});

describe('somebody who presses often', () => {
  const plans = (options: ListenerOptions, wishes = USUAL) => choosing(options).wants(wishes);

  test('hears on the fourth day of a week that it should rest, and is offered stretches', () => {
    const listener = plans(knowing(on(1), on(3), on(5)));
    expect(listener.words).toBe(
      "You've pressed there on three days this week. Let it rest today. Gentle stretches are fine. Want the stretches?",
    );
    listener.says('saidYes');
    expect(listener.at).toBe('stretching');
    expect(listener.now.plan?.choice.tool).toBe('none');
  });

  test('hears the second time on one day that once is enough for a region', () => {
    expect(plans(knowing(on(0))).words).toMatch(/^You've pressed there today/);
  });

  test('presses another region on the same day, and no third one', () => {
    expect(plans(knowing(on(0, { region: 'lower' }))).words).toMatch(/^Upper left, five minutes\./);
    const both = knowing(on(0, { region: 'lower' }), on(0, { region: 'middle' }));
    expect(plans(both).words).toMatch(/^You've pressed two areas today/);
  });

  test('is wished well when they want nothing else', () => {
    const listener = plans(knowing(on(0))).says('saidNo');
    expect(listener.at).toBe('finished');
    expect(listener.words).toMatch(/See a doctor if it isn't better/);
  });

  test('is not held up when they only want to stretch', () => {
    const listener = plans(knowing(on(0), on(1), on(2)), { ...USUAL, tool: 'none' });
    expect(listener.words).toMatch(/^Upper back, five minutes\. Gentle stretches\./);
  });

  test('may press another region in the week', () => {
    expect(plans(knowing(on(1), on(3), on(5)), { ...USUAL, region: 'lower', place: 'chair' }).question).toMatch(/skin/);
  });

  test('hears after more than two weeks on one region who else could look at it', () => {
    const told = /^More than two weeks on your upper back: see a doctor if it isn't better\./;
    const weeks = knowing(on(16), on(11), on(4));
    expect(plans(weeks).words).toMatch(told);
    expect(plans(weeks, { ...USUAL, tool: 'none' }).words).toMatch(told);
    expect(plans(weeks, { ...USUAL, region: 'lower', place: 'chair' }).words).not.toMatch(/two weeks/);
  });
});

describe('"how am I doing"', () => {
  const asks = (options: ListenerOptions) => aListener(options).says('launched', 'askedProgress').words;

  test('tells the days, the last time and the region, and counts no streak', () => {
    expect(asks(knowing(on(9), on(2, { region: 'middle' })))).toMatch(
      /^In the last four weeks you've done this on two days\. The last time was two days ago\. That was for your middle back\./,
    );
    expect(asks(knowing(on(1)))).toMatch(/on one day\. The last time was yesterday\. That was for your upper back\./);
    expect(asks(knowing(on(0)))).toMatch(/The last time was today\./);
    expect(asks(knowing(on(50)))).toMatch(/^The last time was more than four weeks ago\./);
  });

  test('has nothing to tell of somebody new, and says it plainly', () => {
    expect(asks({})).toMatch(/^I don't have any sessions of yours yet\. Today, have you had/);
  });

  test('says so when it cannot be looked up, and makes nothing up', () => {
    expect(asks({ remembered: null })).toMatch(/^I can't look that up right now\. Today, have you had/);
  });

  test('asked as the first thing is answered before anything else', () => {
    const listener = aListener(knowing(on(3))).says('askedProgress');
    expect(listener.words).toMatch(/three days ago.* Want me to guide you\?$/);
    expect(listener.says('saidYes').question).toMatch(/^Today, have you had chest pain/);
  });

  test('while the spot is looked for, the ball is let go of until "ready"', () => {
    const listener = finding().says('askedProgress');
    expect(listener.words).toMatch(/^Step off the ball\. I don't have any sessions/);
    expect(listener.question).toMatch(/^Say ready/);
  });

  test('in the middle of a press comes after the release', () => {
    const listener = pressing().says('askedProgress');
    expect(listener.words).toMatch(/^Step off the ball\. I don't have any sessions/);
    expect(listener.question).toMatch(/^Say ready/);
  });
});

describe('"forget me"', () => {
  const WHERE: Record<string, () => Listener> = {
    ...GUIDED,
    'a health question': () => askedTo('q4'),
    'the skin question': () => askedTo('q9'),
    choosing,
    'a pause': () => paused(),
    'something broken off': () => interrupted(),
  };

  test.each(Object.entries(WHERE))('is asked once, then it is done and said (%s)', (_, reach) => {
    const listener = reach().says('wantedForgetting');
    expect(listener.words).toMatch(/I'd delete your settings, your place, and your list of sessions\..* it all\?$/);
    listener.says('saidYes');
    expect(listener.words).toBe("It's all deleted. To begin again, say: Alexa, open knot relief.");
    expect(listener.at).toBe('finished');
    expect(listener.heard().effects).toEqual([]);
  });

  test.each(Object.entries(WHERE))('and then no leads back to where it was said (%s)', (_, reach) => {
    const before = reach();
    // A listener who searched for the spot has let go of the ball, and waits for "ready".
    const question = before.says(before.at === 'finding' ? 'askedProgress' : 'askedHelp').question;
    const listener = reach().says('wantedForgetting').says('saidNo');
    expect(listener.words).toMatch(/^All right, I'll keep it\./);
    expect(listener.question).toBe(question);
  });

  test.each<Outcome>(['unreachable', 'busy', 'refused'])('that fails is not said to be done (%s)', (outcome) => {
    const listener = finding();
    listener.errands = outcome;
    listener.says('wantedForgetting', 'saidYes');
    expect(listener.words).toMatch(/^(Step .*\. )?I can't delete it just now\. Please ask me again later\./);
    expect(listener.words).not.toMatch(/deleted/);
    expect(listener.at).not.toBe('finished');
  });

  test('is not done on half a word', () => {
    for (const said of ['unclear', 'wasNotSure', 'notUnderstood', 'saidSomewhat'] as const) {
      const listener = choosing().says('wantedForgetting', said);
      expect(listener.words).toBe('Shall I delete it all?');
      expect(listener.says(said).words).toMatch(/^All right, I'll keep it\./);
    }
  });

  test('asked for a pause instead, the break is the one they had before', () => {
    const listener = paused().says('wantedForgetting', 'paused', 'wasReady');
    expect(listener.question).toMatch(/^Since you answered, is something new/);
    listener.says('saidNo');
    expect(listener.at).not.toBe('forgetting');
  });

  test('releases whoever presses first, and a symptom outranks it', () => {
    expect(pressing().says('wantedForgetting').words).toMatch(/^Step off the ball\. I'd delete/);
    const listener = choosing()
      .says('wantedForgetting')
      .says({ type: 'reportedSymptom', rows: ['emergency'] });
    expect(listener.words).toMatch(/^Stop here, please\./);
  });

  test('as the first thing said is asked, and no leads on', () => {
    const listener = aListener({}).says('wantedForgetting');
    expect(listener.question).toBe('Shall I delete it all?');
    expect(listener.says('saidNo').words).toBe("All right, I'll keep it. Want me to guide you?");
  });
});

describe('while the store cannot be reached', () => {
  const forgetful: ListenerOptions = { remembered: null };
  const reaching = () => choosing(forgetful).wants(USUAL).answersNo().number(5);

  test('no place is promised, whatever a silent listener waits for', () => {
    const promise = /keep your place|To go on, say: Alexa/;
    const ready = reaching();
    expect(ready.repromptWords).not.toMatch(promise);
    expect(ready.repromptWords).toMatch(/(To begin again|For another day), say: Alexa, open knot relief\.$/);
    const pausing = ready.says('wasReady', 'paused');
    expect(pausing.repromptWords).not.toMatch(promise);
    pausing.says('wasReady').says('saidNo').says('paused');
    expect(pausing.question).toBe('Shall we stop for now?');
    expect(pausing.says('saidYes').words).not.toMatch(promise);
    expect(pausing.at).toBe('finished');
  });

  test('checks carry a silent listener on without a promise', () => {
    const listener = reaching().says('wasReady', 'wasReady').number(4);
    expect(listener.repromptWords).not.toMatch(/To go on, say: Alexa/);
  });

  test('a place that is promised is kept before the promise is heard', () => {
    const promised = /keep your place|To go on, say: Alexa/;
    for (const reach of [...Object.values(GUIDED), () => paused(LONG)]) {
      const listener = reach();
      if (promised.test(listener.words) || promised.test(listener.repromptWords))
        expect(listener.heard().effects).toContainEqual({ type: 'savePlace' });
    }
  });

  test('a pause before anything is planned promises no place, because there is none', () => {
    expect(askedTo('q4').says('paused').repromptWords).toBe('To begin again, say: Alexa, open knot relief.');
  });
});
