// What is left out for a listener of seventy or more (docs/safety.md "The rules of pressing").

import { type Exercises, type Place, REGIONS, type Region, type Tool } from './exercise';

/** `holdSeconds`: the longest hold. `withoutStretches`: those that round or twist the back as far as it goes. */
export interface AgeLimits {
  fromYears: number;
  holdSeconds: number;
  withoutTools: readonly Tool[];
  withoutStretches: readonly string[];
}

interface Tables {
  exercises: Exercises;
  stretchOrder: Record<Region, Record<Place, string[]>>;
}

/** The limits for a listener of this age, in years; null when there are none. */
export function limitsForAge(years: number, limits: AgeLimits): AgeLimits | null {
  return years >= limits.fromYears ? limits : null;
}

/**
 * The tables with everything left out that the limits leave out: such a tool fits no region, and no plan chooses such a
 * stretch. What is under way can still be looked up.
 */
export function tablesWithin<T extends Tables>(tables: T, { withoutTools, withoutStretches }: AgeLimits): T {
  const presses = Object.entries(tables.exercises.presses).map(([tool, press]) => [
    tool,
    withoutTools.includes(press.tool) ? { ...press, regions: [] } : press,
  ]);
  const without = (ids: readonly string[]) => ids.filter((id) => !withoutStretches.includes(id));
  const order = REGIONS.map((region) => {
    const { floor, chair } = tables.stretchOrder[region];
    return [region, { floor: without(floor), chair: without(chair) }];
  });
  return {
    ...tables,
    exercises: { ...tables.exercises, presses: Object.fromEntries(presses) as Exercises['presses'] },
    stretchOrder: Object.fromEntries(order) as T['stretchOrder'],
  };
}
