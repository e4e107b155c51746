// Tests what stands for the health questions from one session to the next, on several devices and for several voices.

import { recordFrom } from '../../lambda/alexa/memory/record';
import { memoryStore } from '../../lambda/persistence/memory';
import { Household, type Session } from '../support/household';

const DAY_SECONDS = 86_400;
const WELCOME = 'Welcome back. Is someone new using this today?';
const KNOWN = /^Welcome back\. Today, have you had chest pain/;
const EVERYTHING = /^Knot Relief, for adults\..*chest pain/;

const screened = async (home: Household) => recordFrom(await home.record())?.screened ?? null;

/** Somebody who has passed all questions in the kitchen. */
async function passed(person?: string): Promise<{ home: Household; kitchen: Session }> {
  const home = new Household();
  const kitchen = home.device('kitchen', person);
  await kitchen.opens();
  await kitchen.passes();
  return { home, kitchen };
}

/** How the skill opens on a device, to a voice, after so many days. */
async function opensAfter(home: Household, days: number, person?: string, device = 'kitchen'): Promise<string> {
  home.after(days * DAY_SECONDS);
  const session = home.device(device, person);
  await session.opens();
  return session.words;
}

describe('who passed all questions', () => {
  test('is asked the few the next day, on this device and on another', async () => {
    const { home } = await passed();
    expect(await opensAfter(home, 1)).toBe(WELCOME);
    expect(await opensAfter(home, 0, undefined, 'bedroom')).toBe(WELCOME);
  });

  test('is asked the few on the fourteenth day and all on the fifteenth, whatever was answered between', async () => {
    const { home } = await passed();
    home.after(7 * DAY_SECONDS);
    const kitchen = home.device('kitchen');
    await kitchen.opens();
    await kitchen.passes();
    expect(await opensAfter(home, 7)).toBe(WELCOME);
    expect(await opensAfter(home, 1)).toMatch(EVERYTHING);
  });

  test.each<[string, string | undefined, string | undefined, RegExp | string]>([
    ['the same voice is not asked who it is', 'first', 'first', KNOWN],
    ['another voice is asked everything', 'first', 'second', EVERYTHING],
    ['nobody recognised after a voice is asked who it is', 'first', undefined, WELCOME],
    ['a voice after nobody is asked who it is', undefined, 'second', WELCOME],
  ])('%s', async (_, first, second, words) => {
    const { home } = await passed(first);
    const heard = await opensAfter(home, 1, second);
    if (typeof words === 'string') expect(heard).toBe(words);
    else expect(heard).toMatch(words);
  });

  test('another voice is asked everything at once', async () => {
    const { home } = await passed('first');
    expect(await opensAfter(home, 0, 'second')).toMatch(EVERYTHING);
  });

  test('leaves the day and a digest of the voice', async () => {
    const { home } = await passed('first');
    const kept = await screened(home);
    expect(Object.keys(kept ?? {})).toEqual(['day', 'person']);
    expect(kept?.person).toMatch(/^[0-9a-f]{16}$/);
  });

  test('leaves nothing before "start"', async () => {
    const home = new Household();
    const kitchen = home.device('kitchen');
    await kitchen.opens();
    await kitchen.answersNo(8);
    expect(await screened(home)).toBeNull();
  });

  test('has an empty place in a record after "forget me"', async () => {
    const { home, kitchen } = await passed();
    await kitchen.says('ForgetMeIntent');
    await kitchen.says('AMAZON.YesIntent');
    expect(await opensAfter(home, 1)).toMatch(EVERYTHING);
  });

  test('is asked everything at another account', async () => {
    await passed();
    expect(await opensAfter(new Household(), 1)).toMatch(EVERYTHING);
  });

  test('is asked everything while the store is away', async () => {
    const store = memoryStore();
    let isAway = false;
    const home = new Household({
      store: {
        ...store,
        load: async (key) => {
          if (isAway) throw new Error('away');
          return store.load(key);
        },
      },
    });
    const kitchen = home.device('kitchen');
    await kitchen.opens();
    await kitchen.passes();
    isAway = true;
    expect(await opensAfter(home, 1)).toMatch(EVERYTHING);
    isAway = false;
    expect(await opensAfter(home, 1)).toBe(WELCOME);
  });

  test('leaves nothing where the questions are read as a list', async () => {
    const home = new Household({ screeningForm: 'read' });
    const kitchen = home.device('kitchen');
    await kitchen.opens();
    await kitchen.says('BeginIntent', { word: 'start' });
    expect(kitchen.at).toBe('choosing');
    expect(await screened(home)).toBeNull();
  });
});

