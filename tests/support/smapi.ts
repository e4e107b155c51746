// Stands in for Amazon where ask-cli reaches it: takes a skill package, and says what it makes of a sentence.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What was asked of it: "POST /v1/skills/imports", and the body where there was one that is text. */
export interface Asked {
  what: string;
  body: Buffer;
}

export interface Smapi {
  asked: Asked[];
  /** What ask-cli has to find in its environment to come here, and nowhere else. */
  environment: Record<string, string | undefined>;
  close(): void;
}

export const STAND_IN_SKILL = 'amzn1.ask.skill.0';

/** Answers `profileNlu`, by locale and sentence; an error is told as the service would. */
export type Profiler = (locale: string, utterance: string) => unknown;

/** A developer account without AWS: a server of this machine, and a home folder whose profile "work" knows it. */
export async function smapi(profiler: Profiler = () => ({})): Promise<Smapi> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    asked.push({ what: `${request.method} ${request.url}`, body });
    const { status, headers = {}, answer } = answerTo(request, body, address(server), profiler);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const home = homeOf('work');
  const environment = {
    ...{ PATH: process.env['PATH'], HOME: home, USERPROFILE: home, ASK_SHARE_USAGE: 'false' },
    ...{ ASK_SMAPI_SERVER_BASE_URL: address(server), ASK_LWA_TOKEN_HOST: address(server) },
  };
  const close = () => {
    server.close();
    server.closeAllConnections();
    rmSync(home, { recursive: true, force: true });
  };
  return { asked, environment, close };
}

const address = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

function homeOf(profile: string): string {
  const home = mkdtempSync(join(tmpdir(), 'knot-relief-home-'));
  const token = { access_token: 'a', refresh_token: 'r', token_type: 'bearer', expires_in: 3600 };
  const profiles = { [profile]: { vendor_id: 'M1', token: { ...token, expires_at: '2100-01-01T00:00:00.000Z' } } };
  mkdirSync(join(home, '.ask'));
  writeFileSync(join(home, '.ask/cli_config'), JSON.stringify({ profiles }));
  return home;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

interface Reply {
  status: number;
  headers?: Record<string, string>;
  answer?: unknown;
}

function answerTo({ method, url = '' }: IncomingMessage, body: Buffer, here: string, profiler: Profiler): Reply {
  const profiled = /^\/v1\/skills\/[^/]+\/stages\/development\/interactionModel\/locales\/([^/]+)\/profileNlu$/.exec(
    url,
  );
  if (profiled) {
    const answer = profiler(profiled[1] ?? '', JSON.parse(body.toString()).utterance);
    return answer instanceof Error ? { status: 429, answer: { message: answer.message } } : { status: 200, answer };
  }
  if (url === '/v1/skills/uploads') return { status: 201, answer: { uploadUrl: `${here}/package` } };
  if (url === '/package') return { status: 200 };
  if (method === 'POST' && url.endsWith('/imports')) {
    return { status: 202, headers: { location: '/v1/skills/imports/import-1' } };
  }
  if (url === '/v1/skills/imports/import-1') {
    return { status: 200, answer: { status: 'SUCCEEDED', skill: { skillId: STAND_IN_SKILL, resources: [] } } };
  }
  return { status: 404, answer: { message: `nothing at ${url}` } };
}
