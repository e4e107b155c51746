// The requests of a real session.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replay } from '../simulator/transcript';

const TRANSCRIPTS = join(__dirname, '..', 'tests', 'transcripts', 'en-US');

/** A whole routine to its end, and questions at every health question. */
const SESSIONS = ['whole-session.txt', 'question-at-every-health-question.txt'];

/** Questions in free words, none of which the model knows as a topic. */
const QUESTIONS = [
  'should i press on a knot',
  'use a foam roller on my lower back',
  'does it keep coming back',
  'purple elephants in the garden',
  'sitting at a computer all day is that why my upper back gets so tight',
];

interface Request {
  session: Record<string, unknown>;
  request: Record<string, unknown>;
}

/** The requests of written conversations, as the simulated device sent them. */
export async function sessionRequests(): Promise<unknown[]> {
  const played = [];
  for (const name of SESSIONS) played.push(await replay(readFileSync(join(TRANSCRIPTS, name), 'utf8'), {}));
  return played.flatMap(({ exchanges }) => exchanges.map(({ request }) => offline(request)));
}

/** The same request, without the address of Amazon's services: no time zone is asked for over the network. */
export function offline(request: unknown): unknown {
  const reach = new Set(['apiEndpoint', 'apiAccessToken']);
  return JSON.parse(JSON.stringify(request, (key, value) => (reach.has(key) ? undefined : value)));
}

/** A launch, then questions in the session it opened. */
export function questionRequests([launch, next]: unknown[]): unknown[] {
  const { request, ...envelope } = next as Request;
  const asked = QUESTIONS.map((value) => ({
    ...envelope,
    request: { ...request, intent: { name: 'AskIntent', slots: { query: { name: 'query', value } } } },
  }));
  return [launch, ...asked];
}
