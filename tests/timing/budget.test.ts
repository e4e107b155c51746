// Tests that every answer of a routine stays within what the platform plays and carries.

import type { Response } from 'ask-sdk-model';
import * as fc from 'fast-check';
import { attributesWith } from '../../lambda/alexa/memory/session';
import { respond } from '../../lambda/alexa/respond';
import { documentsOf, ssmlOf } from '../support/heard';
import { runs } from '../support/how-many';
import { partsOf } from './clock';
import { CHOICES, lengthOfTurn, playRoutine, type Step, speech } from './conversation';

/** What docs/principles.md "Rules of every answer" allows, written out here a second time. */
const BUDGET = {
  seconds: 220,
  clips: 60,
  audioFiles: 15,
  characters: 8000,
  bytes: 24 * 1024,
  breakMs: 10_000,
  stateBytes: 4096,
};

const aSetting = fc.record({
  pace: fc.constantFrom('normal' as const, 'slow' as const),
  counting: fc.constantFrom('normal' as const, 'more' as const, 'less' as const),
  holdSeconds: fc.constantFrom(30 as const, 45 as const, 60 as const),
  talk: fc.constantFrom('normal' as const, 'less' as const),
  sounds: fc.constant(true),
  tones: fc.constantFrom('none' as const, 'trial' as const, 'all' as const),
  audio: fc.constantFrom('apla' as const, 'ssml' as const),
});

type Part = Response | Response['reprompt'];

function documentFaults(part: Part): string[] {
  return documentsOf(part).flatMap((document) => {
    const text = JSON.stringify(document);
    const clips = text.split('"type":"Speech"').length - 1;
    const files = text.split('"type":"Audio"').length - 1;
    return [
      ...(clips > BUDGET.clips ? [`${clips} clips`] : []),
      ...(files > BUDGET.audioFiles ? [`${files} audio files`] : []),
    ];
  });
}

function speechFaults(part: Part): string[] {
  const ssml = ssmlOf(part) ?? '';
  const breaks = [...ssml.matchAll(/time="(\d+)ms"/g)].map(([, ms]) => Number(ms));
  const long = breaks.filter((ms) => ms > BUDGET.breakMs || ms <= 0);
  return [
    ...(ssml.length > BUDGET.characters ? [`${ssml.length} characters`] : []),
    ...long.map((ms) => `a break of ${ms} ms`),
  ];
}

/** Seconds of an answer and its reprompt by the estimate. */
function secondsOf({ turn }: Step): number {
  return (lengthOfTurn(turn) + (turn.reprompt ? lengthOfTurn(turn.reprompt) : 0)) / 1000;
}

/** Seconds as the document is written: the pinned lengths, and the words outside at the estimate. */
function playedSeconds(response: Response): number {
  const parts = [response, response.reprompt].flatMap((part) => documentsOf(part));
  const all = parts.flatMap((document) => partsOf(document, (_, slotMs) => slotMs ?? 3000));
  return all.reduce((sum, { lastsMs }) => sum + lastsMs, 0) / 1000;
}

function faultsOf(step: Step): string[] {
  const { turn } = step;
  const response = respond(turn, speech, turn.state.settings.audio);
  const attributes = attributesWith(turn.state, {
    zone: 'America/Argentina/ComodRivadavia',
    person: '0'.repeat(16),
  });
  const bytes = Buffer.byteLength(JSON.stringify({ version: '1.0', sessionAttributes: attributes, response }));
  const stateBytes = Buffer.byteLength(JSON.stringify(attributes));
  const seconds = Math.max(secondsOf(step), playedSeconds(response));
  return [
    ...documentFaults(response),
    ...documentFaults(response.reprompt),
    ...speechFaults(response),
    ...speechFaults(response.reprompt),
    ...(bytes > BUDGET.bytes ? [`${bytes} bytes`] : []),
    ...(stateBytes > BUDGET.stateBytes ? [`a state of ${stateBytes} bytes`] : []),
    ...(seconds > BUDGET.seconds ? [`${Math.round(seconds)} s`] : []),
  ].map((fault) => `${fault}: ${turn.asks?.key ?? 'goodbye'} in ${turn.state.moment.at}`);
}

test('no answer of any routine is longer, fuller or heavier than a device takes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CHOICES), aSetting, fc.boolean(), (choice, settings, oneMore) => {
      expect(playRoutine(choice, settings, oneMore).flatMap(faultsOf)).toEqual([]);
    }),
    { numRuns: runs(60, 120) },
  );
});

const PRESSED = CHOICES.filter(({ tool }) => tool !== 'none');
/** How long the hold is, what ends it, and how to end at any time. */
const LONG_FORM = /(^| )lead\.\w+ press\.\w+\.until teach\.stop$/;
const SHORT_FORM = /(^| )lead\.\w+ press\.\w+\.untilShort$|^pin\.safe$/;

test('before a document that presses is said when to let go, also for who hears nothing, and once how to end', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PRESSED), fc.boolean(), (choice, oneMore) => {
      const presses = playRoutine(choice, undefined, oneMore).filter(({ turn }) =>
        turn.plays.some(({ pressing }) => pressing),
      );
      expect(presses.length).toBeGreaterThan(0);
      for (const [index, { turn }] of presses.entries()) {
        const said = turn.says.map(({ key }) => key).join(' ');
        expect(said).toMatch(index === 0 ? LONG_FORM : SHORT_FORM);
      }
    }),
    { numRuns: 40 },
  );
});
