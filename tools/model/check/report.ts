// Checks a whole package and says what it finds, a few lines for each rule.

import { WORDS_INTENT, WORDS_SLOT } from '../../../lambda/alexa/wholeWords';
import { locales, wordsOf } from '../languages';
import { isAccepted, sameMeaning } from './accepted';
import { type Fault, manifestFaults, modelFaults, ownFaults, packageIn, RULES, type Rule } from './index';

/** How many faults against one rule are shown. */
const SHOWN = 5;

/** Every fault of a package, the accepted ones too. */
export function faultsIn(folder: string): Fault[] {
  const { manifest, ...skillPackage } = packageIn(folder);
  const numbers = numbersIn(Object.keys(skillPackage.models));
  return [
    ...Object.entries(skillPackage.models).flatMap(([locale, model]) => [
      ...modelFaults(model, locale, { numbers: numbers[locale] ?? [], elicited: [`${WORDS_INTENT}.${WORDS_SLOT}`] }),
      ...ownFaults(model, locale, sameMeaning),
    ]),
    ...manifestFaults(manifest, skillPackage, Object.values(numbers).flat()),
  ];
}

/** The words that a number is said in, by locale. */
function numbersIn(models: readonly string[]): Record<string, string[]> {
  const known = locales.filter(({ locale }) => models.includes(locale));
  return Object.fromEntries(known.map((locale) => [locale.locale, wordsOf(locale).names['numbers'] as string[]]));
}

/** What is wrong with a package, rule by rule; empty when all is well. */
export function report(folder: string): string[] {
  const faults = faultsIn(folder).filter((one) => !isAccepted(one));
  return Object.entries(RULES).flatMap(([rule, [level, says]]) => {
    const broken = faults.filter((one) => one.rule === (rule as Rule));
    if (broken.length === 0) return [];
    const left = broken.length - SHOWN;
    return [
      `${level} ${rule}: ${says}`,
      ...broken.slice(0, SHOWN).map(({ where, what }) => `  ${where}: ${what}`),
      ...(left > 0 ? [`  and ${left} more`] : []),
    ];
  });
}
