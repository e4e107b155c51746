// Expands one phrase template into its sentences.

/** Named pieces that several templates share, written `<name>` where they are used. */
export type Parts = Record<string, string>;

const TOKEN = /[()[\]|&]|<[^>]+>|\{[^}]+\}|[^()[\]|&<{]+/g;

interface Reader {
  tokens: string[];
  at: number;
  parts: Parts;
}

/**
 * All sentences of a template: `( a | b )` chooses, `( a & b )` takes all in any order, `[ a ]` may be left out,
 * `<part>` is a shared piece.
 */
export function expand(template: string, parts: Parts = {}): string[] {
  const reader: Reader = { tokens: template.match(TOKEN) ?? [], at: 0, parts };
  const sentences = choice(reader);
  if (reader.at < reader.tokens.length) throw new Error(`Unbalanced bracket in the phrase: ${template}`);
  return [...new Set(sentences.map((sentence) => sentence.replace(/\s+/g, ' ').trim()))];
}

/** The shared pieces a template names. */
export function partsIn(template: string): string[] {
  return [...template.matchAll(/<([^>]+)>/g)].map((match) => match[1] ?? '');
}

/** The slots a sentence names, in order. */
export function slotsOf(sentence: string): string[] {
  return [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}

function choice(reader: Reader): string[] {
  const sentences = anyOrder(reader);
  while (reader.tokens[reader.at] === '|') {
    reader.at += 1;
    sentences.push(...anyOrder(reader));
  }
  return sentences;
}

/** People fill several wants in the order they think of them. */
function anyOrder(reader: Reader): string[] {
  const pieces = [sequence(reader)];
  while (reader.tokens[reader.at] === '&') {
    reader.at += 1;
    pieces.push(sequence(reader));
  }
  return orders(pieces);
}

function orders(pieces: readonly string[][]): string[] {
  const [only] = pieces;
  if (pieces.length <= 1) return only ?? [];
  return pieces.flatMap((first, index) => {
    const rest = orders(pieces.filter((_, other) => other !== index));
    return first.flatMap((start) => rest.map((end) => `${start} ${end}`));
  });
}

function sequence(reader: Reader): string[] {
  let sentences = [''];
  for (;;) {
    const token = reader.tokens[reader.at];
    if (token === undefined || token === '|' || token === '&' || token === ')' || token === ']') return sentences;
    reader.at += 1;
    const next = piece(token, reader);
    sentences = sentences.flatMap((start) => next.map((end) => `${start} ${end}`));
  }
}

function piece(token: string, reader: Reader): string[] {
  if (token === '(') return bracketed(reader, ')');
  if (token === '[') return ['', ...bracketed(reader, ']')];
  if (token.startsWith('<')) return part(token.slice(1, -1), reader.parts);
  return [token];
}

function bracketed(reader: Reader, end: string): string[] {
  const sentences = choice(reader);
  if (reader.tokens[reader.at] !== end) throw new Error(`A bracket of a phrase is not closed with ${end}`);
  reader.at += 1;
  return sentences;
}

function part(name: string, parts: Parts): string[] {
  const template = parts[name];
  if (template === undefined) throw new Error(`No shared piece of phrases is called ${name}`);
  return expand(template, parts);
}
