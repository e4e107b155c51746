// Walks every state that can be reached, and collects the faults on the way.

import type { Turn } from '../../../lambda/dialogue/act';
import type { Context } from '../../../lambda/dialogue/context';
import type { Event, Outcome } from '../../../lambda/dialogue/event';
import { promptForInterrupted } from '../../../lambda/dialogue/prompts';
import { isExhaustive } from '../../support/how-many';
import { type Around, keptKey, keyOf } from './abstraction';
import { mayReturnIn } from './doors';
import type { Edge } from './edge';
import { eventsAt, nameOf, PERMISSIONS } from './events';
import { type Instant, instantsOf, microphoneOf, OPENING } from './instants';
import { newHistory } from './memory';
import { NOTHING_STORED, type Node, pathTo, type Store, withoutPlace } from './nodes';
import { repliesTo } from './questions';
import { faultsOf } from './rules';
import { sizeFaults } from './sizes';
import { edgeOf } from './stepping';
import { twinsOf } from './twins';
import { BACK, BEGIN_MS, type Converse, contextAt, MINUTE_MS, type Way, type World, worldOf } from './world';

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

/**
 * How many places of each world are walked every day, the nearest to the opening first; all of them are some thirteen
 * thousand, and take the time that only the exhaustive walk has.
 */
const MOST_PLACES = isExhaustive ? Number.POSITIVE_INFINITY : 3000;

/** Every day the instants that stand beside another of their kind are walked from every third state; else from all. */
const EVERYDAY_BESIDE = 3;

/**
 * Breadth first over (state, event), from a launch with nothing kept, in one world after the other; ended sessions are
 * opened again. States after "start" are the same in every world. `until` ends the walk at the first fault of a kind;
 * `way`: what is said from the launch to where the walk begins; `most`: how many places of a world are walked.
 */
export class Walk {
  private readonly walked: Walked = { states: 0, edges: 0, moments: new Set(), violations: [] };
  private readonly seen = new Set<string>();
  private readonly kinds = new Set<string>();
  private queue: Node[] = [];
  private world: World | null = null;
  private done = false;

  constructor(
    private readonly converse: Converse,
    private readonly worlds: readonly World[],
    private readonly until: RegExp | null = null,
    private readonly way: Way = [],
    private readonly most = MOST_PLACES,
  ) {}

  run(): Walked {
    for (const world of this.worlds) {
      this.world = world;
      this.open(world, NOTHING_STORED, BEGIN_MS, null, `a new session, form "${world.form}"`);
      if (this.way.length > 0) this.goTheWay();
      // The queue grows while it is walked.
      for (let index = 0; index < Math.min(this.queue.length, this.most) && !this.done; index++) {
        const node = this.queue[index];
        if (node) this.everythingFrom(node, isExhaustive || index % EVERYDAY_BESIDE === 0);
      }
      this.queue = [];
    }
    return this.walked;
  }

  /** Goes where the walk is to begin; what lies beside the way is not walked. */
  private goTheWay(): void {
    let node: Node | null = this.queue[0] ?? null;
    for (const one of this.way) {
      const { queue } = this;
      if ('back' in one) node = queue.findLast(({ label }) => label.startsWith(one.back)) ?? null;
      else if (node)
        node = 'inHold' in one ? this.step(node, inHold(node), one.inHold) : this.step(node, openAt(node), one);
    }
    if (!node) throw new Error(`nobody comes to ${JSON.stringify(this.way.at(-1))}`);
    this.seen.clear();
    this.queue = [node];
  }

  /** The beginning of a session with what the store holds; each is walked once. */
  private open(world: World, store: Store, nowMs: number, from: Node | null, label: string, back = ''): void {
    const until = store.place?.recheckUntilMs ?? null;
    const mayRecheck = until !== null && until > nowMs;
    const mayReturn = mayReturnIn(world, store.passed);
    const history = newHistory(store.history, mayRecheck, mayReturn);
    const pressing = (store.place?.pressingUntilMs ?? 0) > nowMs ? ' still pressing' : '';
    const key = `${world.form} ${keptKey(store.place, mayRecheck)}${pressing} ${store.screened !== null} ${mayReturn} ${back}`;
    const fresh: Store = { ...store, forgotten: null };
    this.add(key, { world, state: null, heard: null, sentAtMs: nowMs, history, store: fresh, from, label });
  }

  private add(key: string, node: Node): void {
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.walked.states++;
    this.walked.moments.add(node.state?.moment.at ?? 'opening');
    this.queue.push(forgetting(node));
    // The size of an answer is measured where it leads somewhere new.
    const faults = node.heard ? sizeFaults(node.heard) : [];
    for (const fault of faults) this.violated(node, 'heard', fault);
  }

  private everythingFrom(node: Node, beside: boolean): void {
    const moment = node.state?.moment.at ?? 'opening';
    const instants = node.heard ? instantsOf(node.heard) : [OPENING];
    for (const instant of instants.filter((one) => beside || !one.beside)) {
      const events = node.heard?.permission ? PERMISSIONS : eventsAt(moment, instant.beside);
      for (const event of events) {
        const next = this.step(node, instant, event);
        if (next) this.goOn(next, repliesTo(event, instant.beside));
      }
      if (!instant.beside) this.tryTwins(node, instant);
    }
  }

  /** What differs in states that count as one is said where it decides something; judged, and not walked on from. */
  private tryTwins(node: Node, instant: Instant): void {
    for (const { node: twin, events } of twinsOf(node)) {
      for (const event of events) {
        this.walked.edges++;
        const nowMs = twin.sentAtMs + instant.afterMs;
        const turn = this.converse(twin.state, event, contextOf(twin, nowMs));
        const label = `${nameOf(event)} @ ${instant.label}, as ${twin.label}`;
        for (const fault of faultsOf(edgeOf(twin, instant, event, turn, nowMs))) this.violated(node, label, fault);
      }
    }
  }

