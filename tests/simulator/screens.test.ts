// Tests how the simulated Echo Show keeps a session that nobody speaks in, and whose voice it recognises.

import type { RequestEnvelope } from 'ask-sdk-model';
import { answersTo } from '../../simulator/protocol';
import { type Beside, beside } from './fake-skill';

/** On a screen, with the session open; the microphone has closed after 60 seconds. */
async function onScreen(lateEnd?: string): Promise<Beside> {
  const there = beside();
  await answersTo(':device echo-show', there.echo);
  if (lateEnd) expect(await answersTo(`:lateEnd ${lateEnd}`, there.echo)).toEqual([]);
  await there.echo.say('open knot relief');
  return there;
}

const ends = (there: Beside) => there.requests.filter(({ request }) => request.type === 'SessionEndedRequest');
const idOf = (request: RequestEnvelope | undefined) => request?.session?.sessionId;
const typesOf = (lines: unknown[]) => lines.map((line) => (line as { event?: string }).event ?? 'turn');

test('a Dot ends its session when the microphone has closed twice', async () => {
  const there = beside();
  await there.echo.say('open knot relief');
  expect(typesOf(await answersTo(':wait 90', there.echo))).toEqual(['reprompt', 'sessionEnded']);
});

test('a Show keeps it for thirty seconds more, and the listener may go on without the name', async () => {
  const there = await onScreen();
  const dot = beside();
  await dot.echo.say('open knot relief');
  await dot.echo.silence();
  await dot.echo.silence();
  const overMs = dot.echo.positionMs();
  await there.echo.wait(overMs + 29_000);
  expect(there.echo.isSessionOpen()).toBe(true);
  expect(await there.echo.say('no')).toMatchObject([{ type: 'turn', intent: 'AMAZON.NoIntent' }]);
});

test.each([
  ['1800', 1700, 1900],
  ['0', 30, 90],
])(':lateEnd %s ends it that many seconds after the microphone has closed', async (lateEnd, open, over) => {
  const there = await onScreen(lateEnd);
  await there.echo.wait(open * 1000);
  expect(there.echo.isSessionOpen()).toBe(true);
  await there.echo.wait((over - open) * 1000);
  expect(there.echo.isSessionOpen()).toBe(false);
  expect(ends(there)).toMatchObject([{ request: { reason: 'EXCEEDED_MAX_REPROMPTS' } }]);
});

test(':lateEnd never keeps it: the same session, with what it carries, hours later', async () => {
  const there = await onScreen('never');
  await there.echo.wait(10 * 3_600_000);
  expect(there.echo.hasMore()).toBe(false);
  await there.echo.say('no');
  const [launch, answer] = there.requests;
  expect(idOf(answer)).toBe(idOf(launch));
  expect(answer?.session).toMatchObject({
    new: false,
    attributes: expect.objectContaining({ state: expect.anything() }),
  });
  expect(ends(there)).toEqual([]);
});

test(':lateEnd next ends it right after the next launch, with its own id', async () => {
  const there = await onScreen('next');
  await there.echo.wait(3_600_000);
  const lines = await answersTo('open knot relief', there.echo);
  expect(typesOf(lines)).toEqual(['turn', 'sessionEnded']);
  expect(lines[1]).toMatchObject({ left: true });
  const [first, second, end] = there.requests;
  expect([idOf(second) === idOf(first), idOf(end)]).toEqual([false, idOf(first)]);
  expect(there.echo.isSessionOpen()).toBe(true);
});

test('a session that was opened anew ends at its own time, and the new one goes on', async () => {
  const there = await onScreen('600');
  await there.echo.wait(300_000);
  await there.echo.say('open knot relief');
  await there.echo.wait(400_000);
  expect(ends(there).map(idOf)).toEqual([idOf(there.requests[0])]);
  expect(there.echo.isSessionOpen()).toBe(true);
});

test('a listener who goes to another device finds the session on the screen again, until it is over', async () => {
  const there = await onScreen('600');
  await answersTo(':device echo-dot', there.echo);
  expect([there.echo.isSessionOpen(), ends(there)]).toEqual([false, []]);
  await there.echo.wait(60_000);
  await answersTo(':device echo-show', there.echo);
  await there.echo.say('no');
  expect(idOf(there.requests[1])).toBe(idOf(there.requests[0]));
  await answersTo(':device echo-dot', there.echo);
  expect(typesOf(await answersTo(':wait 700', there.echo))).toEqual(['sessionEnded']);
  const [end] = ends(there);
  expect(end?.context.System.device?.deviceId).toContain('echo-show');
});

test('what is no length of time, no voice and no zone changes nothing', async () => {
  const { echo } = beside();
  for (const line of [':lateEnd', ':lateEnd soon', ':lateEnd -1', ':lateEnd 1e9', ':zone', ':zone <speak>'])
    expect(await answersTo(line, echo)).toMatchObject([{ event: 'unknownCommand' }]);
});

test('a device there is not is named, with those there are, and the one before stays', async () => {
  const { echo } = beside();
  expect(await answersTo(':device sonos', echo)).toEqual([
    { event: 'unknownDevice', device: 'sonos', devices: ['echo-dot', 'echo-show'] },
  ]);
});

test('a voice is recognised in what is said, from the name that was given until none is', async () => {
  const there = beside();
  const persons = () => there.requests.map(({ context }) => context.System.person?.personId ?? null);
  await there.echo.say('open knot relief');
  await answersTo(':person one', there.echo);
  await there.echo.say('no');
  await answersTo(':person', there.echo);
  await there.echo.say('no');
  await answersTo(':person one', there.echo);
  await there.echo.end();
  expect(persons()).toEqual([null, expect.stringContaining('one'), null, null]);
});
