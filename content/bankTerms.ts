// The terms that the topics of a language are asked for by, and how they are kept in a file.

/** One topic, its texts taken apart into terms; each is told by its place in the table. */
export interface TopicTerms {
  /** The heavy terms of its wordings and its words. */
  own: Uint16Array;
  /** The heavy terms of its answer alone. */
  text: Uint16Array;
  /** The light terms of the wordings that have no others: "what do I need". */
  bare: Uint16Array;
  /** Its wordings one behind the other: how many terms are heavy, how many light, and the terms. */
  wordings: Uint16Array;
}

/** All topics of a locale over one table of terms. */
export interface BankTerms {
  terms: readonly string[];
  topics: Readonly<Record<string, TopicTerms>>;
}

/** All locales of a language: what each does not have of its own is as in the first. */
export interface KeptTerms {
  /** The mark of the words they were worked out from: what belongs to others is not used. */
  mark: number;
  terms: readonly string[];
  locales: Readonly<Record<string, BankTerms['topics']>>;
}

const PARTS = ['own', 'text', 'bare', 'wordings'] as const;

/** What stands in front, as JSON: for each locale its topics, and how long the parts of each are. */
interface Head {
  mark: number;
  terms: readonly string[];
  lengths: Record<string, Record<string, readonly number[]>>;
}

/** How many bytes tell the length of the head. */
const LENGTH = 4;
const WIDTH = Uint16Array.BYTES_PER_ELEMENT;

/** The terms of a language as bytes. */
export function bytesOfTerms({ mark, terms, locales }: KeptTerms): Uint8Array {
  const lengths = mapValues(locales, (topics) => mapValues(topics, (topic) => PARTS.map((part) => topic[part].length)));
  const head = new TextEncoder().encode(JSON.stringify({ mark, terms, lengths } satisfies Head));
  const all = Object.values(locales).flatMap((topics) =>
    Object.values(topics).flatMap((topic) => PARTS.flatMap((part) => [...topic[part]])),
  );
  const bytes = new Uint8Array(LENGTH + head.length + all.length * WIDTH);
  new DataView(bytes.buffer).setUint32(0, head.length);
  bytes.set(head, LENGTH);
  bytes.set(new Uint8Array(Uint16Array.from(all).buffer), LENGTH + head.length);
  return bytes;
}

/** What `bytesOfTerms` wrote. */
export function termsFrom(bytes: Uint8Array): KeptTerms {
  const from = LENGTH + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const { mark, terms, lengths } = JSON.parse(new TextDecoder().decode(bytes.subarray(LENGTH, from))) as Head;
  // A copy, which begins where a number may.
  const all = new Uint16Array(new Uint8Array(bytes.subarray(from)).buffer);
  let at = 0;
  const next = (length = 0) => {
    at += length;
    return all.subarray(at - length, at);
  };
  const locales = mapValues(lengths, (topics) =>
    mapValues(topics, ([own, text, bare, wordings]) => ({
      own: next(own),
      text: next(text),
      bare: next(bare),
      wordings: next(wordings),
    })),
  );
  return { mark, terms, locales };
}

/** Whether two topics are asked for by the same terms. */
export const sameTerms = (one: TopicTerms, other: TopicTerms): boolean =>
  PARTS.every((part) => one[part].join() === other[part].join());

/** The terms of one locale. */
export function termsOfLocale({ terms, locales }: KeptTerms, locale: string): BankTerms {
  const [first = {}] = Object.values(locales);
  return { terms, topics: { ...first, ...locales[locale] } };
}

/** The same ids, with something made of each value. */
export function mapValues<From, To>(of: Readonly<Record<string, From>>, map: (one: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(of).map(([id, one]) => [id, map(one)]));
}
