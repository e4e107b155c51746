// Amazon's reminders, timers and permissions, as far as a simulated device needs them.

import type { services } from 'ask-sdk-model';
import locales from '../content/locales.json';

/*
 * The addresses, bodies and codes are those of ask-sdk-model's clients. Assumed, because it has not been seen: that a
 * missing permission is a 403, and which code a full list and a device without reminders have.
 */

export const TROUBLES = ['fine', 'down', 'busy', 'full', 'unsupported', 'declines'] as const;
export type Trouble = (typeof TROUBLES)[number];

export const PERMISSION_ANSWERS = ['granted', 'denied', 'nothing'] as const;
export type PermissionAnswer = (typeof PERMISSION_ANSWERS)[number];

const REFUSALS: Record<Exclude<Trouble, 'fine'>, [number, string]> = {
  down: [503, 'SERVICE_UNAVAILABLE'],
  busy: [429, 'TOO_MANY_REQUESTS'],
  full: [403, 'MAX_REMINDERS_EXCEEDED'],
  unsupported: [403, 'DEVICE_NOT_SUPPORTED'],
  declines: [400, 'BAD_REQUEST'],
};

const SCOPES: readonly [string, string][] = [
  ['/v1/alerts/reminders', 'alexa::alerts:reminders:skill:readwrite'],
  ['/v1/alerts/timers', 'alexa::alerts:timers:skill:readwrite'],
];

type Reply = services.ApiClientResponse;

function reply(statusCode: number, body: unknown): Reply {
  return { statusCode, body: JSON.stringify(body), headers: [{ key: 'content-type', value: 'application/json' }] };
}

/** The task a timer leads to. */
export interface Task {
  name: string;
  version: string;
  input?: unknown;
}

/** One listener's alerts. Nothing of it leaves the process. */
export class Alerts implements services.ApiClient {
  /** How the service is; set by the player of a conversation. */
  trouble: Trouble = 'fine';
  /** Where the device is; null: it does not tell. Undefined: where most speakers of its locale live. */
  zone: string | null | undefined;
  /** What the listener says when Alexa asks for a permission. */
  answer: PermissionAnswer = 'nothing';
  private readonly allowed = new Set<string>();
  private timer: { task: Task; ringsAtMs: number } | null = null;
  private count = 0;

  constructor(
    private readonly nowMs: () => number,
    private readonly locale: () => string,
  ) {}

  /** Alexa asks the listener herself; what they say stands until they say otherwise. */
  ask(scope: string): PermissionAnswer {
    if (this.answer === 'granted') this.allowed.add(scope);
    if (this.answer === 'denied') this.allowed.delete(scope);
    return this.answer;
  }

  /** The task of a timer that is over, once. */
  takeTask(): Task | null {
    if (!this.timer || this.timer.ringsAtMs > this.nowMs()) return null;
    const { task } = this.timer;
    this.timer = null;
    return task;
  }

  async invoke(request: services.ApiClientRequest): Promise<Reply> {
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/settings/System.timeZone')) return this.tellZone();
    const scope = SCOPES.find(([path]) => path === pathname)?.[1];
    if (!scope || request.method !== 'POST') return reply(404, { code: 'NOT_FOUND' });
    if (this.trouble !== 'fine') {
      const [status, code] = REFUSALS[this.trouble];
      return reply(status, { code });
    }
    if (!this.allowed.has(scope)) return reply(403, { code: 'FORBIDDEN' });
    this.count += 1;
    if (pathname.endsWith('timers')) this.keepTimer(JSON.parse(request.body ?? '{}'));
    return reply(200, { [pathname.endsWith('timers') ? 'id' : 'alertToken']: `simulated-${this.count}`, status: 'ON' });
  }

  private tellZone(): Reply {
    const usual = locales.find(({ locale }) => locale === this.locale())?.zone;
    const found = this.zone === undefined ? usual : this.zone;
    return this.trouble === 'down' || !found ? reply(503, { code: 'SERVICE_UNAVAILABLE' }) : reply(200, found);
  }

  private keepTimer(body: { duration?: string; triggeringBehavior?: { operation?: { task?: Task } } }): void {
    const minutes = Number(/^PT(\d+)M$/.exec(body.duration ?? '')?.[1] ?? 0);
    const task = body.triggeringBehavior?.operation?.task;
    if (task) this.timer = { task, ringsAtMs: this.nowMs() + minutes * 60_000 };
  }
}
