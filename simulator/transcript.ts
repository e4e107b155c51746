// Replays a written conversation, and says whether it still goes as written.

import { readFileSync, writeFileSync } from 'node:fs';
import { obey } from './command';
import { type Composition, talkingEcho } from './compose';
import type { Echo, Happening } from './device';
import { durationOf, readScript, type Script, type ScriptLine, saysTheSame } from './script';
import { type Way, wayIn } from './way';

export interface Exchange {
  request: unknown;
  response: unknown;
}

/** What one sentence of the listener led to. */
export interface Said {
  happenings: Happening[];
  exchanges: Exchange[];
}

export interface Replay {
  title: string;
  /** One sentence for each line that went otherwise. */
  faults: string[];
  /** Every request and answer, for a caller with further rules. */
  exchanges: Exchange[];
  /** The same, sentence by sentence of the listener. */
  said: Said[];
  /** The file as it should be, for what was really said. */
  rewritten: string;
}

/** What has been heard since the last line that did something. */
interface Hearing {
  speech: string | null;
  ended: boolean;
  state: string | null;
  intent: string;
  /** Title and lines of the card, in one row; null when the answer brought none. */
  card: string | null;
}

interface Course {
  echo: Echo;
  hearing: Hearing;
  faults: string[];
  exchanges: Exchange[];
  said: Said[];
  written: string[];
  /** An `alexa` line stands for the whole answer; a further one has nothing left to say. */
  told: boolean;
}

const NOTHING: Hearing = { speech: null, ended: false, state: null, intent: '', card: null };

function heardFrom(happenings: readonly Happening[], before: Hearing): Hearing {
  let heard: Hearing = { ...before, speech: null, card: null };
  for (const happening of happenings) {
    const news = newsIn(happening);
    // What is said before Alexa's own question, and what after it.
    const speech = [heard.speech, news.speech].filter((words) => words).join(' … ') || null;
    heard = { ...heard, ...news, speech };
  }
  return heard;
}

const rowOf = ({ title, text }: { title: string; text: string }): string => [title, ...text.split('\n')].join(' | ');

function newsIn(happening: Happening): Partial<Hearing> {
  switch (happening.type) {
    case 'turn': {
      const { speech, sessionOpen, state, intent, card } = happening;
      return { speech, ended: !sessionOpen, state, intent, ...(card ? { card: rowOf(card) } : {}) };
    }
    case 'reprompt':
      return { speech: happening.speech };
    case 'sessionEnded':
      return happening.left ? {} : { ended: true };
    case 'noSession':
    case 'noTimer':
      return { speech: '(nobody listens)', ended: true };
    case 'unknownLocale':
    case 'unknownDevice':
    case 'audioFailed':
    case 'permissionAsked':
      return {};
  }
}

function fault(course: Course, line: ScriptLine, expected: string, found: string): void {
  course.faults.push(`line ${line.number}: expected ${expected}, but ${found}`);
}

/** Checks an expectation; gives back the line as it should stand. */
function check(line: ScriptLine, course: Course): string {
  const { hearing } = course;
  const heard = hearing.speech ?? '(nothing)';
  switch (line.verb) {
    case 'alexa': {
      if (!course.told && saysTheSame(line.text, heard)) {
        course.told = true;
        return line.raw;
      }
      fault(
        course,
        line,
        `"${line.text}"`,
        `heard (as ${hearing.intent || 'nobody spoke'}): "${course.told ? '(nothing more)' : heard}"`,
      );
      course.told = true;
      return `alexa  ${heard}`;
    }
    case 'card': {
      const card = hearing.card ?? '(none)';
      if (saysTheSame(line.text, card)) return line.raw;
      fault(course, line, `the card "${line.text}"`, `it is "${card}"`);
      return `card   ${card}`;
    }
    case 'ends':
      if (hearing.ended) return line.raw;
      fault(course, line, 'the session to end', `it is open, in "${hearing.state}"`);
      return '';
    default:
      if (hearing.state === line.text) return line.raw;
      fault(course, line, `the state "${line.text}"`, `it is "${hearing.state}"`);
      return `state  ${hearing.state}`;
  }
}

