// What does the store say about the skill?

import { type Locale, locales, wordsOf } from './languages';

const SKILL = { name: 'skill-package/skill.json' };

/** The path of the manifest in the repository. */
export const manifestPath = SKILL.name;

/** The manifest as committed, its locale texts made anew; whatever else it holds is kept. */
export function manifestWith(committed: Record<string, unknown>): Record<string, unknown> {
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
        locales: Object.fromEntries(locales.map(({ locale }) => [locale, privacyLinks(privacy, locale)])),
      },
    },
  };
}

function storeText(locale: Locale): Record<string, unknown> {
  const { testingInstructions: _, ...store } = wordsOf(locale).store;
  return { ...store, description: store.description.replaceAll('{emergency}', locale.emergency.digits) };
}

/** The addresses of the publisher, filled in by whoever publishes, stay as committed. */
function privacyLinks(privacy: Record<string, unknown>, locale: string): unknown {
  return table(privacy['locales'])[locale] ?? {};
}

function table(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
