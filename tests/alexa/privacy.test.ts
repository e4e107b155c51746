// Tests what a conversation leaves behind in the store and in the log, to the last byte.

import { createHash } from 'node:crypto';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import type { ResponseEnvelope, ui } from 'ask-sdk-model';
import { contentVersion, exercises } from '../../content';
import { EMPTY_RECORD, type ListenerRecord } from '../../lambda/alexa/memory/record';
import { LONG_FORMS } from '../../lambda/domain/approach';
import { TURNS } from '../../lambda/domain/tip';
import { dynamoStore } from '../../lambda/persistence/dynamodb';
import { replay } from '../../simulator/transcript';
import { type FaultyDynamo, faultyDynamo } from '../support/faulty-dynamo';
import { HandTime } from '../support/hand-time';
import { recordFaults } from '../support/kept-schema';
import { lineFaults } from '../support/log-rules';
import { played } from '../support/played';
import { conversationNamed } from '../support/written-conversations';

/** Every listener of the simulator is this one. */
const LISTENER = createHash('sha256').update('amzn1.ask.account.simulated').digest('hex');

describe('in DynamoDB', () => {
  let dynamo: FaultyDynamo;
  beforeAll(async () => {
    dynamo = await faultyDynamo();
  });
  afterAll(() => dynamo.stop());

  const NAMES = [
    'pressing-pause.txt',
    'return-after-stop.txt',
    'pressing-strength-too-strong.txt',
    'whole-session.txt',
  ];
  test.each(NAMES)('%s leaves one item: a digest, a count, an end, and the record', async (name) => {
    const client = await dynamo.table(name);
    const { sleep } = new HandTime();
    await replay(conversationNamed(`en-US/${name}`).text, {
      locale: 'en-US',
      store: dynamoStore({ table: name, client, sleep }),
    });
    const { Items = [] } = await client.send(new ScanCommand({ TableName: name }));
    expect(Items).toEqual([
      {
        id: { S: LISTENER },
        version: { N: expect.any(String) },
        expiresAt: { N: expect.any(String) },
        record: { S: expect.any(String) },
      },
    ]);
    expect(recordFaults(JSON.parse(Items[0]?.['record']?.S ?? ''))).toEqual([]);
  });
});

describe('a check that finds nothing would find', () => {
  const place = {
    plan: {
      choice: { region: 'upper', side: 'left', tool: 'ball', minutes: 5, place: 'chair' },
      spots: ['left'],
      pin: false,
      stretches: [{ id: 'neck-tilt', sets: 1 }],
      brief: false,
      later: false,
      padMs: 0,
    },
    place: { part: 'press', unit: 0 },
    spots: [{ side: 'left', pressedSeconds: 30, holds: 1, pinned: false }],
    recheckUntilMs: null,
    pressingUntilMs: null,
    endsAtMs: 1_800_000_000_000,
    device: 'a'.repeat(64),
    content: contentVersion,
  };
  const spot = place.spots[0];
  const device = { device: 'a'.repeat(64), zone: 'Europe/London', openedAtMs: null, failed: null };
  const session = { day: 20_000, region: 'upper', tool: 'ball', minutes: 5, holds: 1 };
  const begun = { ...EMPTY_RECORD, begunAtMs: 1_700_000_000_000 };

  test.each<[string, object]>([
    ['a strength', { places: [{ ...place, spots: [{ ...spot, strength: 7 }] }] }],
    ['an answer of the screening', { noes: ['q1'] }],
    ['a soreness', { sessions: [{ ...session, sore: 4 }] }],
    ['a device’s own id', { devices: [{ ...device, device: 'amzn1.ask.device.ECHO' }] }],
    ['free text for a zone', { devices: [{ ...device, zone: 'my chest' }] }],
    ['the id of a voice', { places: [{ ...place, person: 'amzn1.ask.person.FIRST' }] }],
    ['a name for a voice', { sessions: [{ ...session, person: 'somebody' }] }],
    ['an exercise that is none', { explained: ['chest-pain'] }],
    ['free words as explained', { explained: ['find.chest'] }],
    ['a symptom beside the usual', { usual: { ...place.plan.choice, numb: true } }],
    ['an age', { age: 71 }],
    ['why tones failed', { devices: [{ ...device, tones: 'chest' }] }],
    ['an answer beside the day of the questions', { screened: { day: 20_000, person: null, q3: 'no' } }],
    ['free text for a place', { places: [{ ...place, content: 'numb' }] }],
  ])('%s in a record', (_, planted) => {
    const person = '0'.repeat(16);
    const screened = { day: 20_000, person };
    const full = { devices: [device], places: [{ ...place, person }], sessions: [{ ...session, person }], screened };
    expect(recordFaults({ ...begun, ...full })).toEqual([]);
    expect(recordFaults({ ...begun, ...planted })).not.toEqual([]);
  });

  const line = { level: 'info', request: 'IntentRequest', intent: 'words', moment: 'checking', ms: 7 };
  const whole = { ...line, start: 'warm', store: 'read' };
  const asking = { request: { intent: { slots: { query: { value: 'my chest' } } } }, context: { userId: 'LISTENER' } };

  test.each<[string, object]>([
    ['a word that was said', { store: 'chest' }],
    ['a moment that tells of health', { moment: 'easing' }],
    ['an intent that tells an answer', { intent: 'AMAZON.NoIntent' }],
    ['a number besides the time', { strength: 7 }],
    ['an id', { at: 'LISTENER' }],
  ])('%s in a line', (_, planted) => {
    expect(lineFaults(JSON.stringify(whole), asking)).toEqual([]);
    expect(lineFaults(JSON.stringify({ ...whole, ...planted }), asking)).not.toEqual([]);
  });
});

