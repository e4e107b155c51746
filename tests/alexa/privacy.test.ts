// Tests what a conversation leaves behind in the store and in the log, to the last byte.

import { createHash } from 'node:crypto';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import type { ResponseEnvelope } from 'ask-sdk-model';
import { contentVersion, exercises } from '../../content';
import { EMPTY_RECORD, type ListenerRecord } from '../../lambda/alexa/memory/record';
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
    ['free text for a place', { places: [{ ...place, content: 'numb' }] }],
  ])('%s in a record', (_, planted) => {
    const person = '0'.repeat(16);
    const full = { devices: [device], places: [{ ...place, person }], sessions: [{ ...session, person }] };
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
    wish?: string;
    screening?: string[];
    sore?: string;
    strong?: string;
    sharp?: string[];
    after?: string[];
  }) => {
    const {
      wish = 'upper left, tennis ball, five minutes',
      screening = Array(8).fill('no'),
      sore = 'five',
      strong = 'four',
      sharp = ['no'],
      after = ['no', 'three'],
    } = how;
    const said = ['open knot relief', ...screening, 'start', wish, 'no', sore];
    const rest = ['ready', 'ready', strong, ...sharp, 'no', ...after];
    return ['A routine', ...[...said, ...rest].map((words) => `you    ${words}`)].join('\n');
  };

  /** What was written, with every time told from the first. */
  async function bytes(text: string): Promise<string[]> {
    const { store, exchanges } = await played({ name: 'a routine', text, locale: 'en-US' });
    const moments = exchanges.map(
      ({ response }) => (response as ResponseEnvelope).sessionAttributes?.['state']?.moment?.at,
    );
    expect(moments).toEqual(expect.arrayContaining(['screening', 'recap', 'choosing', 'stretching', 'finished']));
    return store.written.map(({ text: written }) => written.replace(/"(\w+Ms)":\d+/g, '"$1":"then"'));
  }

  test.each<[string, Parameters<typeof routine>[0]]>([
    ['how sore it was before', { sore: 'three' }],
    ['how strong the press was', { strong: 'five' }],
    ['how strong the press was, in words', { strong: 'it was about a three' }],
    ['how sore it is now', { after: ['no', 'seven'] }],
    ['some hesitation', { screening: ['what do you mean', ...Array(8).fill('no')] }],
    ['a question about health', { screening: [...Array(7).fill('no'), 'is it okay with arthritis', 'no'] }],
  ])('%s', async (_, told) => {
    const plain = await bytes(routine({}));
    expect(plain.length).toBeGreaterThan(1);
    expect(await bytes(routine(told))).toEqual(plain);
  });

  // That a short re-check will not do, on any device, is needed for safety (docs/safety.md "Asking again").
  const withoutRecheck = (written: string[]) => {
    const of = (text: string): string =>
      text
        .replace(/"(recheckUntilMs|freshFromMs)":("then"|null)/g, '"$1":"either"')
        .replace(/"version":\d+,"expires/, '"expires');
    return [...new Set(written.map(of))];
  };

  test('a yes that was taken back, but for the end of the short re-check', async () => {
    const told = await bytes(routine({ screening: ['yes', 'go back', 'no', 'no', ...Array(7).fill('no')] }));
    expect(withoutRecheck(told)).toEqual(withoutRecheck(await bytes(routine({}))));
  });

  test('pain that made it one of stretches, which is what is known of it in the end', async () => {
    const pained = await bytes(routine({ sore: 'nine' }));
    const chosen = await bytes(routine({ wish: 'upper left, just stretches, five minutes' }));
    expect(pained.at(-1)).toEqual(chosen.at(-1));
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
      stretches: ids.slice(0, 12).map((id) => ({ id, sets: 3 })),
      brief: false,
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
    usual: { tool: 'partner', minutes: 10, place: 'chair' },
    explained: ids.slice(0, 40),
    declined: ['warmUp', 'reminders', 'timers'],
    begunAtMs: 1_800_000_000_000,
    freshFromMs: 1_800_000_000_000,
    devices: Array.from({ length: 12 }, (_, index) => ({
      device: digest(index),
      zone: 'America/Argentina/Buenos_Aires',
      openedAtMs: 1_800_000_000_000,
      failed: { day: 20_000, times: 1000 },
    })),
    places: [1, 2].map((index) => ({ ...place, device: digest(index), person })),
    sessions: Array.from({ length: 60 }, (_, index) => ({ day: 20_000 + index, ...session, person })),
  } as unknown as ListenerRecord;
  expect(recordFaults(record)).toEqual([]);
  expect(JSON.stringify(record).length).toBeLessThan(12_000);
});
