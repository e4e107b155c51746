// The HTTP application: which requests are answered, and how.

import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import { readEnvelope } from '../lambda/alexa/envelope';
import { type Log, logError } from '../lambda/alexa/journal';
import type { Skill } from '../lambda/alexa/skill';
import { Refused, type Trust } from './trust';

export interface AppParts {
  skill: Skill;
  trust: Trust;
  /** Null answers the requests of every skill. */
  skillId: string | null;
  version: string;
  log: Log;
}

/** Alexa's requests are a few kilobytes, 24 more at most for the session's attributes. */
const LONGEST_BODY_BYTES = 128 * 1024;

/** The skill at `POST /`, the state of the server at `GET /health`, and nothing else. */
export function skillApp(parts: AppParts, isStopping: () => boolean): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use((_request, response, next) => {
    // A connection kept alive would keep the server from stopping.
    if (isStopping()) response.set('connection', 'close');
    next();
  });
  app.get('/health', (_request, response) => {
    const [code, status] = isStopping() ? [503, 'stopping'] : [200, 'ok'];
    response.status(code).json({ status, version: parts.version, uptimeSeconds: Math.floor(process.uptime()) });
  });
  // The signature is over the bytes, so they must not be read as JSON first.
  const readBytes = express.raw({ type: 'application/json', limit: LONGEST_BODY_BYTES, inflate: false });
  app.post('/', onlyJson, readBytes, (request, response) => answer(request, response, parts));
  app.use((_request, response) => void response.status(404).end());
  app.use(withoutDetails(parts.log));
  return app;
}

function onlyJson(request: Request, response: Response, next: () => void): void {
  if (request.is('application/json')) next();
  else response.status(415).end();
}

async function answer(request: Request, response: Response, { skill, trust, skillId }: AppParts): Promise<void> {
  const body = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
  const event = jsonIn(body);
  const envelope = readEnvelope(event);
  if (!envelope) throw new Refused('json');
  if (skillId !== null && envelope.context.System.application.applicationId !== skillId) throw new Refused('skill');
  await trust(body, request.headers);
  response.json(await skill(event));
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refused('json');
  }
}

/** The sender learns the kind of mistake from the status, and nothing more. */
function withoutDetails(log: Log): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    const status = statusOf(error);
    if (error instanceof Refused) {
      const { reason, detail } = error;
      log(JSON.stringify({ level: 'warn', message: 'refused', reason, ...(detail ? { detail } : {}) }));
    } else if (status === 500) logError(log, 'http', error);
    // Express itself would print the error, message and all.
    if (response.headersSent) response.destroy();
    else response.status(status).end();
  };
}

/** Reading the body fails with a status of its own: too long, cut off, compressed. */
function statusOf(error: unknown): number {
  if (error instanceof Refused) return 400;
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status < 500 ? status : 500;
}
