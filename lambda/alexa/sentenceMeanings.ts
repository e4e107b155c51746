// Finds what a whole sentence means among the sentences of the model.

import intentTable from '../../content/intents.json';
import type { KnownSentences, SentenceTree } from '../../content/knownSentences';
import type { HeardSlots } from './slots';

/** A sentence as an intent and its slots, as Alexa would have sent it. */
export interface Meant {
  intent: string;
  slots: HeardSlots;
}

/** What sentences are looked up with. */
export interface Sentences {
  /** What words are to the letter; null when they are no sentence of the model. */
  meaningOf(words: readonly string[]): Meant | null;
  /** Everything that words may be behind the carriers of an intent, each once. */
  meaningsBehind(intent: string, words: readonly string[]): Meant[];
}

/** The names of the values of slot types, and number words from zero upwards. */
export interface Named {
  phrasesOf(type: string): Readonly<Record<string, readonly string[]>>;
  numbers: readonly string[];
}

/** A slot has one type, whichever intent it belongs to. */
const TYPES = new Map((intentTable.intents as { slots: object }[]).flatMap(({ slots }) => Object.entries(slots)));

const NUMBER = 'AMAZON.NUMBER';
const TIME = 'AMAZON.TIME';
/** Most words of a number ("twenty five"), and of any other value. */
const LONGEST_NUMBER = 2;
const LONGEST_VALUE = 8;
/** So few words are looked up with every value that they may belong to. */
const FEW_WORDS = 2;

/** Words that fill one slot, or the three of a time of day. */
interface Span {
  end: number;
  slots: HeardSlots;
}

/** The sentences of one locale: of its language, and those that its region adds. */
export function sentencesBy(known: readonly KnownSentences[], named: Named): Sentences {
  const spansIn = spansBy(named);

  /** Words before slots: of two readings the one with fewer slots is meant. */
  const walk = (said: readonly string[], from: SentenceTree): Meant | null => {
    const spans = spansIn(said);
    const step = (node: SentenceTree, at: number, slots: HeardSlots): Meant | null => {
      if (at === said.length) return node.intent ? { intent: node.intent, slots } : null;
      const next = own(node.words, said[at] ?? '');
      const found = next && step(next, at + 1, slots);
      if (found) return found;
      let best: Meant | null = null;
      for (const [slot, after] of Object.entries(node.slots ?? {})) {
        for (const span of spans(slot, at)) {
          const meant = step(after, span.end, { ...slots, ...span.slots });
          if (meant && (!best || slotsOf(meant) < slotsOf(best))) best = meant;
        }
      }
      return best;
    };
    return step(from, 0, {});
  };

  const meaningOf = (said: readonly string[]): Meant | null => {
    if (said.length === 0) return null;
    for (const { tree } of known) {
      const meant = walk(said, tree);
      if (meant) return meant;
    }
    return null;
  };

  /** What stands behind the words of a carrier, and a symptom that begins with them. */
  const behind = (tree: SentenceTree, carrier: string, said: readonly string[]): Meant | null => {
    // Few words may end a value that begins with the carrier: "I fell" and "again".
    if (said.length <= FEW_WORDS) return walk([...carrier.split(' '), ...said], tree);
    let node: SentenceTree | undefined = tree;
    for (const word of carrier.split(' ')) node = node && own(node.words, word);
    const meant = node ? walk(said, node) : null;
    const words = `${carrier} ${said.join(' ')}`;
    const id = meant ? undefined : spansIn.idsOf('Symptom').get(words);
    return id === undefined ? meant : { intent: 'ReportSymptomIntent', slots: { symptom: { words, id } } };
  };

  return {
    meaningOf,
    meaningsBehind(intent, said) {
      const carriers = known.flatMap((one) => one.carriers[intent] ?? []);
      const meant = known.flatMap(({ tree }) => carriers.flatMap((carrier) => behind(tree, carrier, said) ?? []));
      return [...new Map(meant.map((one) => [JSON.stringify(one), one])).values()];
    },
  };
}

const slotsOf = ({ slots }: Meant): number => Object.keys(slots).length;

const own = <Value>(table: Record<string, Value> | undefined, key: string): Value | undefined =>
  table && Object.hasOwn(table, key) ? table[key] : undefined;

interface Value {
  end: number;
  words: string;
  id: string | null;
}

/** Finds the values of a slot that begin at a word of a sentence. */
function spansBy({ phrasesOf, numbers }: Named) {
  const known = new Map<string, ReadonlyMap<string, string>>();
  const idsOf = (type: string): ReadonlyMap<string, string> => {
    const ids = known.get(type) ?? idsByPhrase(phrasesOf(type));
    known.set(type, ids);
    return ids;
  };

  const begun = new Map<string, ReadonlySet<string>>();
  const firstWordsOf = (type: string): ReadonlySet<string> => {
    const firsts = begun.get(type) ?? new Set([...idsOf(type).keys()].map((phrase) => phrase.split(' ')[0] ?? ''));
    begun.set(type, firsts);
    return firsts;
  };

  const spansIn = (said: readonly string[]) => {
    const valuesAt = (type: string, at: number): Value[] => {
      if (type === NUMBER) return ends(said, at, LONGEST_NUMBER).flatMap((one) => digitsOf(one, numbers));
      // Most words begin no value: the lists need not be looked through for them.
      if (!firstWordsOf(type).has(said[at] ?? '')) return [];
      const ids = idsOf(type);
      return ends(said, at, LONGEST_VALUE).flatMap((one) => {
        const id = ids.get(one.words);
        return id === undefined ? [] : [{ ...one, id }];
      });
    };
    /** An hour by itself, or with minutes and the half of the day. */
    const timesAt = (at: number): Span[] => {
      const hours = valuesAt(NUMBER, at).map((hour) => joined({ end: at, slots: {} }, 'hour', hour));
      const exact = hours.flatMap((one) => [
        one,
        ...valuesAt('ReminderMinute', one.end).map((more) => joined(one, 'minute', more)),
      ]);
      return exact.flatMap((one) => [one, ...valuesAt('HalfOfDay', one.end).map((half) => joined(one, 'half', half))]);
    };
    const cached = new Map<string, Span[]>();
    return (slot: string, at: number): Span[] => {
      const type = TYPES.get(slot) ?? '';
      const key = `${slot} ${at}`;
      const spans =
        cached.get(key) ??
        (type === TIME ? timesAt(at) : valuesAt(type, at).map((value) => joined({ end: at, slots: {} }, slot, value)));
      cached.set(key, spans);
      return spans;
    };
  };
  return Object.assign(spansIn, { idsOf });
}

function idsByPhrase(phrases: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(phrases).flatMap(([id, all]) => all.map((phrase) => [phrase, id] as const)));
}

const joined = ({ slots }: Span, slot: string, { end, words, id }: Value): Span => ({
  end,
  slots: { ...slots, [slot]: { words, id } },
});

/** A number in digits, as Alexa sends it. */
function digitsOf({ words, ...one }: Value, numbers: readonly string[]): Value[] {
  const number = /^\d+$/.test(words) ? Number(words) : numbers.indexOf(words);
  return number < 0 ? [] : [{ ...one, words: String(number) }];
}

/** The words from `at` on, up to so many of them. */
function ends(said: readonly string[], at: number, most: number): Value[] {
  return Array.from({ length: Math.max(0, Math.min(most, said.length - at)) }, (_, more) => ({
    end: at + more + 1,
    words: said.slice(at, at + more + 1).join(' '),
    id: null,
  }));
}
