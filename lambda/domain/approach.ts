// What is said on the way to a press: where the tool goes, the pain rule, and what ends the hold.

import { PRESS_TOOLS, type PressTool, type Region, type Side } from './exercise';
import type { HoldLead } from './pressTimeline';
import type { Act } from './timeline';

/**
 * How a search is said. `first`: where the tool goes, and how to feel for the spot; `short`: where it goes; `details`:
 * all that helps with it; `again`: nothing of it, the listener is in place.
 */
export type Finding = 'first' | 'short' | 'details' | 'again';

export interface Search {
  tool: PressTool;
  region: Region;
  side: Side;
  finding: Finding;
  /** The pain rule of this tool has not been heard in this visit. */
  rule: boolean;
}

/** The pain rule, said before the first press of a visit with each tool (docs/safety.md "The rules of pressing"). */
export function painRuleFor(tool: PressTool): Act {
  return { key: 'rule.pain', context: tool };
}

/** The sentences before a search: at most 17 seconds the first time, 9 after. */
export function saySearch({ tool, region, side, finding, rule }: Search): Act[] {
  const context = `${region}_${side}`;
  const reminded = rule ? [painRuleFor(tool)] : [];
  switch (finding) {
    case 'first':
      return [{ key: `find.${tool}.first`, context }, ...reminded, { key: 'find.teach' }];
    case 'short':
      return [{ key: `find.${tool}.${rule ? 'ruled' : 'short'}`, context }];
    case 'details':
      return [{ key: `find.${tool}.details` }, ...reminded, { key: 'rule.long', context: tool }];
    case 'again':
      return reminded;
  }
}

/** Noted as heard, from visit to visit, once the long form of finding with a tool has been said. */
export const foundWith = (tool: PressTool): string => `find.${tool}`;

/** Noted as heard in this visit once the pain rule of a tool has been said: each tool is left in its own way. */
export const ruledWith = (tool: PressTool): string => `rule.${tool}`;

/** Noted as heard, from visit to visit, once it was said how to end at any time. */
export const TAUGHT_STOP = 'teach.stop';

/** Long forms that are said once, and are short on the next visit too. */
export const LONG_FORMS: readonly string[] = [...PRESS_TOOLS.map(foundWith), TAUGHT_STOP];

/** Says what ends a pin and stretch of `reps` lifts for who hears nothing. */
export function sayPinEnd(reps: number): Act {
  return { key: 'pin.safe', context: reps === 1 ? 'one' : 'other', values: { number: reps } };
}

/** A hook presses in rounds of ten seconds. */
const ROUND_SECONDS = 10;

/**
 * The sentences before a hold: how long it is, and what ends it, also for who hears nothing. `taught`: the long form has
 * been heard.
 */
export function sayLeadIn(
  { tool, lead, seconds }: { tool: PressTool; lead: HoldLead; seconds: number },
  taught: boolean,
): Act[] {
  const rounds = tool === 'hook' && lead === 'first' ? seconds / ROUND_SECONDS : 1;
  const long: Act =
    rounds > 1
      ? { key: 'lead.first', context: taught ? 'hookAgain' : 'hook', values: { number: rounds } }
      : { key: `lead.${lead}`, values: { seconds } };
  if (taught) return [long, { key: `press.${tool}.untilShort` }];
  return [long, { key: `press.${tool}.until` }, { key: TAUGHT_STOP }];
}
