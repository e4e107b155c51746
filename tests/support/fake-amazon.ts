// Amazon's alerts and settings over HTTP, with every error they may have.

import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call as it arrived. */
export interface Call {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: unknown;
}

/** How a path is answered: with a status and a body, with half an answer, with what is no JSON, or never. */
export type Manner = { status: number; body?: unknown } | 'garbage' | 'hangs up' | 'silent' | 'half';

export const PATHS = {
  reminders: '/v1/alerts/reminders',
  timers: '/v1/alerts/timers',
  zone: '/settings/System.timeZone',
} as const;

/** How each goes when nothing is wrong. */
const FINE: Record<keyof typeof PATHS, Manner> = {
  reminders: { status: 200, body: { alertToken: 'reminder-1', status: 'ON', version: '1' } },
  timers: { status: 200, body: { id: 'timer-1', status: 'ON', duration: 'PT10M' } },
  zone: { status: 200, body: 'America/New_York' },
};

export class FakeAmazon {
  calls: Call[] = [];
  /** Called when a call is left without an answer, or with half of one. */
  onSilence: () => void = () => {};
  private manners = { ...FINE };
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<FakeAmazon> {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const amazon = new FakeAmazon(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    amazon.listen();
    return amazon;
  }

  /** From now on; everything else is fine. */
  goes(manners: Partial<Record<keyof typeof PATHS, Manner>> = {}): void {
    this.manners = { ...FINE, ...manners };
    this.calls = [];
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private listen(): void {
    this.server.on('request', (request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      request.on('end', () => {
        const path = request.url ?? '';
        const body = text === '' ? undefined : JSON.parse(text);
        this.calls.push({ method: request.method ?? '', path, headers: request.headers, body });
        const named = (Object.keys(PATHS) as (keyof typeof PATHS)[]).find((name) => path.endsWith(PATHS[name]));
        const manner = named ? this.manners[named] : { status: 404 };
        if (manner === 'silent' || manner === 'half') setImmediate(this.onSilence);
        if (manner === 'silent') return;
        if (manner === 'hangs up') {
          request.socket.destroy();
          return;
        }
        const isPlain = typeof manner === 'object';
        response.writeHead(isPlain ? manner.status : 200, { 'content-type': 'application/json' });
        if (manner === 'half') response.write('{"alertTo');
        else response.end(isPlain ? JSON.stringify(manner.body ?? '') : '<html>not what you asked for');
      });
    });
  }
}
