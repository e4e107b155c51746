// Starts the server, and stops it without cutting a listener off.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { logError } from '../lambda/alexa/journal';
import { runWithin, type Sleep } from '../lambda/waiting';
import { type AppParts, skillApp } from './app';

export interface ServeParts extends AppParts {
  host: string;
  /** 0 lets the system choose a free one. */
  port: number;
  /** Done at the start and once a day. One that fails is logged and tried again the next day. */
  daily?: () => Promise<unknown>;
  sleep: Sleep;
}

export interface Serving {
  port: number;
  /** Takes no new connection, lets requests in flight finish, and resolves when all is closed. May be called twice. */
  stop(): Promise<void>;
}

/** Alexa hangs up after eight seconds, so nothing is worth waiting for longer. */
const GRACE_MS = 8000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Longer than proxies keep an idle connection (two minutes at most), so that it is never this end that hangs up. */
const KEEP_ALIVE_MS = 130_000;
const SLOWEST_REQUEST_MS = 10_000;

/** Resolves when requests are taken. Rejects when the address is not free. */
export async function serve(parts: ServeParts): Promise<Serving> {
  let stopped: Promise<void> | null = null;
  const app = skillApp(parts, () => stopped !== null);
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: SLOWEST_REQUEST_MS }, app);
  const inFlight = countingRequests(server);
  await listening(server, parts);
  const stopping = new AbortController();
  void everyDay(parts, stopping.signal);
  return {
    port: (server.address() as AddressInfo).port,
    stop() {
      stopping.abort();
      stopped ??= closed(server, inFlight, parts.sleep);
      return stopped;
    },
  };
}

function listening(server: Server, { host, port }: ServeParts): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

interface InFlight {
  /** Resolves as soon as no request is being answered. */
  none(): Promise<void>;
}

function countingRequests(server: Server): InFlight {
  let count = 0;
  let tell: () => void = () => undefined;
  server.on('request', (_request, response) => {
    count += 1;
    response.once('close', () => {
      count -= 1;
      if (count === 0) tell();
    });
  });
  return {
    none: () =>
      new Promise((resolve) => {
        tell = resolve;
        if (count === 0) resolve();
      }),
  };
}

/** Connections that are open without a request are not waited for: a proxy keeps them for minutes. */
async function closed(server: Server, inFlight: InFlight, sleep: Sleep): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  // Who is still waiting after the grace is cut off.
  await runWithin(sleep, GRACE_MS, () => Promise.race([inFlight.none(), done])).catch(() => {});
  server.closeAllConnections();
  await done;
}

async function everyDay({ daily, sleep, log }: ServeParts, stopping: AbortSignal): Promise<void> {
  while (daily && !stopping.aborted) {
    // One that throws at once fails like any other.
    await Promise.resolve()
      .then(daily)
      .catch((error: unknown) => logError(log, 'daily', error));
    await sleep(DAY_MS, stopping);
  }
}
