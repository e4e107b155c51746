// Writes what the store says about the skill.

import { ICONS, iconPath } from '../icons';
import { type Locale, locales, wordsOf } from './languages';
import { publishing as committedPublishing, type Publishing, policyLinks } from './publishing';

const SKILL = { name: 'skill-package/skill.json' };

/** The path of the manifest in the repository. */
export const manifestPath = SKILL.name;

/** The manifest as committed, its locale texts, pictures and links made anew; everything else in it is kept. */
export function manifestWith(
  committed: Record<string, unknown>,
  publisher: Publishing = committedPublishing,
): Record<string, unknown> {
  const manifest = table(committed['manifest']);
  const publishing = table(manifest['publishingInformation']);
  const privacy = table(manifest['privacyAndCompliance']);
  const first = locales[0];
  if (!first) throw new Error('locales.json is empty');
  return {
    ...committed,
    manifest: {
      ...manifest,
      publishingInformation: {
        ...publishing,
        testingInstructions: wordsOf(first).store.testingInstructions,
        locales: Object.fromEntries(locales.map((locale) => [locale.locale, storeText(locale)])),
      },
      privacyAndCompliance: {
        ...privacy,
        locales: Object.fromEntries(locales.map((locale) => [locale.locale, policyLinks(publisher, locale)])),
      },
    },
  };
}

function storeText(locale: Locale): Record<string, unknown> {
  const { testingInstructions: _, ...store } = wordsOf(locale).store;
  const icons = Object.entries(ICONS).map(([name, size]) => [name, `file://${iconPath(size)}`]);
  return { ...store, ...Object.fromEntries(icons) };
}

function table(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
