// Which states can be reached, and what goes wrong on the way to them?

import type { Turn } from '../../../lambda/dialogue/act';
import type { KeptPlace } from '../../../lambda/dialogue/context';
import type { Event } from '../../../lambda/dialogue/event';
import { keptPlaceOf } from '../../../lambda/dialogue/keeping';
import type { State } from '../../../lambda/dialogue/state';
import { keptKey, keyOf } from './abstraction';
import { EVENTS, nameOf } from './events';
import { type History, type KeptHistory, NOTHING_KEPT, newHistory, remember } from './history';
import { type Instant, instantsOf } from './instants';
import { faultsOf } from './rules';
import { BEGIN_MS, type Converse, contextAt, MINUTE_MS, type World } from './world';

export interface Violation {
  fault: string;
  /** What was said, in order, with the moment it was said at. */
  path: string[];
}

export interface Walked {
  states: number;
  edges: number;
  moments: Set<string>;
  violations: Violation[];
}

interface Store {
  place: KeptPlace | null;
  history: KeptHistory;
}

/** A place of the walk: where the conversation is, what was heard last and what has really happened. */
interface Node {
  state: State | null;
  heard: Turn | null;
  sentAtMs: number;
  history: History;
  store: Store;
  from: Node | null;
  label: string;
}

export interface Options {
  /** Ends at the first violation. */
  first?: boolean;
}

/** Before anything was said. */
const OPENING: Instant = { label: 'opening', sounding: 'microphone', asked: true, afterMs: 0, pressedMs: 0 };

/** Breadth first over (state, event), from a launch with nothing kept; ended sessions are opened again. */
export class Walk {
  readonly walked: Walked = { states: 0, edges: 0, moments: new Set(), violations: [] };
  private readonly seen = new Set<string>();
  private readonly kinds = new Set<string>();
  private queue: Node[] = [];

  constructor(
    private readonly converse: Converse,
    private readonly world: World,
    private readonly options: Options = {},
  ) {
    this.session({ place: null, history: NOTHING_KEPT }, BEGIN_MS, null, 'a new session');
  }

  run(): Walked {
    for (let next = this.queue; next.length > 0; next = this.queue) {
      this.queue = [];
      for (const node of next) {
        this.everythingFrom(node);
        if (this.options.first && this.walked.violations.length > 0) return this.walked;
      }
    }
    return this.walked;
  }

  /** The beginning of a session with what the store holds; each is walked once. */
  private session(store: Store, nowMs: number, from: Node | null, label: string): void {
    const until = store.place?.recheckUntilMs ?? null;
    const mayRecheck = until !== null && until > nowMs;
    const history = newHistory(store.history, mayRecheck);
    this.add(keptKey(store.place, mayRecheck), { state: null, heard: null, sentAtMs: nowMs, history, store, from, label });
  }

  private add(key: string, node: Node): void {
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.walked.states++;
    this.queue.push(node);
    this.walked.moments.add(node.state?.moment.at ?? 'opening');
  }

  private everythingFrom(node: Node): void {
    const instants = node.heard ? instantsOf(node.heard) : [OPENING];
    for (const instant of instants) {
      for (const event of EVENTS) this.step(node, instant, event);
    }
  }

  private step(node: Node, instant: Instant, event: Event): void {
    this.walked.edges++;
    const nowMs = node.sentAtMs + instant.afterMs;
    const label = `${nameOf(event)} @ ${instant.label}`;
    let turn: Turn;
    try {
      turn = this.converse(node.state, event, contextAt(nowMs, this.world, node.store.place));
    } catch (error) {
      this.violated(node, label, `throws ${error instanceof Error ? error.message : String(error)}`);
      return;
    }
    this.follow(node, instant, event, turn, nowMs, label);
  }

  private follow(node: Node, instant: Instant, event: Event, turn: Turn, nowMs: number, label: string): void {
    const { heard, state } = node;
    // A report about the device interrupts nobody.
    if (event.type === 'audioFailed') return this.arrived(node, turn, node.history, node.store, nowMs, label, event, instant);
    const started = event.type === 'launched' && state !== null ? this.relaunched(node, nowMs) : node.history;
    const step = { heard: event.type === 'launched' ? null : heard, instant, event, turn, nowMs, form: this.world.form, keptSkin: node.store.history.skin };
    const after = remember(started, step);
    const store = stored(node.store, turn, event, after);
    this.arrived(node, turn, after, store, nowMs, label, event, instant);
  }

  /** A launch in the middle of a session: what was going on may be taken up as if the session had been lost. */
  private relaunched({ state, history }: Node, nowMs: number): History {
    const place = state ? keptPlaceOf(state, false) : null;
    const { open, pressOff, standing, startedAtMs, skin, spots } = history;
    const passed = (open && !pressOff && !standing) || history.recheck !== 'none';
    return newHistory(place ? { skin, spots, startedAtMs } : NOTHING_KEPT, passed && (startedAtMs ?? 0) + 30 * MINUTE_MS > nowMs);
  }

  private arrived(node: Node, turn: Turn, after: History, store: Store, nowMs: number, label: string, event: Event, instant: Instant): void {
    const edge = { state: node.state, heard: node.heard, instant, event, turn, before: node.history, after, kept: store.place, nowMs };
    const faults = faultsOf(edge);
    for (const fault of faults) this.violated(node, label, fault);
    // What follows a fault is only more of it.
    if (faults.length > 0) return;
    const next: Node = { state: turn.state, heard: turn.silent ? node.heard : turn, sentAtMs: turn.silent ? node.sentAtMs : nowMs, history: after, store, from: node, label };
    const ended = event.type === 'sessionLost' || (!turn.silent && turn.asks === null);
    if (!ended && turn.state.moment.at !== 'finished') {
      if (next.heard) this.add(keyOf(turn.state, after, next.heard.asks?.key), next);
      return;
    }
    this.session(store, nowMs + MINUTE_MS, next, 'a minute later');
    if (store.place) this.session(store, nowMs + 31 * MINUTE_MS, next, 'half an hour later');
  }

  /** One of each kind is enough: the first found is among the shortest. */
  private violated(node: Node, label: string, fault: string): void {
    const kind = fault.replace(/\d+/g, '#');
    if (this.kinds.has(kind)) return;
    this.kinds.add(kind);
    const path = [label];
    for (let at: Node | null = node; at; at = at.from) path.unshift(at.label);
    this.walked.violations.push({ fault, path });
  }
}

/** What the store holds after a turn. */
function stored(before: Store, turn: Turn, event: Event, history: History): Store {
  return turn.effects.reduce<Store>((store, { type }) => {
    if (type === 'forgetPlace') return { place: null, history: NOTHING_KEPT };
    if (type !== 'savePlace') return store;
    const place = keptPlaceOf(turn.state, event.type === 'stopped');
    return { place, history: place ? { spots: history.spots.map(({ ms }) => ({ ms, strength: 0 })), skin: history.skin, startedAtMs: history.startedAtMs } : NOTHING_KEPT };
  }, before);
}
