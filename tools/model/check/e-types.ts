// Rules E: the values of slot types.

import type { ModelType } from '../interaction-model';
import { type Fault, fault, faultsOf } from './fault';
import { type LanguageModel, repeatedIn, saidIn } from './parts';

/** Values that are not taken, or not for one thing alone. */
export function typeFaults({ types }: LanguageModel, locale: string): Fault[] {
  return types.flatMap((type) => faultsIn(type, `${locale} ${type.name}`));
}

function faultsIn(type: ModelType, where: string): Fault[] {
  const all = saidIn(type).map((said) => said.map((one) => one.toLowerCase()));
  const values = repeatedIn(all.map(([value = '']) => value));
  const said = repeatedIn(all.flat());
  const odd = (one: string) => one.trim() === '' || /["{}<>*\\\n\r\t]/.test(one);
  return [
    ...(type.values.length === 0 ? [fault('E3', where, 'no values')] : []),
    ...faultsOf('E1', where, values),
    ...faultsOf(
      'E2',
      where,
      [...said].filter((one) => !values.has(one)),
    ),
    ...faultsOf('E5', where, repeatedIn(type.values.flatMap(({ id }) => id ?? []))),
    ...faultsOf('E6', where, all.flat().filter(odd)),
  ];
}