describe('in the middle of a return visit', () => {
  test.each([0, 1, 3])(
    'another voice than the one of then is asked everything at once (after %s noes)',
    async (noes) => {
      const { home } = await passed('first');
      home.after(DAY_SECONDS);
      const kitchen = home.device('kitchen');
      await kitchen.opens();
      await kitchen.answersNo(noes);
      kitchen.speaks('second');
      await kitchen.answersNo();
      expect(kitchen.words).toMatch(/^I hear another voice, so the questions come first\. Knot Relief, for adults\./);
    },
  );

  test('a voice that is known again goes on, and is asked who it is all the same', async () => {
    const { home } = await passed('first');
    home.after(DAY_SECONDS);
    const kitchen = home.device('kitchen');
    await kitchen.opens();
    kitchen.speaks('first');
    await kitchen.answersNo();
    expect(kitchen.words).toMatch(/^Today, have you had chest pain/);
  });

  test('another voice than the one that was welcomed is asked everything, whoever passed before', async () => {
    const { home } = await passed();
    home.after(DAY_SECONDS);
    const kitchen = home.device('kitchen', 'first');
    await kitchen.opens();
    await kitchen.answersNo();
    kitchen.speaks('second');
    await kitchen.answersNo();
    expect(kitchen.words).toMatch(/Knot Relief, for adults\..*chest pain/);
  });

  test('chest pain told on another device brings all questions', async () => {
    const { home } = await passed();
    home.after(DAY_SECONDS);
    const kitchen = home.device('kitchen');
    await kitchen.opens();
    await kitchen.answersNo(2);
    home.after(5);
    const bedroom = home.device('bedroom');
    await bedroom.opens();
    await bedroom.hasChestPain();
    home.after(5);
    await kitchen.answersNo();
    expect(kitchen.words).toMatch(/Knot Relief, for adults\..*chest pain/);
  });
});

describe('a screening of two voices', () => {
  test('is put down to the one that answered, not to the one that opened the skill', async () => {
    const home = new Household();
    const kitchen = home.device('kitchen', 'first');
    await kitchen.opens();
    kitchen.speaks('second');
    await kitchen.passes();
    expect(await opensAfter(home, 1, 'second')).toMatch(KNOWN);
    expect(await opensAfter(home, 0, 'first')).toMatch(EVERYTHING);
  });
});

describe('an outcome ends it', () => {
  test('on whichever device it is told', async () => {
    const { home } = await passed();
    home.after(3600);
    const bedroom = home.device('bedroom');
    await bedroom.opens();
    await bedroom.hasChestPain();
    expect(await screened(home)).toBeNull();
    expect(await opensAfter(home, 1)).toMatch(EVERYTHING);
  });

  test('told on the way into the skill, before any question', async () => {
    const { home } = await passed();
    home.after(DAY_SECONDS);
    await home.device('kitchen').hasChestPain();
    expect(await screened(home)).toBeNull();
  });

  test.each([1, 1200, 3000])(
    'and the end of an older session that comes %s seconds later does not bring it back',
    async (seconds) => {
      const home = new Household();
      const kitchen = await home.device('kitchen').reachesHold();
      home.after(5);
      const bedroom = home.device('bedroom');
      await bedroom.opens();
      await bedroom.hasChestPain();
      home.after(seconds);
      await kitchen.ends();
      expect(await screened(home)).toBeNull();
    },
  );

  test('and so does a pain of eight after the hold', async () => {
    const home = new Household();
    const kitchen = await home.device('kitchen').reachesHold();
    expect(await screened(home)).not.toBeNull();
    await kitchen.says('NumberIntent', { number: '8' });
    expect(await screened(home)).toBeNull();
    expect(await opensAfter(home, 1)).toMatch(EVERYTHING);
  });
});

test('a screening passed while an outcome is told elsewhere is not kept', async () => {
  const inner = memoryStore();
  let meddle: (() => Promise<void>) | null = null;
  const home = new Household({
    store: {
      ...inner,
      async save(...saving) {
        const first = meddle;
        meddle = null;
        await first?.();
        return inner.save(...saving);
      },
    },
  });
  const kitchen = home.device('kitchen');
  await kitchen.opens();
  await kitchen.passes();
  home.after(20 * DAY_SECONDS);
  await kitchen.opens();
  await kitchen.answersNo(8);
  const bedroom = home.device('bedroom');
  await bedroom.opens();
  home.after(5);
  meddle = async () => {
    await bedroom.hasChestPain();
  };
  await kitchen.says('BeginIntent', { word: 'start' });
  expect(meddle).toBeNull();
  expect(await screened(home)).toBeNull();
});
