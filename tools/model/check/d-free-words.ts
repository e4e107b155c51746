// Rules D: free words, which the service calls a search query.

import { type Fault, faultsOf } from './fault';
import { FREE, type LanguageModel, slotsIn, typesOf, withoutSlots } from './parts';

/** Free words without a carrier phrase, or beside another slot. What answers a slot's own question needs no carrier. */
export function freeWordFaults({ intents }: LanguageModel, locale: string): Fault[] {
  return intents.flatMap((intent) => {
    const where = `${locale} ${intent.name}`;
    const types = typesOf(intent);
    const isFree = (slot: string) => types.get(slot) === FREE;
    const free = intent.samples.filter((sample) => slotsIn(sample).some(isFree));
    return [
      ...faultsOf(
        'D1',
        where,
        free.filter((sample) => !/\p{L}/u.test(withoutSlots(sample))),
      ),
      ...faultsOf(
        'D3',
        where,
        free.filter((sample) => slotsIn(sample).length > 1),
      ),
      ...faultsOf('D6', where, [...types.keys()].filter(isFree).slice(1)),
    ];
  });
}
