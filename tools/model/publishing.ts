// Who publishes the skill, and where its privacy policy and terms are.

import publishingFile from '../../content/publishing.json';
import type { Locale } from './languages';

/** All of it is empty until a publisher is named; nothing is invented in its place. */
export interface Publishing {
  /** Who runs the skill, as the privacy policy names them. */
  operator: string;
  /** Where listeners write to: an e-mail address or a page. */
  contact: string;
  /** Addresses on the web; `{locale}` and `{language}` in them are filled in. */
  privacyPolicyUrl: string;
  termsOfUseUrl: string;
  /** Who is told when an alarm goes off; may stay empty. */
  alarmEmail: string;
}

export const publishing: Publishing = publishingFile;

/** The addresses of one locale as the manifest holds them; what is not configured is left out. */
export function policyLinks(
  { privacyPolicyUrl, termsOfUseUrl }: Pick<Publishing, 'privacyPolicyUrl' | 'termsOfUseUrl'>,
  { locale, language }: Pick<Locale, 'locale' | 'language'>,
): { privacyPolicyUrl?: string; termsOfUseUrl?: string } {
  const filledIn = (url: string) => url.replaceAll('{locale}', locale).replaceAll('{language}', language);
  return {
    ...(privacyPolicyUrl ? { privacyPolicyUrl: filledIn(privacyPolicyUrl) } : {}),
    ...(termsOfUseUrl ? { termsOfUseUrl: filledIn(termsOfUseUrl) } : {}),
  };
}

/** What is missing or wrong before the skill can be published, one sentence each; empty when nothing is. */
export function publishingFaults(publisher: Publishing): string[] {
  const missing = (['operator', 'contact', 'privacyPolicyUrl', 'termsOfUseUrl'] as const).filter(
    (field) => publisher[field].trim() === '',
  );
  const insecure = (['privacyPolicyUrl', 'termsOfUseUrl'] as const).filter(
    (field) => publisher[field].trim() !== '' && !publisher[field].startsWith('https://'),
  );
  return [
    ...missing.map((field) => `content/publishing.json says nothing under "${field}"; ${WHAT_FOR[field]}`),
    ...insecure.map((field) => `content/publishing.json has an address under "${field}" that is not https.`),
  ];
}

const WHAT_FOR = {
  operator: 'the privacy policy has to name who runs the skill.',
  contact: 'the privacy policy has to say where listeners can write to.',
  privacyPolicyUrl: 'a skill that asks for permissions and remembers people needs its privacy policy on the web.',
  termsOfUseUrl: 'the terms of use have to be on the web too.',
};