describe('the same routine leaves the same bytes, whatever was told about health', () => {
  const routine = (how: {
    screening?: string[];
    sore?: string;
    strong?: string;
    sharp?: string[];
    after?: string[];
  }) => {
    const {
      screening = Array(8).fill('no'),
      sore = 'five',
      strong = 'four',
      sharp = ['no'],
      after = ['no', 'three'],
    } = how;
    const pressing = [PRESSED, 'no', sore, 'ready', strong, ...sharp, 'no'];
    return script(...screening, 'start', ...pressing, ...after);
  };
  const PRESSED = 'upper left, tennis ball, five minutes';
  const script = (...said: string[]) =>
    ['A routine', ...['open knot relief', ...said].map((words) => `you    ${words}`)].join('\n');

  interface Left {
    written: string[];
    cards: ui.SimpleCard[];
  }

  /** What was written, each time left out, and what was sent to the Alexa app. */
  async function bytes(text: string): Promise<Left> {
    const { store, exchanges } = await played({ name: 'a routine', text, locale: 'en-US' });
    const moments = exchanges.map(
      ({ response }) => (response as ResponseEnvelope).sessionAttributes?.['state']?.moment?.at,
    );
    expect(moments).toEqual(expect.arrayContaining(['screening', 'recap', 'choosing', 'stretching', 'finished']));
    const written = store.written.map(({ text: bytes }) => bytes.replace(/"(\w+Ms)":\d+/g, '"$1":"then"'));
    const cards = exchanges.flatMap(
      ({ response }) => ((response as ResponseEnvelope).response.card as ui.SimpleCard | undefined) ?? [],
    );
    expect(cards.length).toBeGreaterThan(0);
    return { written, cards };
  }

  test.each<[string, Parameters<typeof routine>[0]]>([
    ['how sore it was before', { sore: 'three' }],
    ['how strong the press was', { strong: 'five' }],
    ['how strong the press was, in words', { strong: 'it was about a three' }],
    ['how sore it is now', { after: ['no', 'seven'] }],
    ['some hesitation', { screening: ['what do you mean', ...Array(8).fill('no')] }],
    ['a vague answer', { screening: ['no', 'no', 'i had that years ago', ...Array(6).fill('no')] }],
    ['a no in other words', { screening: ['nope', 'none of those', 'not at all', ...Array(5).fill('no')] }],
    ['a question about health', { screening: [...Array(7).fill('no'), 'is it okay with arthritis', 'no'] }],
  ])('%s', async (_, told) => {
    const plain = await bytes(routine({}));
    expect(plain.written.length).toBeGreaterThan(1);
    expect(await bytes(routine(told))).toEqual(plain);
  });

  // That neither a short re-check nor a return visit will do is needed for safety (docs/safety.md "Asking again").
  const withoutRecheck = (written: string[]) => {
    const of = (text: string): string =>
      text
        .replace(/"(recheckUntilMs|freshFromMs)":("then"|null)/g, '"$1":"either"')
        .replace(/"screened":(\{"day":\d+,"person":null\}|null)/, '"screened":"either"')
        .replace(/"version":\d+,"expires/, '"expires');
    return [...new Set(written.map(of))];
  };

  test('a yes that was taken back, but for what stands for the questions', async () => {
    const told = await bytes(routine({ screening: ['yes', 'go back', 'no', 'no', ...Array(7).fill('no')] }));
    const plain = await bytes(routine({}));
    expect(told.cards).toEqual(plain.cards);
    expect(withoutRecheck(told.written)).toEqual(withoutRecheck(plain.written));
  });

  const linesOf = ({ cards }: Left): string[] => (cards.at(-1)?.content ?? '').split('\n');

  test('pain that made it one of stretches, which is what is known of it in the end', async () => {
    const passed = [...Array(8).fill('no'), 'start'];
    const stretched = ['ready', 'no'];
    const pained = await bytes(script(...passed, PRESSED, 'no', 'nine', 'no', ...stretched, 'three'));
    const chosen = await bytes(script(...passed, 'upper left, just stretches, five minutes', ...stretched));
    expect(withoutRecheck(pained.written).at(-1)).toEqual(withoutRecheck(chosen.written).at(-1));
    // Warmth is no tip for a strong pain; the card says nothing in its place.
    expect(linesOf(chosen)).toEqual(expect.arrayContaining(linesOf(pained)));
  });
});

test('the largest record has less than twelve kilobytes', () => {
  const digest = (index: number) => createHash('sha256').update(String(index)).digest('hex');
  const ids = Object.keys(exercises.stretches).sort((one, other) => other.length - one.length);
  const place = {
    plan: {
      choice: { region: 'middle', side: 'right', tool: 'partner', minutes: 10, place: 'chair' },
      spots: ['right', 'right'],
      pin: false,
      stretches: ids.slice(0, 12).map((id) => ({ id, sets: 3, each: 30 })),
      brief: false,
      later: false,
      padMs: 60_000,
    },
    place: { part: 'stretch', unit: 30, restSeconds: 20 },
    spots: Array(2).fill({ side: 'right', pressedSeconds: 60, holds: 2, pinned: false }),
    recheckUntilMs: 1_800_000_000_000,
    pressingUntilMs: 1_800_000_000_000,
    endsAtMs: 1_800_000_000_000,
    content: contentVersion,
  };
  const session = { region: 'middle', tool: 'partner', minutes: 10, holds: 10 };
  const person = digest(0).slice(0, 16);
  const record = {
    ...EMPTY_RECORD,
    counting: 'normal',
    usual: place.plan.choice,
    explained: [...LONG_FORMS, ...ids].slice(0, 40),
    tip: TURNS - 1,
    declined: ['warmUp', 'reminders', 'timers'],
    begunAtMs: 1_800_000_000_000,
    freshFromMs: 1_800_000_000_000,
    devices: Array.from({ length: 12 }, (_, index) => ({
      device: digest(index),
      zone: 'America/Argentina/Buenos_Aires',
      openedAtMs: 1_800_000_000_000,
      failed: { day: 20_000, times: 1000 },
      tones: 'failed',
    })),
    places: [1, 2].map((index) => ({ ...place, device: digest(index), person })),
    sessions: Array.from({ length: 60 }, (_, index) => ({ day: 20_000 + index, ...session, person })),
    screened: { day: 20_000, person },
  } as unknown as ListenerRecord;
  expect(recordFaults(record)).toEqual([]);
  expect(JSON.stringify(record).length).toBeLessThan(12_000);
});
