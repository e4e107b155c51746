// Runs the server for tests, and talks to it as Alexa does.

import { type ServeParts, type Serving, serve } from '../../server/serve';
import { SKILL_ID } from './alexa-requests';
import { HandTime } from './hand-time';
import { bareSkill } from './skill';

export interface Served extends Serving {
  url: string;
  log: string[];
}

const running = new Set<Serving>();

/** A server on a free port that believes every request, unless told otherwise. */
export async function served(parts: Partial<ServeParts> = {}): Promise<Served> {
  const log: string[] = [];
  const serving = await serve({
    skill: bareSkill(),
    trust: async () => undefined,
    skillId: SKILL_ID,
    version: '1.2.3',
    host: '127.0.0.1',
    port: 0,
    sleep: new HandTime().sleep,
    log: (line) => log.push(line),
    ...parts,
  });
  running.add(serving);
  return { ...serving, url: `http://127.0.0.1:${serving.port}`, log };
}

/** For beforeEach and afterAll: nothing that a test has started stays. */
export async function stopServers(): Promise<void> {
  await Promise.all([...running].map((serving) => serving.stop()));
  running.clear();
}

const JSON_TYPE = { 'content-type': 'application/json;charset=utf-8' };

/** Posts a body as it stands. */
export function post(url: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body });
}
