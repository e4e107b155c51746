// What is heard of a piece of SSML: the words, and the pauses between them.

/** Some words and the silence after them. */
export interface Spoken {
  text: string;
  pauseMs: number;
}

const STRENGTHS: Record<string, number> = {
  none: 0,
  'x-weak': 0,
  weak: 100,
  medium: 300,
  strong: 600,
  'x-strong': 1000,
};
/** The longest pause one tag may ask for. */
const LONGEST_BREAK_MS = 10_000;
const SIGNS = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function unescaped(text: string): string {
  return text.replace(/&([^;\s&]*;?)/g, (_, name: string) => {
    const sign =
      SIGNS.get(name.slice(0, -1)) ?? (/^#\d+;$/.test(name) ? String.fromCodePoint(Number(name.slice(1, -1))) : null);
    if (sign === null || !name.endsWith(';')) throw new Error(`SSML with a bare "&" near "${name}"`);
    return sign;
  });
}

function breakMs(tag: string): number {
  const time = /\btime\s*=\s*["']([\d.]+)(ms|s)["']/.exec(tag);
  if (time) {
    const ms = Number(time[1]) * (time[2] === 's' ? 1000 : 1);
    if (ms > LONGEST_BREAK_MS) throw new Error(`SSML with a break of ${ms} ms`);
    return ms;
  }
  const strength = /\bstrength\s*=\s*["']([\w-]+)["']/.exec(tag)?.[1] ?? 'medium';
  return STRENGTHS[strength] ?? 0;
}

interface Reader {
  heard: Spoken[];
  open: string[];
  /** Depth inside a <sub>, whose own text is not spoken. */
  muted: number;
}

function say(reader: Reader, text: string): void {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words === '' || reader.muted > 0) return;
  const last = reader.heard.at(-1);
  if (last && last.pauseMs === 0) last.text = `${last.text} ${words}`.replace(/ (?=[.,!?;:])/g, '');
  else reader.heard.push({ text: words, pauseMs: 0 });
}

function pause(reader: Reader, ms: number): void {
  const last = reader.heard.at(-1);
  if (last) last.pauseMs += ms;
  else if (ms > 0) reader.heard.push({ text: '', pauseMs: ms });
}

function readTag(reader: Reader, tag: string): void {
  const name = /^<\/?\s*([\w:-]+)/.exec(tag)?.[1] ?? '';
  if (tag.startsWith('</')) {
    if (reader.open.pop() !== name) throw new Error(`SSML that closes <${name}> where it is not open`);
    if (name === 'sub') reader.muted--;
    if (name === 's' || name === 'p') pause(reader, name === 'p' ? 600 : 300);
    return;
  }
  if (name === 'break') pause(reader, breakMs(tag));
  if (name === 'sub') say(reader, unescaped(/\balias\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? ''));
  if (tag.endsWith('/>')) return;
  reader.open.push(name);
  if (name === 'sub') reader.muted++;
}

/** Reads SSML as it is heard. Throws where the service would refuse it. */
export function readSsml(ssml: string): Spoken[] {
  const reader: Reader = { heard: [], open: [], muted: 0 };
  for (const part of ssml.split(/(<[^<>]*>)/)) {
    if (/^<[^<>]*>$/.test(part)) readTag(reader, part);
    else if (/[<>]/.test(part)) throw new Error('SSML with a bare "<" or ">"');
    else say(reader, unescaped(part));
  }
  if (reader.open.length > 0) throw new Error(`SSML that never closes <${reader.open.join('>, <')}>`);
  return reader.heard;
}
