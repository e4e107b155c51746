// Reads a written conversation, and compares it with what was really said.

/** One line of a script, as it stands in the file. */
export interface ScriptLine {
  /** Counted from one. */
  number: number;
  /** The first word of the line ("you", "alexa", "after"), or "" for a comment, a blank line or the title. */
  verb: string;
  text: string;
  raw: string;
}

export interface Script {
  title: string;
  lines: ScriptLine[];
}

const VERBS = new Set([
  'you',
  'alexa',
  'after',
  'silence',
  'card',
  'ends',
  'state',
  'seed',
  'way',
  'device',
  'form',
  'audio',
  'permission',
  'service',
  'rings',
  'lateEnd',
  'person',
  'zone',
]);

/**
 * Reads a script. The first line is its title. "# …" is a comment. A line that begins with spaces goes on with the one
 * before it. A line that begins with no known word is a mistake and says so.
 */
export function readScript(text: string): Script {
  const [title = '', ...rest] = text.replace(/\r/g, '').split('\n');
  const lines: ScriptLine[] = [];
  rest.forEach((raw, at) => {
    const last = lines.at(-1);
    if (/^\s+\S/.test(raw) && last && last.verb !== '') {
      last.text = `${last.text} ${raw.trim()}`.trim();
      last.raw = `${last.raw}\n${raw}`;
      return;
    }
    lines.push(lineOf(raw, at + 2));
  });
  return { title, lines };
}

function lineOf(raw: string, number: number): ScriptLine {
  if (raw.trim() === '' || raw.startsWith('#')) return { number, verb: '', text: '', raw };
  const [, verb = '', text = ''] = /^(\S+)\s*(.*)$/.exec(raw) ?? [];
  if (!VERBS.has(verb))
    throw new Error(`line ${number} begins with "${verb}", which is none of: ${[...VERBS].join(', ')}`);
  return { number, verb, text: text.trim(), raw };
}

function pattern(expected: string): RegExp {
  const parts = expected.split(/…|\.\.\./).map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.map((part) => part.replace(/\s+/g, '\\s+')).join('[\\s\\S]*')}$`);
}

/** True when the words heard are the words written, "…" standing for any. */
export function saysTheSame(expected: string, heard: string): boolean {
  return pattern(expected.trim()).test(heard.trim());
}

/** "12 seconds", "20 minutes", "2 hours", "3 days" in milliseconds; null when it is none of these. */
export function durationOf(text: string): number | null {
  const [, amount, unit = ''] = /^([\d.]+)\s*(second|minute|hour|day)s?$/.exec(text.trim()) ?? [];
  const ms = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 }[unit];
  return amount && ms ? Number(amount) * ms : null;
}
