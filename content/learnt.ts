// What was learnt from the wordings of a language, and how it is kept in a file.

/** A weight for each row and topic, most of them nothing. */
export interface Learnt {
  /** The mark of the wordings it was learnt from: what belongs to others is not used. */
  mark: number;
  topics: readonly string[];
  /** What a weight of 1 stands for. */
  scale: number;
  /** Row by row, one weight for each topic. */
  weights: Int8Array;
}

/** How many bytes tell the length of the head, which is JSON; the weights follow it. */
const LENGTH = 4;

/** Everything that was learnt as bytes. */
export function bytesOf({ weights, ...head }: Learnt): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(head));
  const bytes = new Uint8Array(LENGTH + text.length + weights.length);
  new DataView(bytes.buffer).setUint32(0, text.length);
  bytes.set(text, LENGTH);
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), LENGTH + text.length);
  return bytes;
}

/** What `bytesOf` wrote. */
export function learntFrom(bytes: Uint8Array): Learnt {
  const { buffer, byteOffset, byteLength } = bytes;
  const end = LENGTH + new DataView(buffer, byteOffset).getUint32(0);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(LENGTH, end))) as Omit<Learnt, 'weights'>;
  return { ...head, weights: new Int8Array(buffer, byteOffset + end, byteLength - end) };
}

/** A number that is as good as never the same for two texts (FNV-1a). */
export function markOf(text: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193);
  // The lowest bits alone would tell little of the first letters.
  return (mark ^ (mark >>> 15)) >>> 0;
}
