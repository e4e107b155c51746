// What was learnt from the words of a language, and how it is kept in a file.

/** A weight for each row and topic, most of them nothing. */
export interface Learnt {
  topics: readonly string[];
  /** What a weight of 1 stands for. */
  scale: number;
  /** Row by row, one weight for each topic. */
  weights: Int8Array;
}

/** All that was learnt from one language. */
export interface Lessons {
  /** The mark of the words they were learnt from: what belongs to others is not used. */
  mark: number;
  /** The mark of what people said that they were learnt from as well. */
  said: number;
  /** Which topic a question is about. */
  topics: Learnt;
  /** Whether a clause tells of a symptom, and of which. */
  symptoms: Learnt;
}

/** How many bytes tell the length of the head, which is JSON; the weights of each part follow it. */
const LENGTH = 4;
/** The parts of a file, in order. */
const PARTS = ['topics', 'symptoms'] as const;

/** What the head tells of a part: how many weights it has, and of how many of them the file tells. */
type Head = Omit<Learnt, 'weights'> & { count: number; told: number };

/** Everything that was learnt as bytes. */
export function bytesOf({ mark, said, ...lessons }: Lessons): Uint8Array {
  const packed = PARTS.map((part) => pack(lessons[part].weights));
  const parts = PARTS.map((part, at): Head => {
    const { weights, ...head } = lessons[part];
    return { ...head, count: weights.length, told: packed[at]?.gaps.length ?? 0 };
  });
  const text = new TextEncoder().encode(JSON.stringify({ mark, said, parts }));
  const length = new Uint8Array(LENGTH);
  new DataView(length.buffer).setUint32(0, text.length);
  return joined([length, text, ...packed.flatMap(({ gaps, values }) => [gaps, values])]);
}

/** What `bytesOf` wrote. */
export function lessonsFrom(bytes: Uint8Array): Lessons {
  let at = LENGTH + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const { mark, said, parts } = JSON.parse(new TextDecoder().decode(bytes.subarray(LENGTH, at))) as {
    mark: number;
    said: number;
    parts: readonly Head[];
  };
  const [topics, symptoms] = parts.map(({ count, told, ...head }): Learnt => {
    const gaps = bytes.subarray(at, at + told);
    const values = bytes.subarray(at + told, at + 2 * told);
    at += 2 * told;
    return { ...head, weights: unpack({ gaps, values }, count) };
  });
  if (!topics || !symptoms) throw new Error('A part of what was learnt is missing');
  return { mark, said, topics, symptoms };
}

/** Weights without most of those that are nothing: how many of them stand before each of the others. */
interface Packed {
  gaps: Uint8Array;
  values: Uint8Array;
}

/** A longer gap is told in steps, with a weight of nothing in between. */
const LONGEST_GAP = 255;

function pack(weights: Int8Array): Packed {
  const gaps: number[] = [];
  const values: number[] = [];
  let gap = 0;
  for (const weight of weights) {
    if (weight === 0 && gap < LONGEST_GAP) gap++;
    else {
      gaps.push(gap);
      values.push(weight);
      gap = 0;
    }
  }
  return { gaps: Uint8Array.from(gaps), values: Uint8Array.from(values) };
}

function unpack({ gaps, values }: Packed, count: number): Int8Array {
  const weights = new Int8Array(count);
  let at = 0;
  for (let told = 0; told < gaps.length; told++) {
    at += gaps[told] ?? 0;
    weights[at++] = values[told] ?? 0;
  }
  return weights;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** A number that is as good as never the same for two texts (FNV-1a). */
export function markOf(text: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193);
  // The lowest bits alone would tell little of the first letters.
  return (mark ^ (mark >>> 15)) >>> 0;
}
