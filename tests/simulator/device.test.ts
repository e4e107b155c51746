// Tests that the simulated Echo keeps time, opens its microphone and asks the skill as a real one does.

import type { IntentRequest, RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import type { Turn } from '../../simulator/device';
import { chanceFrom } from '../../simulator/sound/chance';
import { baseLength, voiceFrom } from '../../simulator/sound/voice';
import { answerTo, type Beside, beside, directive, HOLD, START_MS, say } from './fake-skill';
import { model } from './small-model';

const seeds = Array.from({ length: 25 }, (_, at) => at + 1);

async function turn(there: Beside, said: string): Promise<Turn> {
  const [first] = await there.echo.say(said);
  if (first?.type !== 'turn') throw new Error(`no answer to "${said}" but ${JSON.stringify(first)}`);
  return first;
}

function intentOf(request: RequestEnvelope | undefined): IntentRequest {
  if (request?.request.type !== 'IntentRequest') throw new Error(`not an intent: ${request?.request.type}`);
  return request.request;
}

const stampOf = (request: RequestEnvelope | undefined): number => Date.parse(request?.request.timestamp ?? '');

describe('a listener who opens the skill', () => {
  it('hears the words first and the timed part after them, every pinned clip for its exact time', async () => {
    const { clips, totalMs } = await turn(beside(), 'Alexa, open knot relief');
    expect(clips.map(({ kind, text }) => [kind, text])).toEqual([
      ['say', 'Fish & chips.'],
      ['quiet', undefined],
      ['say', 'Now.'],
      ['instruct', 'Left side. Ear to the left shoulder.'],
      ['hold', 'Hold.'],
      ['quiet', undefined],
      ['count', 'One.'],
      ['release', 'Let go.'],
      ['ask', 'How was it?'],
    ]);
    expect(clips.slice(4, 8).map(({ lastsMs }) => lastsMs)).toEqual([4000, 5000, 1000, 3000]);
    expect(clips[1]?.lastsMs).toBe(2000);
    const ends = clips.map(({ atMs, lastsMs }) => Math.round(atMs + lastsMs));
    expect(clips.slice(1).map(({ atMs }) => Math.round(atMs))).toEqual(ends.slice(0, -1));
    expect(clips.reduce((sum, { lastsMs }) => sum + lastsMs, 0)).toBeCloseTo(totalMs);
    expect(clips[4]).toMatchObject({ exercise: 'neck-tilt', side: 'left' });
    expect(clips[6]).not.toHaveProperty('exercise');
  });

  it('is in a session, in the moment the skill says, with a question open', async () => {
    const there = beside();
    expect(await turn(there, 'open knot relief')).toMatchObject({
      intent: 'LaunchRequest',
      state: 'screening q2',
      sessionOpen: true,
      question: 'How was it?',
      reprompt: 'How was it?',
      directives: ['Alexa.Presentation.APLA.RenderDocument'],
    });
    expect(there.requests[0]?.session).toMatchObject({ new: true, attributes: {} });
    expect(there.requests[0]?.request.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it.each([
    ['ask knot relief how to do cat cow', 'AskIntent', { query: 'do cat cow' }],
    ['ask knot relief to start a five minute routine', 'StartRoutineIntent', { minutes: '5' }],
    ['open knot relief and start a five minute routine', 'StartRoutineIntent', { minutes: '5' }],
    ['ask knot relief for a five minute routine', 'StartRoutineIntent', { minutes: '5' }],
    ['ask knot relief to tell me a joke', 'AMAZON.FallbackIntent', {}],
  ])('may ask in the same breath: %s', async (said, intent, slots) => {
    const there = beside();
    const { slots: heard } = await turn(there, said);
    expect(intentOf(there.requests[0]).intent.name).toBe(intent);
    expect(Object.fromEntries(Object.entries(heard).map(([name, { value }]) => [name, value]))).toEqual(slots);
    expect(there.requests[0]?.session?.new).toBe(true);
  });

  it.each(['launch knot relief', 'Alexa, start Knot Relief.', 'please open knot relief', 'knot relief'])(
    'may say "%s"',
    async (said) => {
      expect((await turn(beside(), said)).intent).toBe('LaunchRequest');
    },
  );

  it('is in another session after opening it again, and nothing of the one before comes along', async () => {
    const there = beside();
    await turn(there, 'open knot relief');
    await turn(there, 'open knot relief');
    await turn(there, 'ask knot relief how to do cat cow');
    expect(there.requests.map(({ request }) => request.type)).toEqual([
      'LaunchRequest',
      'LaunchRequest',
      'IntentRequest',
    ]);
    for (const { session } of there.requests) expect(session).toMatchObject({ new: true, attributes: {} });
    expect(new Set(there.requests.map(({ session }) => session?.sessionId)).size).toBe(3);
  });

  it('stays where it was when a language has no model', async () => {
    const there = beside(answerTo, { modelOf: (locale) => (locale === 'en-US' ? model : null) });
    await turn(there, 'open knot relief');
    expect(await there.echo.use({ locale: 'de-DE' })).toEqual([
      { type: 'unknownLocale', locale: 'de-DE', stays: 'en-US' },
    ]);
    expect((await turn(there, 'no')).sessionOpen).toBe(true);
    expect(there.requests[1]?.request.locale).toBe('en-US');
  });

  it('gets nothing without opening it', async () => {
    expect(await beside().echo.say('no')).toEqual([{ type: 'noSession', utterance: 'no' }]);
  });
});

describe('a request', () => {
  it('holds every slot of its intent, with the resolutions of custom types', async () => {
    const there = beside();
    await turn(there, 'open knot relief');
    await turn(there, 'upper left with a tennis ball');
    const { slots } = intentOf(there.requests[1]).intent;
    expect(slots?.['tool']).toMatchObject({
      name: 'tool',
      value: 'tennis ball',
      confirmationStatus: 'NONE',
      resolutions: {
        resolutionsPerAuthority: [
          { status: { code: 'ER_SUCCESS_MATCH' }, values: [{ value: { id: 'ball', name: 'ball' } }] },
        ],
      },
    });
    expect(slots?.['minutes']).toEqual({ name: 'minutes', confirmationStatus: 'NONE' });
    await turn(there, 'swap to a frisbee');
    expect(intentOf(there.requests[2]).intent.slots?.['tool']?.resolutions?.resolutionsPerAuthority?.[0]).toMatchObject(
      {
        status: { code: 'ER_SUCCESS_NO_MATCH' },
        values: [],
      },
    );
    expect(there.requests[1]?.session).toMatchObject({
      new: false,
      attributes: { state: { moment: { question: 'q2' } } },
    });
  });

  it('names the screen only of a device that has one', async () => {
    const there = beside();
    await turn(there, 'open knot relief');
    await there.echo.use({ deviceKind: 'echo-show', locale: 'en-GB' });
    await turn(there, 'open knot relief');
    const devices = there.requests.map(({ context }) => Object.keys(context.System.device?.supportedInterfaces ?? {}));
    expect(devices).toEqual([[], [], ['Alexa.Presentation.APL']]);
    expect(there.requests[2]?.request.locale).toBe('en-GB');
  });
});

describe('a listener who says nothing', () => {
  it('hears the reprompt after eight seconds, and after eight more the session is over', async () => {
    const there = beside();
    const { totalMs } = await turn(there, 'open knot relief');
    expect(await there.echo.wait(totalMs + 7_900)).toEqual([]);
    const [again] = await there.echo.wait(200);
    expect(again).toMatchObject({ type: 'reprompt', atMs: totalMs + 8000, speech: 'How was it?' });
    const [over] = await there.echo.wait(60_000);
    expect(over).toMatchObject({ type: 'sessionEnded', reason: 'EXCEEDED_MAX_REPROMPTS' });
    expect(over?.type === 'sessionEnded' && over.atMs).toBeGreaterThan(totalMs + 16_000);
    expect(there.requests[1]?.request).toMatchObject({ type: 'SessionEndedRequest', reason: 'EXCEEDED_MAX_REPROMPTS' });
    expect(await there.echo.say('no')).toEqual([{ type: 'noSession', utterance: 'no' }]);
  });
});

describe('a listener who speaks', () => {
  it.each(seeds)(
    'is stamped one to four seconds after beginning, and answered 0.3 to 2 s later (seed %d)',
    async (seed) => {
      const there = beside(answerTo, { seed });
      const { totalMs } = await turn(there, 'open knot relief');
      const opened = there.echo.nowMs();
      expect(opened - START_MS).toBeGreaterThan(1_300);
      expect(opened - START_MS).toBeLessThan(6_000);
      await turn(there, 'ready');
      const spoke = stampOf(there.requests[1]) - (opened + totalMs);
      expect(spoke).toBeGreaterThan(-1);
      expect(spoke).toBeLessThan(4_001);
      const began = there.echo.nowMs();
      await there.echo.wait(12_000);
      await turn(there, 'stop');
      const interrupted = stampOf(there.requests[2]) - (began + 12_000);
      expect(interrupted).toBeGreaterThan(-1);
      expect(interrupted).toBeLessThan(4_001);
    },
  );

  it('may leave: by stop, which the skill answers, by exit, which it is only told of, and by :end', async () => {
    const there = beside();
    await turn(there, 'open knot relief');
    expect(await turn(there, 'stop')).toMatchObject({ sessionOpen: false, question: null, reprompt: null });
    await turn(there, 'open knot relief');
    expect(await there.echo.say('exit')).toMatchObject([{ type: 'sessionEnded', reason: 'USER_INITIATED' }]);
    await turn(there, 'open knot relief');
    expect(await there.echo.end()).toMatchObject([{ type: 'sessionEnded', reason: 'USER_INITIATED' }]);
    expect(await there.echo.end()).toMatchObject([{ type: 'noSession' }]);
  });

  it('hears the same again with the same seed, and another pace with another', async () => {
    const lengths = await Promise.all(
      [1, 1, 2].map(async (seed) => (await turn(beside(answerTo, { seed }), 'open knot relief')).totalMs),
    );
    expect(lengths[0]).toBe(lengths[1]);
    expect(lengths[0]).not.toBe(lengths[2]);
  });
});

describe('the voice', () => {
  it.each(seeds)('stays within a fifth of its usual pace (seed %d)', (seed) => {
    const voice = voiceFrom(chanceFrom(seed));
    for (const text of ['One.', 'Lean in lightly, and move slowly until you find a tender spot. Take your time.', '']) {
      const usual = baseLength(text);
      expect(voice(text)).toBeGreaterThanOrEqual(Math.floor(usual * 0.8));
      expect(voice(text)).toBeLessThanOrEqual(Math.ceil(usual * 1.2));
    }
  });
});

describe('what a device cannot play', () => {
  const broken = (response: ResponseEnvelope['response']) => beside(() => ({ version: '1.0', response }));

  it('cuts words that are longer than their slot, and keeps the time', async () => {
    const items = [
      {
        type: 'Mixer',
        description: 'count',
        items: [
          { type: 'Silence', duration: 1000 },
          { type: 'Speech', content: 'A very long sentence for one second.', duration: 'trimToParent' },
        ],
      },
    ];
    const document = { ...HOLD, mainTemplate: { items: [{ type: 'Sequencer', items }] } };
    const { clips } = await turn(
      broken({ directives: [directive(document)] as never, shouldEndSession: true }),
      'open knot relief',
    );
    expect(clips).toEqual([expect.objectContaining({ lastsMs: 1000, cut: true })]);
  });

  it.each([
    ['speech with a bare ampersand', { outputSpeech: say('Fish & chips') }],
    ['speech that is never closed', { outputSpeech: say('<emphasis>Now') }],
    ['a pause of eleven seconds', { outputSpeech: say('<break time="11s"/>') }],
    ['nine thousand characters', { outputSpeech: say('word '.repeat(1800)) }],
    [
      'a screen document on a device without a screen',
      { directives: [{ type: 'Alexa.Presentation.APL.RenderDocument' }] },
    ],
    ['an unknown component', { directives: [directive({ mainTemplate: { items: [{ type: 'Song' }] } })] }],
    [
      'five minutes of sound',
      { directives: [directive({ mainTemplate: { items: [{ type: 'Silence', duration: 300_000 }] } })] },
    ],
  ])('is %s: the session ends with an error', async (_, response) => {
    const there = broken({ ...(response as ResponseEnvelope['response']), shouldEndSession: false });
    expect(await there.echo.say('open knot relief')).toMatchObject([
      { type: 'turn', sessionOpen: false },
      { type: 'sessionEnded', reason: 'ERROR' },
    ]);
    expect(there.requests[1]?.request).toMatchObject({ type: 'SessionEndedRequest', reason: 'ERROR' });
  });

  it('is told to the skill when a document is not played, and its words are still heard', async () => {
    const there = beside();
    there.echo.breakAudio();
    expect(await there.echo.say('open knot relief')).toMatchObject([
      { type: 'turn', speech: 'Fish & chips. Now.', sessionOpen: true },
      { type: 'audioFailed' },
    ]);
    expect(there.requests[1]?.request).toMatchObject({ type: 'Alexa.Presentation.APLA.RuntimeError', token: 'hold' });
  });

  it('is an answer of a skill that breaks', async () => {
    const there = beside(() => {
      throw new Error('broken');
    });
    expect(await there.echo.say('open knot relief')).toMatchObject([
      { type: 'turn' },
      { type: 'sessionEnded', reason: 'ERROR' },
    ]);
  });
});
