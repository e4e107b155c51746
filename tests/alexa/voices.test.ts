// Tests several people at one account, as far as Alexa recognises their voices.

import { Household, type Session } from '../support/household';

const person = async (home: Household) => JSON.stringify(await home.record()).match(/amzn1\.ask\.person/);

async function lostInHold(first?: string): Promise<{ home: Household; kitchen: Session }> {
  const home = new Household();
  const kitchen = await home.device('kitchen', first).reachesHold();
  home.after(40);
  await kitchen.ends();
  return { home, kitchen };
}

describe('within thirty minutes of a session that was lost', () => {
  test.each<[string, string | undefined, string | undefined, string]>([
    ['another voice is asked everything', 'first', 'second', 'screening'],
    ['the same voice is asked one question', 'first', 'first', 'welcomingBack'],
    ['a voice nobody recognises is asked whether it is somebody else, as ever', 'first', undefined, 'welcomingBack'],
    ['a voice after nobody is asked whether it is somebody else, as ever', undefined, 'second', 'welcomingBack'],
    ['nobody after nobody is as ever', undefined, undefined, 'welcomingBack'],
  ])('%s', async (_, first, second, at) => {
    const { kitchen } = await lostInHold(first);
    kitchen.speaks(second);
    await kitchen.opens();
    expect(kitchen.at).toBe(at);
  });

  test('a listener recognised late in the session is known by then', async () => {
    const home = new Household();
    const kitchen = await home.device('kitchen').reachesHold();
    kitchen.speaks('first');
    await kitchen.says('TimeLeftIntent');
    await kitchen.says('ReadyIntent');
    await kitchen.ends();
    kitchen.speaks('second');
    await kitchen.opens();
    expect(kitchen.at).toBe('screening');
  });
});

describe('in an open session', () => {
  test('another voice that says ready is asked everything, and what presses is let go of first', async () => {
    const home = new Household();
    const kitchen = await home.device('kitchen', 'first').reachesHold();
    kitchen.speaks('second');
    await kitchen.says('AMAZON.YesIntent');
    expect(kitchen.words).toMatch(/^Step .*\. I hear another voice, so the questions come first\. .*chest pain/);
    expect(kitchen.at).toBe('screening');
  });

  test.each([1, 4, 8])('a screening of %s noes that another voice goes on with begins anew', async (noes) => {
    const kitchen = new Household().device('kitchen', 'first');
    await kitchen.opens();
    await kitchen.answersNo(noes);
    kitchen.speaks('second');
    if (noes === 8) await kitchen.says('BeginIntent', { word: 'start' });
    else await kitchen.answersNo();
    expect([kitchen.at, kitchen.words]).toEqual(['screening', expect.stringContaining('chest pain')]);
    await kitchen.answersNo(8);
    await kitchen.says('BeginIntent', { word: 'start' });
    expect(kitchen.at).toBe('choosing');
  });

  test('a short re-check that another voice answers is void', async () => {
    const { kitchen } = await lostInHold('first');
    await kitchen.opens();
    await kitchen.says('AMAZON.YesIntent');
    expect(kitchen.at).toBe('rechecking');
    kitchen.speaks('second');
    await kitchen.answersNo();
    expect(kitchen.at).toBe('screening');
  });

  test('what must not wait is heard from anybody: a symptom, stop, a pause', async () => {
    for (const [said, at] of [
      ['ReportSymptomIntent', 'warned'],
      ['AMAZON.StopIntent', 'finished'],
      ['AMAZON.PauseIntent', 'pausing'],
    ] as const) {
      const kitchen = await new Household().device('kitchen', 'first').reachesHold();
      kitchen.speaks('second');
      if (said === 'ReportSymptomIntent') await kitchen.hasChestPain();
      else await kitchen.says(said);
      expect([said, kitchen.at]).toEqual([said, at]);
    }
  });

  test("a partner's word on what the other feels is not: the question stays open", async () => {
    const home = new Household();
    const kitchen = await home.device('kitchen', 'first').reachesHold('partner');
    home.after(60);
    kitchen.speaks('second');
    await kitchen.says('NumberIntent', { number: '4' });
    expect(kitchen.words).toMatch(/^Let them answer, please\./);
    kitchen.speaks('first');
    await kitchen.says('NumberIntent', { number: '4' });
    expect(kitchen.at).toBe('feeling');
    kitchen.speaks('second');
    await kitchen.answersNo();
    expect([kitchen.at, kitchen.words]).toEqual(['feeling', expect.stringContaining('sharp or electric')]);
  });

  test("a partner's commands are taken", async () => {
    const kitchen = await new Household().device('kitchen', 'first').reachesHold('partner');
    kitchen.speaks('second');
    await kitchen.says('TimeLeftIntent');
    await kitchen.says('ReadyIntent');
    expect(kitchen.at).toBe('pressing');
  });

  test('after an emergency, another voice opens nothing', async () => {
    const kitchen = new Household().device('kitchen', 'first');
    await kitchen.opens();
    await kitchen.hasChestPain();
    kitchen.speaks('second');
    await kitchen.says('ReadyIntent');
    expect(kitchen.words).toContain('emergency');
    expect(kitchen.at).toBe('finished');
  });

  test('a voice that is recognised only now and then changes nothing', async () => {
    const kitchen = new Household().device('kitchen', 'first');
    await kitchen.opens();
    await kitchen.answersNo(4);
    kitchen.speaks();
    await kitchen.answersNo(4);
    kitchen.speaks('first');
    await kitchen.says('BeginIntent', { word: 'start' });
    expect(kitchen.at).toBe('choosing');
  });
});

describe('days', () => {
  const progress = async (kitchen: Session, who?: string) => {
    kitchen.speaks(who);
    await kitchen.opens();
    await kitchen.says('ProgressIntent');
    return kitchen.words;
  };

  test("a listener is told of the own days, not of another's; a voice nobody recognises is told of all", async () => {
    const { home, kitchen } = await lostInHold('first');
    home.after(3600);
    expect(await progress(kitchen, 'second')).toMatch(/^I don't have any sessions of yours yet/);
    expect(await progress(kitchen, 'first')).toMatch(/^In the last four weeks/);
    expect(await progress(kitchen)).toMatch(/^In the last four weeks/);
  });

  test('a day on which nobody was recognised counts for everybody', async () => {
    const { home, kitchen } = await lostInHold();
    home.after(3600);
    expect(await progress(kitchen, 'second')).toMatch(/^In the last four weeks/);
  });

  test('carry a short digest and no id, and "forget me" of one voice deletes the days of all', async () => {
    const { home, kitchen } = await lostInHold('first');
    expect(await home.record()).toMatchObject({ sessions: [{ person: expect.stringMatching(/^[0-9a-f]{16}$/) }] });
    expect(await person(home)).toBeNull();
    kitchen.speaks('second');
    await kitchen.opens();
    await kitchen.says('ForgetMeIntent');
    await kitchen.says('AMAZON.YesIntent');
    expect(await home.record()).toBeNull();
  });
});
