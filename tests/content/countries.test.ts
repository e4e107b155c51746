// Tests each country's emergency number, and the zones that lead to it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contactsIn, countries } from '../../content/countries';
import { locales } from '../../content/index';
import { folderLanguages } from '../../content/languages';
import { faultsOf } from '../../content/schema';

const emergencyIn = (zone: string | null, locale: string) => contactsIn(zone, locale).emergency ?? null;

const file = JSON.parse(readFileSync(join(__dirname, '../../content/countries.json'), 'utf8'));

test('an editor of countries.json is told of anything misspelled or missing', () => {
  expect(faultsOf('countries', file)).toEqual([]);
  const [first] = file;
  for (const wrong of [
    { digits: 'nine' },
    { sources: [] },
    { zones: [] },
    { spoken: {} },
    { digit: '911' },
    { advice: {} },
  ])
    expect([wrong, faultsOf('countries', [{ ...first, ...wrong }])]).not.toEqual([wrong, []]);
});

test.each([
  ['en-AU', 'Pacific/Auckland', 'one one one'],
  ['en-AU', 'Australia/Perth', 'triple zero'],
  ['en-US', 'America/Los_Angeles', 'nine one one'],
  ['en-US', 'Asia/Singapore', 'nine nine five'],
  ['en-GB', 'Europe/Dublin', 'one one two'],
  ['en-GB', 'Europe/London', 'nine nine nine'],
  ['en-IN', 'Asia/Calcutta', 'one one two'],
  ['de-DE', 'Europe/Berlin', null],
])('in %s, the number of %s is %s', (locale, zone, number) => {
  expect(emergencyIn(zone, locale)).toBe(number);
});

test('nobody hears another country’s number: without a zone, or in a country that is not listed, there is none', () => {
  for (const zone of [null, '', 'UTC', 'Etc/GMT+5', 'Europe/Zurich', 'Nowhere/Land', 'constructor'])
    expect(emergencyIn(zone, 'en-US')).toBeNull();
});

test('the countries where these Englishes are spoken have these numbers, and every zone of theirs leads there', () => {
  const numbers = { US: '911', CA: '911', GB: '999', IE: '112', AU: '000', NZ: '111', IN: '112' };
  for (const [country, digits] of Object.entries(numbers)) {
    const row = countries.find((one) => one.country === country);
    expect([country, row?.digits]).toEqual([country, digits]);
    for (const zone of row?.zones ?? [])
      expect([zone, emergencyIn(zone, 'en-GB')]).toEqual([zone, row?.spoken['en'] ?? 'no number']);
  }
});

test('a zone lies in one country, and is one', () => {
  const zones = countries.flatMap((row) => row.zones);
  expect(zones.filter((zone, at) => zones.indexOf(zone) !== at)).toEqual([]);
  for (const zone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
});

test('every zone of Australia and the usual zone of every locale leads to a number', () => {
  const known = Intl.supportedValuesOf('timeZone').filter((zone) => zone.startsWith('Australia/'));
  for (const zone of known) expect([zone, emergencyIn(zone, 'en-AU')]).toEqual([zone, 'triple zero']);
  for (const { locale, zone } of locales) expect([locale, emergencyIn(zone, locale)]).not.toEqual([locale, null]);
});

test('whoever calls out a number of any of these countries is heard to call for help', () => {
  const { names } = folderLanguages(join(__dirname, '../../content/languages')).of('en-US');
  const emergencyNumbers = names['emergencyNumbers'] as string[];
  expect(countries.map(({ digits }) => digits).filter((digits) => !emergencyNumbers.includes(digits))).toEqual([]);
});
