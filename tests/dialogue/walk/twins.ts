// Tries what differs in states that count as one: a return visit, "too much" once before, a guest, an age.

import type { Event } from '../../../lambda/dialogue/event';
import type { State } from '../../../lambda/dialogue/state';
import type { Tool } from '../../../lambda/domain/exercise';
import type { History } from './memory';
import type { Node } from './nodes';

interface Twin {
  node: Node;
  /** What decides something in it. */
  events: readonly Event[];
}

const WITH_PARTNER: readonly Event[] = [
  { type: 'swappedTool', tool: 'partner' },
  { type: 'chose', wishes: { tool: 'partner' } },
];
const TOO_MUCH: readonly Event[] = [{ type: 'saidTooMuch' }];
const WITH_ROLLER: readonly Event[] = [
  { type: 'swappedTool', tool: 'roller' },
  { type: 'chose', wishes: { tool: 'roller', region: 'upper' } },
  { type: 'wasReady' },
];
const START: readonly Event[] = [{ type: 'saidStart', word: true }];

/** The same place in another session that would count as one with it. */
function twin(node: Node, label: string, state: Partial<State>, history: Partial<History>): Node | null {
  if (!node.state) return null;
  return {
    ...node,
    label,
    state: { ...node.state, ...state },
    history: { ...node.history, ...history },
  };
}

const uses = ({ plan, wishes }: State, tool: Tool): boolean => plan?.choice.tool === tool || wishes.tool === tool;

/** As if the questions of this session had been passed, and nothing told since. */
function asPassed(node: Node): Node {
  const day = node.world.remembered?.today ?? 0;
  return node.history.voided ? node : { ...node, store: { ...node.store, screened: day, passed: day } };
}

export function twinsOf(node: Node): Twin[] {
  const { state } = node;
  if (!state) return [];
  const twins: [Node | null, readonly Event[]][] = [];
  if (state.cleared) {
    // Where the questions are read out there is no return visit.
    if (!uses(state, 'partner') && node.world.form === 'ask')
      twins.push([twin(asPassed(node), 'on a return visit', { visit: 'return' }, { full: false }), WITH_PARTNER]);
    twins.push([twin(asPassed(node), 'after "too much" once', { tooMuch: 1 }, { tooMuch: 1 }), TOO_MUCH]);
    // A longer rest is cut when the age is told.
    if (!uses(state, 'roller') && (state.place?.restSeconds ?? 0) <= 30)
      twins.push([twin(node, 'one of seventy', { gentle: true }, { old: true }), WITH_ROLLER]);
  }
  if (state.moment.at === 'recap' && state.visit === 'full')
    twins.push([
      twin(node, 'a guest', { asksWho: true, noes: state.noes.filter((one) => one !== 'r0') }, { guest: true }),
      START,
    ]);
  return twins.flatMap(([one, events]) => (one ? [{ node: one, events }] : []));
}
