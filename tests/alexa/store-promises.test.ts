// Tests that what was promised is kept and what was to go is gone, when two write at once or a write fails.

import type { RequestEnvelope } from 'ask-sdk-model';
import { withDevice } from '../../lambda/alexa/memory/devices';
import { EMPTY_RECORD, type ListenerRecord, recordFrom } from '../../lambda/alexa/memory/record';
import type { Store } from '../../lambda/persistence/store';
import { generatedModel } from '../../simulator/compose';
import { Echo } from '../../simulator/device';
import { each, everything, FaultySession, START, saves, writing, wrongIn } from '../support/faulty-session';
import { heardWords } from '../support/heard';
import type { Fault, Played } from '../support/table-faults';

let session: FaultySession;
beforeAll(async () => {
  session = await FaultySession.open();
});

describe('another speaker of the household who writes in between', () => {
  const BEDROOM = 'b'.repeat(64);
  /** Before `times` of the savings of a turn the other speaker is there first. */
  const meddling =
    (key: () => string, times: number) =>
    (store: Store): Store => ({
      ...store,
      async save(...saving) {
        if (times-- > 0) await meddle(key());
        return store.save(...saving);
      },
    });

  async function meddle(key: string): Promise<void> {
    const held = await session.table.direct.load(key);
    const record = recordFrom(held?.record ?? null) ?? EMPTY_RECORD;
    const [place] = session.turns.flatMap(({ after }) => recordFrom(after?.record ?? null)?.places ?? []);
    const sessions = [
      { day: 20_000, region: 'lower' as const, tool: 'roller' as const, minutes: 10 as const, holds: 2 },
    ];
    const others: ListenerRecord = {
      ...record,
      pace: 'slow',
      devices: withDevice(record.devices, BEDROOM, { failed: { day: 20_000, times: 2 } }),
      places: [
        ...record.places.filter(({ device }) => device !== BEDROOM),
        ...(place ? [{ ...place, device: BEDROOM }] : []),
      ],
      sessions: [...sessions, ...record.sessions.filter(({ day }) => day !== 20_000)],
    };
    const writing = { version: held?.version ?? 0, expiresAtMs: START + 397 * 86_400_000 };
    await session.table.direct.save(key, { ...others }, writing);
  }

  async function metIn(index: number, times: number): Promise<Played & { ours: ListenerRecord | null }> {
    const was = session.turn(index);
    const listener = session.table.listener(
      session.somebody(),
      () => was.nowMs,
      meddling(() => listener.key, times),
    );
    if (was.before) await session.layDown(listener.key, was.before);
    return { ...(await listener.turn(was.request)), ours: recordFrom(was.after?.record ?? null) };
  }

  const everyWriting = (times: number) => each(session.turnsThat(saves), (index) => metIn(index, times));
  const theirs = {
    pace: 'slow',
    devices: expect.arrayContaining([expect.objectContaining({ device: BEDROOM, failed: { day: 20_000, times: 2 } })]),
    places: expect.arrayContaining([expect.objectContaining({ device: BEDROOM })]),
  };

  test('once in any one turn loses nothing, and makes nobody lose anything', async () => {
    for (const { wrong, after, ours, log, asked } of await everyWriting(1)) {
      expect(wrong).toEqual([]);
      expect(log.store).toBe('merged');
      expect(asked).toEqual(['load', 'save', 'load', 'save']);
      const record = recordFrom(after?.record ?? null);
      expect(record).toMatchObject(theirs);
      expect(record?.places).toEqual(expect.arrayContaining(ours?.places ?? []));
      expect(record?.sessions).toEqual([expect.objectContaining({ region: 'lower' }), ...(ours?.sessions ?? [])]);
      expect(record).toMatchObject({ usual: ours?.usual, explained: ours?.explained });
    }
  });

  test('again and again in any one turn keeps what it wrote, and we promise nothing', async () => {
    for (const { wrong, after, log, asked } of await everyWriting(9)) {
      expect(wrong).toEqual([]);
      expect(log.store).toBe('unreachable');
      expect(asked).toEqual(['load', 'save', 'load', 'save']);
      expect(recordFrom(after?.record ?? null)).toMatchObject(theirs);
    }
  });
});

