// Tests whole conversations in Alexa's own JSON, on a device with a screen and on one without.

import type { Request, RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import {
  AlexaTest,
  IntentRequestBuilder,
  LaunchRequestBuilder,
  RequestBuilder,
  type SequenceItem,
  SessionEndedRequestBuilder,
} from 'ask-sdk-test';
import { answerWords, clipsOf, documentsOf, heardWords } from '../support/heard';
import { HouseValidator } from '../support/house-validator';
import { bareSkill, START } from '../support/skill';

class AudioFailedBuilder extends RequestBuilder {
  protected buildRequest(): Request {
    return {
      type: 'Alexa.Presentation.APLA.RuntimeError',
      requestId: 'amzn1.echo-api.request.failed',
      timestamp: '',
      token: 'knot-relief',
      errors: [],
    } as unknown as Request;
  }
}

const OPEN = { shouldEndSession: false, ignoreQuestionCheck: true } as const;

describe.each([
  ['with a screen', true],
  ['without a screen', false],
])('on a device %s', (_name, screen) => {
  const settings = {
    appId: 'amzn1.ask.skill.conversation',
    userId: 'amzn1.ask.account.CONVERSATION',
    deviceId: 'amzn1.ask.device.CONVERSATION',
    locale: 'en-US',
    interfaces: { apl: screen, audio: true },
  };
  const afresh = () => {
    const skill = bareSkill({ log: fail });
    return new AlexaTest(skill, settings).addValidator(new HouseValidator());
  };
  const intent = (name: string) => new IntentRequestBuilder(settings, name);
  const said = (name: string) => intent(name).build();

  const start = (): RequestEnvelope =>
    intent('BeginIntent').withSlotResolution('word', 'start', 'StartWord', 'start').build();
  const choice = (): RequestEnvelope =>
    intent('ChooseIntent')
      .withSlotResolution('region', 'upper', 'Region', 'upper')
      .withSlotResolution('side', 'left', 'Side', 'left')
      .withSlotResolution('tool', 'tennis ball', 'Tool', 'ball')
      .withSlot('minutes', '5')
      .build();
  const symptom = (words: string, id: string): RequestEnvelope =>
    intent('ReportSymptomIntent').withSlotResolution('symptom', words, 'Symptom', id).build();
  const number = (value: string): RequestEnvelope => intent('NumberIntent').withSlot('number', value).build();

  const open = (): SequenceItem => ({
    ...OPEN,
    request: new LaunchRequestBuilder(settings).build(),
    saysLike: 'Knot Relief',
  });
  const eightNoes = (): SequenceItem[] =>
    Array.from({ length: 8 }, () => ({ ...OPEN, request: said('AMAZON.NoIntent') }));
  const untilSearch = (): SequenceItem[] => [
    open(),
    ...eightNoes(),
    { ...OPEN, request: start(), saysLike: 'reason to stop' },
    { ...OPEN, request: choice(), saysLike: 'skin' },
    { ...OPEN, request: said('AMAZON.NoIntent') },
    { ...OPEN, request: number('4'), callback: kindsInclude('quiet ball-wall left') },
  ];
  const untilHold = (): SequenceItem[] => [
    ...untilSearch(),
    { ...OPEN, request: said('ReadyIntent'), callback: kindsInclude('hold ball-wall left', 'release ball-wall left') },
  ];

  /** Ten seconds for every turn, and what is given for the last of them. */
  const timed = (items: SequenceItem[], lastSeconds = 10): SequenceItem[] =>
    items.map((item, index) => {
      const seconds = index * 10 + (index === items.length - 1 ? lastSeconds - 10 : 0);
      const timestamp = new Date(START + 60_000 + seconds * 1000).toISOString().replace('.000', '');
      return { ...item, request: { ...item.request, request: { ...item.request.request, timestamp } } };
    });

  afresh().test(timed(untilHold()), 'eight noes and the start word lead to a hold that can be played');

  afresh().test(
    timed([...untilHold(), { ...OPEN, request: number('4') }], 90),
    'how strong it was is heard after the hold',
  );

  afresh().test(
    timed(
      [...untilHold(), { request: said('AMAZON.StopIntent'), shouldEndSession: true, saysLike: 'Step off the ball.' }],
      25,
    ),
    'stop in the middle of a hold lets go first and ends',
  );

  afresh().test(
    timed(
      [...untilHold(), { ...OPEN, request: said('AMAZON.FallbackIntent'), callback: opensWith('Step off the ball.') }],
      25,
    ),
    'noise in the middle of a hold is answered with the release first',
  );

  afresh().test(
    timed([
      ...untilHold(),
      {
        ...OPEN,
        request: symptom('chest pain', 'chest-pain'),
        saysLike: 'your local emergency number',
        callback: nothingGuided,
      },
      {
        request: said('ReadyIntent'),
        shouldEndSession: true,
        saysLike: 'your local emergency number',
        callback: nothingGuided,
      },
    ]),
    'chest pain in the middle of a hold ends in the emergency number, and no press follows',
  );

  afresh().test(
    timed([
      open(),
      { ...OPEN, request: said('AMAZON.YesIntent'), saysLike: 'your local emergency number', callback: nothingGuided },
    ]),
    'a yes to the first question ends in the emergency number',
  );

  afresh().test(
    timed([open(), { ...OPEN, request: start(), callback: nothingGuided }]),
    'the start word before the questions starts nothing',
  );

  afresh().test(
    timed([
      ...untilSearch(),
      { request: new AudioFailedBuilder(settings).build(), saysNothing: true, repromptsNothing: true },
      { ...OPEN, request: said('ReadyIntent'), callback: spokenOnly('Back to your spot') },
      { ...OPEN, request: said('ReadyIntent'), callback: spokenOnly('Let go. Step off the ball.') },
    ]),
    'a device whose audio failed is led by speech alone from then on',
  );

  afresh().test(
    timed([
      ...untilHold(),
      {
        request: new SessionEndedRequestBuilder(settings, 'EXCEEDED_MAX_REPROMPTS').build(),
        saysNothing: true,
        repromptsNothing: true,
      },
      // ask-sdk-test carries attributes over; a new session has none.
      {
        ...OPEN,
        request: new LaunchRequestBuilder(settings).build(),
        withSessionAttributes: { state: null },
        callback: nothingGuided,
      },
    ]),
    'somebody who fell silent is welcomed back, and nothing is pressed before they answer',
  );

  for (const [name, request] of [
    ['help', 'AMAZON.HelpIntent'],
    ['repeat', 'AMAZON.RepeatIntent'],
    ['pause', 'AMAZON.PauseIntent'],
    ['next', 'AMAZON.NextIntent'],
    ['start over', 'AMAZON.StartOverIntent'],
    ['time left', 'TimeLeftIntent'],
  ] as const) {
    afresh().test(
      timed([open(), { ...OPEN, request: said(request), callback: nothingGuided }]),
      `${name} in screening guides nobody`,
    );
  }
});

function fail(line: string): void {
  if (JSON.parse(line).level !== 'error') return;
  throw new Error(`logged: ${line}`);
}

function kindsInclude(...labels: string[]) {
  return ({ response }: ResponseEnvelope) => {
    const heard = clipsOf(response).map(({ description }) => description);
    expect(heard).toEqual(expect.arrayContaining(labels));
  };
}

function opensWith(words: string) {
  return (answer: ResponseEnvelope) => expect(answerWords(answer).startsWith(words)).toBe(true);
}

function spokenOnly(words: string) {
  return ({ response }: ResponseEnvelope): void => {
    expect(documentsOf(response)).toEqual([]);
    expect(documentsOf(response.reprompt)).toEqual([]);
    expect(heardWords(response)).toContain(words);
  };
}

function nothingGuided({ response }: ResponseEnvelope): void {
  const labels = [...clipsOf(response), ...clipsOf(response.reprompt)].map(({ description }) => description);
  expect(labels.filter((label) => /^(hold|count|move)/.test(label))).toEqual([]);
}