async function act(line: ScriptLine, { echo }: Course): Promise<Happening[]> {
  switch (line.verb) {
    case 'you':
      return echo.say(line.text);
    case 'silence':
      return echo.silence();
    case 'device':
      return echo.use({ deviceKind: line.text === 'echo-show' ? 'echo-show' : 'echo-dot' });
    case 'audio':
      echo.breakAudio();
      return [];
    case 'rings':
      return echo.ring();
    case 'lateEnd':
    case 'person':
    case 'zone':
    case 'permission':
    case 'service':
      return obeyed(line, echo);
    default: {
      const ms = durationOf(line.text);
      if (ms === null) throw new Error(`line ${line.number}: "${line.text}" is no length of time`);
      return echo.wait(ms);
    }
  }
}

/** A line that stands for a command of the terminal. */
async function obeyed({ verb, text, number }: ScriptLine, echo: Echo): Promise<Happening[]> {
  const happenings = await obey(`:${verb} ${text}`, echo);
  if (!happenings) throw new Error(`line ${number}: no ${verb} is "${text}"`);
  return happenings;
}

const EXPECTATIONS = new Set(['alexa', 'card', 'ends', 'state']);
/** Said about the whole conversation, before it begins. */
const HEADERS = new Set(['', 'seed', 'form', 'way']);

async function step(line: ScriptLine, course: Course): Promise<void> {
  if (HEADERS.has(line.verb)) {
    course.written.push(line.raw);
    return;
  }
  if (EXPECTATIONS.has(line.verb)) {
    const written = check(line, course);
    if (written !== '') course.written.push(written);
    return;
  }
  course.written.push(line.raw);
  const before = course.exchanges.length;
  const happenings = await act(line, course);
  if (line.verb === 'you') course.said.push({ happenings, exchanges: course.exchanges.slice(before) });
  // Time that passes without anything happening leaves the last answer to be looked at.
  if (happenings.length > 0 || line.verb === 'you' || line.verb === 'silence' || line.verb === 'rings') {
    course.hearing = heardFrom(happenings, course.hearing);
    course.told = false;
  }
}

function headersOf({ lines }: Script): Pick<Composition, 'seed' | 'screeningForm' | 'strict' | 'wary'> {
  const value = (verb: string) => lines.find((line) => line.verb === verb)?.text;
  const seed = Number(value('seed'));
  const named = value('way');
  const way = named === undefined ? {} : wayIn(named);
  if (!way) throw new Error(`no way of understanding is "${named}": strict, wary or wary 7`);
  return { ...(seed ? { seed } : {}), ...(value('form') === 'read' ? { screeningForm: 'read' } : {}), ...way };
}

/** Plays a script through the device and the skill, from an empty memory. */
export async function replay(text: string, how: Composition = {}): Promise<Replay> {
  const script = readScript(text);
  const exchanges: Exchange[] = [];
  const startMs = Date.parse('2026-01-05T09:00:00Z');
  const watch = (request: unknown, response: unknown) => exchanges.push({ request, response });
  const echo = talkingEcho({ startMs, watch, everySentence: true, ...headersOf(script), ...how });
  const course: Course = { echo, hearing: NOTHING, faults: [], exchanges, said: [], written: [], told: false };
  for (const line of script.lines) await step(line, course);
  return {
    title: script.title,
    faults: course.faults,
    exchanges,
    said: course.said,
    rewritten: [script.title, ...course.written].join('\n'),
  };
}

/** The locale a transcript is spoken in: the name of its folder. */
export function localeOf(path: string): string {
  return /([a-z]{2}-[A-Z]{2})[\\/][^\\/]*$/.exec(path)?.[1] ?? 'en-US';
}

async function replayFile(path: string, rewrite: boolean, way: Way): Promise<boolean> {
  const { title, faults, rewritten } = await replay(readFileSync(path, 'utf8'), { locale: localeOf(path), ...way });
  process.stdout.write(`${faults.length === 0 ? 'as written' : 'otherwise '}  ${title}  (${path})\n`);
  for (const fault of faults) process.stdout.write(`  ${fault}\n`);
  if (rewrite && faults.length > 0) writeFileSync(path, rewritten);
  return faults.length === 0 || rewrite;
}

/** `tsx simulator/transcript.ts [--rewrite] [--strict | --wary[=SEED]] FILE...` */
async function main(args: string[]): Promise<void> {
  const ways = args.map((argument) => wayIn(argument.replace(/^--/, '')));
  const way = ways.find((one) => one !== null) ?? {};
  const paths = args.filter((argument, at) => argument !== '--rewrite' && ways[at] === null);
  for (const path of paths) {
    if (!(await replayFile(path, args.includes('--rewrite'), way))) process.exitCode = 1;
  }
}

if (require.main === module) void main(process.argv.slice(2));