  /** What is said to an answer while it is still known: steps like all others, from where the answer led. */
  private goOn(answered: Node, replies: readonly (readonly Event[])[]): void {
    for (const reply of replies) {
      let node: Node | null = answered;
      for (const event of reply) node = node?.heard ? this.step(node, microphoneOf(node.heard), event) : null;
    }
  }

  /** One step, judged; where it leads, unless it is at fault or ends the session. */
  private step(node: Node, instant: Instant, event: Event): Node | null {
    this.walked.edges++;
    const nowMs = node.sentAtMs + instant.afterMs;
    const label = `${nameOf(event)} @ ${instant.label}`;
    try {
      const context = contextOf(node, nowMs);
      const turn = this.converse(node.state, event, context);
      if (!turn.errand) return this.follow(edgeOf(node, instant, event, turn, nowMs), node, label);
      // Nothing of the turn itself is heard: each way its errand may go is a step of its own.
      const ways = OUTCOMES.map((outcome) => {
        const after = this.converse(turn.state, { type: 'errandDone', outcome }, context);
        return this.follow(edgeOf(node, instant, event, after, nowMs), node, `${label}, ${outcome}`);
      });
      return ways.find((way) => way !== null) ?? null;
    } catch (error) {
      this.violated(node, label, `throws ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  }

  private follow(edge: Edge, node: Node, label: string): Node | null {
    const faults = faultsOf(edge);
    for (const fault of faults) this.violated(node, label, fault);
    // What follows a fault is only more of it.
    if (faults.length > 0) return null;
    const { turn, event, after, store, nowMs } = edge;
    const heard = event.type === 'audioFailed' ? unheard(node.heard, turn) : turn.silent ? node.heard : turn;
    const sentAtMs = turn.silent ? node.sentAtMs : nowMs;
    const next: Node = {
      world: node.world,
      state: turn.state,
      heard,
      sentAtMs,
      history: after,
      store,
      from: node,
      label,
    };
    const ended = event.type === 'sessionLost' || (!turn.silent && turn.asks === null && !turn.permission);
    if (ended) this.openAgain(next, nowMs);
    else if (heard) this.add(keyOf(turn.state, after, heard.asks?.key, around(next)), next);
    // The platform does not always tell that a session was lost: what was saved with a press is all there is.
    const pressing = (store.place?.pressingUntilMs ?? 0) > nowMs;
    if (pressing && !ended) this.open(node.world, store, nowMs + MINUTE_MS / 2, next, 'opened anew in the press');
    return ended ? null : next;
  }

  private openAgain(ended: Node, nowMs: number): void {
    const { store } = ended;
    const world = this.world ?? ended.world;
    this.open(world, store, nowMs + MINUTE_MS, ended, 'a minute later');
    if (store.place) this.open(world, store, nowMs + 31 * MINUTE_MS, ended, 'half an hour later');
    if (store.screened === null) return;
    for (const back of BACK) {
      const later = worldOf(world, back, nowMs);
      const label = `${back.label}, day ${back.days}`;
      this.open(later.world, withoutPlace(store), later.nowMs, ended, label, label);
    }
  }

  /** One of each kind is enough: the first found is among the shortest. */
  private violated(node: Node, label: string, fault: string): void {
    const kind = fault.replace(/\d+|\b(ball|roller|hook|hands|partner)\b/g, '#');
    if (this.kinds.has(kind)) return;
    this.kinds.add(kind);
    this.walked.violations.push({ fault, path: [...pathTo(node), label] });
    if (this.until?.test(fault)) this.done = true;
  }
}

/** What a turn is given; a day that was to be forgotten may be kept all the same, when the store did not hear of it. */
function contextOf({ world, store, history }: Node, nowMs: number): Context {
  const warned = history.told || history.pressOff || history.standing !== null;
  return contextAt(nowMs, world, store.place, store.screened ?? (warned ? store.forgotten : null));
}

/** When the microphone is open. */
const openAt = ({ heard }: Node): Instant => (heard ? microphoneOf(heard) : OPENING);

/** The first second of the press that is playing. */
function inHold({ heard }: Node): Instant {
  const pressing = heard ? instantsOf(heard).filter(({ sounding }) => sounding === 'press') : [];
  const [first] = pressing.sort((one, other) => one.afterMs - other.afterMs);
  if (!first) throw new Error('nothing presses there');
  return first;
}

const around = ({ world: { form, remembered }, store: { place } }: Node): Around => ({
  form,
  place: place !== null,
  before: form === 'ask' && (remembered?.sessions.length ?? 0) > 0,
});

const OUTCOMES: readonly Outcome[] = [
  'done',
  'refused',
  'full',
  'busy',
  'unsupported',
  'failed',
  'unreachable',
  'past',
];

/** A place of the walk, some time after the last answer: what speaks of an answer is tried where it was given. */
function forgetting(node: Node): Node {
  const { state, history } = node;
  return { ...node, state: state && { ...state, answered: null }, history: { ...history, answered: false } };
}

/** What is left of an answer whose timed part did not play: its first words, and in a routine the wait for "ready". */
function unheard(heard: Turn | null, { state }: Turn): Turn | null {
  if (!heard?.asks || !heard.reprompt) return heard;
  const waits = heard.plays.length > 0 && state.moment.at === 'interrupted';
  const waiting = promptForInterrupted(state);
  const asks = waits ? waiting.asks : heard.asks;
  const left = waits ? (waiting.says ?? []) : [];
  return { ...heard, says: [...heard.says, ...left], plays: [], asks, reprompt: { says: [], plays: [], asks } };
}
