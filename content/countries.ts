// Whom to call in the country that a time zone lies in.

import rows from './countries.json';
import { languageFiles } from './index';

/** One country. A zone stands in one row alone; a country that is not listed has no number here. */
export interface CountryRow {
  /** Two letters, as ISO 3166 has them. */
  country: string;
  digits: string;
  /** The number as it is said, by language. */
  spoken: Readonly<Record<string, string>>;
  /** Whom to contact on the same day where it is no emergency, by language; none where no line serves the country. */
  advice?: Readonly<Record<string, string>>;
  /** As tz names them, old names included. */
  zones: readonly string[];
}

/** Whom to call, as a locale says it; what is missing is said as the locale's words have it. */
export interface Contacts {
  emergency?: string;
  advice?: string;
}

export const countries: readonly CountryRow[] = rows;

/** The number and the advice of the country of a zone; neither for a zone of no country that is listed, or of none. */
export function contactsIn(zone: string | null, locale: string): Contacts {
  const row = zone === null ? undefined : countries.find(({ zones }) => zones.includes(zone));
  const [language = ''] = languageFiles(locale);
  const emergency = row?.spoken[language];
  const advice = row?.advice?.[language];
  return { ...(emergency ? { emergency } : {}), ...(advice ? { advice } : {}) };
}