/** The same session, and in turn `index` the listener asks for everything to be deleted, and says yes. */
async function forgetting(index: number, fault?: Fault): Promise<Played[]> {
  const was = session.turn(index);
  const open = session.turn(index + 1);
  const { key, turn } = session.table.listener(session.somebody(), () => open.nowMs);
  if (was.after) await session.layDown(key, was.after);
  const said = (name: string, attributes: unknown) =>
    ({
      ...open.request,
      session: { ...was.request.session, attributes },
      request: { ...open.request.request, type: 'IntentRequest', intent: { name, confirmationStatus: 'NONE' } },
    }) as RequestEnvelope;
  const asked = await turn(said('ForgetMeIntent', was.response.sessionAttributes));
  return [asked, await turn(said('AMAZON.YesIntent', asked.response.sessionAttributes), fault)];
}

describe('“forget everything”, said yes to at any point', () => {
  const everywhere = async (fault?: Fault) => {
    const open = session.turnsThat(({ response }) => response.response.shouldEndSession === false);
    // The last turn has none after it, whose clock the question and its yes are given.
    const followed = open.filter((index) => index + 1 < session.turns.length);
    return (await each(followed, (index) => forgetting(index, fault))).flat();
  };

  test('leaves nothing', async () => {
    const all = await everywhere();
    expect(all.length).toBeGreaterThan(40);
    expect(wrongIn(all)).toEqual([]);
    expect(all.filter((_, index) => index % 2 === 1).every(({ after }) => after === null)).toBe(true);
  });

  test.each<[string, Fault]>([
    ['fails', everything('throttled')],
    ['is forbidden to delete', writing('forbidden')],
    ['does not answer', everything('silent')],
    ['deletes and does not answer', writing('lost')],
  ])('with a store that %s is not called done, and nothing else is promised', async (_, fault) => {
    const all = await everywhere(fault);
    expect(all.length).toBeGreaterThan(40);
    expect(wrongIn(all)).toEqual([]);
  });
});

/**
 * A listener whose session goes as said while the store fails to write in one turn, and who then opens the skill anew.
 */
async function reopened(who: string, said: readonly string[], failsIn: number): Promise<Played> {
  let turns = 0;
  let last: Played | null = null;
  const listener = session.table.listener(who, () => echo.nowMs());
  const handler = async (request: RequestEnvelope) => {
    last = await listener.turn(request, turns++ === failsIn ? writing('throttled') : undefined);
    return last.response;
  };
  const echo = new Echo({ handler, modelOf: generatedModel, startMs: START });
  for (const words of [...TO_THE_PRESS, ...said, 'open knot relief']) {
    if (words === LATER) await echo.wait(26_000);
    else await echo.say(words);
  }
  if (!last) throw new Error('Nothing was said');
  return last;
}

/** In the middle of the first hold. */
const LATER = '(26 seconds later)';

const TO_THE_PRESS = [
  'open knot relief',
  ...Array(8).fill('no'),
  'start',
  'upper left, tennis ball, five minutes',
  'no',
  'five',
  'ready',
];

describe('a place that could not be let go of in the turn in which it was over', () => {
  const pressed = TO_THE_PRESS.length;

  test('is let go of in the next: after an emergency nobody is led back', async () => {
    const { response, after } = await reopened('emergency', [LATER, 'i have chest pain', 'repeat'], pressed);
    expect(heardWords(response.response)).not.toMatch(/We stopped/);
    expect(after?.record).toMatchObject({ places: [] });
  });

  test('is let go of in the next: after its last question nobody is led back', async () => {
    const { response, after } = await reopened('close', ['four', 'no', 'no', 'no', 'no'], pressed + 3);
    expect(heardWords(response.response)).not.toMatch(/We stopped/);
    expect(after?.record).toMatchObject({ places: [] });
  });

  test('is not taken up by the short re-check again when that told of something new', async () => {
    const opened = [LATER, 'open knot relief', 'yes', 'yes', 'no'];
    const { response } = await reopened('something-new', opened, pressed + 2);
    expect(heardWords(response.response)).not.toMatch(/We stopped/);
  });
});
