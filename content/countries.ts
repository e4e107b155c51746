// The emergency number of the country that a time zone lies in.

import rows from './countries.json';
import { languageFiles } from './index';

/** One country. A zone stands in one row alone; a country that is not listed has no number here. */
export interface CountryRow {
  /** Two letters, as ISO 3166 has them. */
  country: string;
  digits: string;
  /** The number as it is said, by language. */
  spoken: Readonly<Record<string, string>>;
  /** As tz names them, old names included. */
  zones: readonly string[];
}

export const countries: readonly CountryRow[] = rows;

/** The number as a locale says it; null for a zone of no country that is listed, or of none. */
export function emergencyIn(zone: string | null, locale: string): string | null {
  if (zone === null) return null;
  const [language = ''] = languageFiles(locale);
  return countries.find(({ zones }) => zones.includes(zone))?.spoken[language] ?? null;
}
