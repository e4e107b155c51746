// Rules I, the store: its texts, pictures and what it says about health.

import { type Fault, fault, faultsOf } from './fault';
import type { SkillPackage, StoreText } from './i-package';

const LENGTHS = { name: [2, 50], summary: [1, 160], description: [1, 4000] } as const;
const KEYWORDS = 30;
const KEYWORD = 150;
const PHRASE = 200;
const ICONS = { smallIconUri: 108, largeIconUri: 512 } as const;

/** What is wrong with the store text of one locale. */
export function storeFaults(
  text: StoreText,
  locale: string,
  skillPackage: SkillPackage,
  isAboutHealth: boolean,
): Fault[] {
  return [
    ...lengthFaults(text, locale),
    ...faultsOf('I5', locale, iconsNotThere(text, skillPackage)),
    ...(isAboutHealth && !disclaims(text.description ?? '') ? [fault('I11', locale, 'description')] : []),
  ];
}

function lengthFaults(text: StoreText, locale: string): Fault[] {
  const { keywords = [], examplePhrases = [] } = text;
  const fields = Object.entries(LENGTHS).filter(([field, [least, most]]) => {
    const { length } = text[field as keyof typeof LENGTHS] ?? '';
    return length < least || length > most;
  });
  return [
    ...faultsOf(
      'I1',
      locale,
      fields.map(([field]) => field),
    ),
    ...(keywords.length > KEYWORDS ? [fault('I1', locale, `${keywords.length} keywords`)] : []),
    ...faultsOf(
      'I1',
      locale,
      keywords.filter(({ length }) => length > KEYWORD),
    ),
    ...faultsOf(
      'I1',
      locale,
      examplePhrases.filter(({ length }) => length > PHRASE),
    ),
  ];
}

function iconsNotThere(text: StoreText, { file }: SkillPackage): string[] {
  return Object.entries(ICONS).flatMap(([field, size]) => {
    const uri = text[field as keyof typeof ICONS] ?? '';
    if (uri.startsWith('https://')) return [];
    const picture = uri.startsWith('file://') ? file(uri.slice('file://'.length)) : null;
    return picture && isPng(picture, size) ? [] : [`${field} ${uri}`];
  });
}

/** The width and the height are the first fields behind the eight bytes that every PNG begins with. */
function isPng(picture: Buffer, size: number): boolean {
  const isOne = picture.length >= 24 && picture.toString('latin1', 1, 4) === 'PNG';
  return isOne && picture.readUInt32BE(16) === size && picture.readUInt32BE(20) === size;
}

function disclaims(description: string): boolean {
  const advice = /not medical advice|does not provide medical advice/i;
  const substitute = /not a substitute/i;
  return advice.test(description) && substitute.test(description);
}
