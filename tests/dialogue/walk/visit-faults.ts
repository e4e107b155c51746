// Finds return visits that must not be, and what is kept of passed questions although it must not be.

import type { Turn } from '../../../lambda/dialogue/act';
import type { Edge } from './edge';

export function visitFaults(edge: Edge): string[] {
  return [...beginFaults(edge), ...screenedFaults(edge), ...partnerFaults(edge)];
}

/** The few questions are asked only of one who passed all of them lately. */
function beginFaults({ turn, before }: Edge): string[] {
  const isReturn =
    turn.says.some(({ key }) => key === 'opening.back') || /^screening\.(r0|r4)\.ask$/.test(turn.asks?.key ?? '');
  if (!isReturn || before.mayReturn !== 'no') return [];
  return [`asks the few questions of a return visit${before.voided ? ` after ${before.voided}` : ''}`];
}

/** What is kept of passed questions is the day of all of them, until something is told that voids them. */
function screenedFaults({ turn, after, store }: Edge): string[] {
  const keeps = turn.effects.some(({ type }) => type === 'rememberScreened');
  if (keeps && after.justOpened === 'return') return ['writes the day of a return visit'];
  if (keeps && after.guest) return ['keeps for the listener what a guest has passed'];
  if (store.screened === null || store.screened === store.passed) return [];
  if (after.voided) return [`keeps what a return visit needs after ${after.voided}`];
  return ['keeps what a return visit needs of questions that were not passed'];
}

/** A partner presses or strokes, or is about to. */
const BY_PARTNER = /^((find|press)\.partner\.|lead\.partner)/;

const withPartner = ({ says, plays }: Turn): boolean =>
  [...says, ...plays.flatMap(({ act }) => act ?? [])].some(
    ({ key, context }) => BY_PARTNER.test(key) || (key === 'plan.tool' && context?.startsWith('partner')),
  );

/** With a partner the few questions of a return visit do not do. */
function partnerFaults({ turn, after }: Edge): string[] {
  return withPartner(turn) && after.open && !after.full
    ? ['leads a partner after the few questions of a return visit']
    : [];
}
