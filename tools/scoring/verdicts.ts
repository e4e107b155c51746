// Judges whether a sentence was heard as it should be.

import { outside, topics } from '../../content';
import intentTable from '../../content/intents.json';
import type { Event } from '../../lambda/dialogue/event';
import { OUTCOME_CLASSES, type SymptomRow } from '../../lambda/domain/symptom';
import type { Answer, Paraphrase, Question, Statement } from './sets';
import type { Heard } from './ways';

/**
 * `taken`: as an answer or a command, not as a question. `lost`: nothing was understood; during a press that releases.
 */
export type QuestionVerdict = 'right' | 'wrong' | 'declined' | 'lost' | 'alarm' | 'asked' | 'taken';
/** `other`: as a symptom of another row. `asked`: one short question first. `eased`: released as too much pressure. */
export type StatementVerdict = 'caught' | 'other' | 'asked' | 'eased' | 'lost' | 'missed';
export type HarmlessVerdict = 'quiet' | 'alarm' | 'asked' | 'eased';
export type SupposedVerdict = 'right' | 'reported' | 'wrong' | 'lost' | 'declined';

/** Where a declined question may end up. */
const DECLINES = new Set(['decline', 'diagnosis', 'other-body-parts', 'unrelated', ...outside]);

/** Events that answer a topic without asking the bank. */
const ANSWERED_BY: Partial<Record<Event['type'], string[]>> = {
  askedPostureTips: ['posture-tips'],
  askedHelp: ['what-can-you-do', 'commands'],
};

/** Answers that serve a listener who only supposes a symptom, besides all that tell when to see someone. */
const SERVING = new Set(['when-to-stop', 'how-it-should-feel', 'bruise-afterwards', 'sore-afterwards']);

/** The classes of outcome that symptoms are counted by; `eased` is waited for. */
export const CLASSES = [...OUTCOME_CLASSES, 'eased'] as const;
export type SymptomClass = (typeof CLASSES)[number];

const CLASS_OF: Record<SymptomRow, SymptomClass> = {
  emergency: 'E',
  saddle: 'E',
  'numb-both': 'E',
  'weak-both': 'E',
  numb: 'D',
  weak: 'D',
  ill: 'D',
  injury: 'D',
  standing: 'C',
  skin: 'M',
  dizzy: 'eased',
  sharp: 'eased',
};

/** The class of what a sentence plainly says. */
export function classOf({ rows: [plainest] }: Statement): SymptomClass | null {
  return plainest ? CLASS_OF[plainest] : null;
}

/** Whether a yes to the question about some rows leads to what the plainest of others leads to, or to what is graver. */
function isAsGrave(asked: readonly SymptomRow[], [plainest]: readonly SymptomRow[]): boolean {
  const gravity = (row: SymptomRow) => CLASSES.indexOf(CLASS_OF[row]);
  return plainest !== undefined && asked.some((row) => gravity(row) <= gravity(plainest));
}

export const isOutOfScope = ({ expect }: Question): boolean =>
  expect.includes('decline') || expect.every((topic) => DECLINES.has(topic));

/**
 * What the sets may call a topic, or a part of it that has become a topic of its own since: the topics that answer it
 * as well.
 */
const ALSO_ANSWERED_BY: Readonly<Record<string, string[]>> = {
  'which-method': ['steps'],
  'sport-and-warm-up': ['can-i-work-out'],
  'partner-how': ['direction-of-strokes'],
  'session-length': ['how-long-a-session'],
  help: ['commands', 'what-can-you-do'],
  'how-long-to-warm': ['heat-how-long'],
  'cold-and-inflammation': ['why-cold'],
};

/** Whether a topic is one that a question expects: an exercise's name stands for all that is answered about it. */
function isExpected(topic: string, { expect }: Question): boolean {
  const [kind, exercise] = topic.split('.');
  if (kind === 'exercise' && exercise && expect.includes(exercise)) return true;
  return expect.some((one) => one === topic || ALSO_ANSWERED_BY[one]?.includes(topic));
}

/** The topic that would be answered; null when the question is declined. */
function answered(event: Event | null): string | null {
  if (event?.type !== 'askedQuestion') return null;
  const { nearness, topics } = event.found;
  return nearness === 'meant' || nearness === 'likely' ? (topics[0] ?? null) : null;
}

const isLost = (event: Event | null): boolean => event === null || event.type === 'notUnderstood';

export function judgeQuestion(question: Question, { event }: Heard): QuestionVerdict {
  if (event === null || isLost(event)) return 'lost';
  if (event.type === 'reportedSymptom' || event.type === 'saidTooMuch') return 'alarm';
  if (event.type === 'askedAboutSymptom') return 'asked';
  if (event.type !== 'askedQuestion') {
    return ANSWERED_BY[event.type]?.some((topic) => isExpected(topic, question)) ? 'right' : 'taken';
  }
  const topic = answered(event);
  if (topic === null || (DECLINES.has(topic) && !isExpected(topic, question))) return 'declined';
  if (!isExpected(topic, question)) return 'wrong';
  return isOutOfScope(question) && DECLINES.has(topic) ? 'declined' : 'right';
}

export function judgeStatement({ rows }: Statement, { event }: Heard): StatementVerdict {
  if (event === null || isLost(event)) return 'lost';
  const isRead = (read: readonly SymptomRow[]) => read.some((row) => rows.includes(row));
  switch (event.type) {
    case 'reportedSymptom':
      return isRead(event.rows) ? 'caught' : 'other';
    case 'askedAboutSymptom':
      return isRead(event.rows) || isAsGrave(event.rows, rows) ? 'asked' : 'missed';
    case 'saidTooMuch':
      return 'eased';
    default:
      return 'missed';
  }
}

export function judgeHarmless({ event }: Heard): HarmlessVerdict {
  if (event?.type === 'reportedSymptom') return 'alarm';
  if (event?.type === 'askedAboutSymptom') return 'asked';
  return event?.type === 'saidTooMuch' ? 'eased' : 'quiet';
}

export function judgeSupposed({ rows }: Statement, { event }: Heard): SupposedVerdict {
  if (event === null || isLost(event)) return 'lost';
  if (event.type === 'askedAboutSymptom') return event.rows.some((row) => rows.includes(row)) ? 'right' : 'wrong';
  if (event.type === 'reportedSymptom' || event.type === 'saidTooMuch') return 'reported';
  const topic = answered(event);
  if (topic === null) return event.type === 'askedQuestion' ? 'declined' : 'wrong';
  return SERVING.has(topic) || topics[topic]?.about === 'see-someone' ? 'right' : 'wrong';
}

interface IntentRow {
  alexa: string;
  event: string;
  with?: Record<string, string>;
}

const INTENTS = intentTable.intents as IntentRow[];
const ASKING = INTENTS.filter(({ event }) => event === 'askedQuestion').map(({ alexa }) => alexa);

/** The intents that a paraphrase may reach, by name. */
const wanted = ({ intent }: Paraphrase): string[] => intent.flatMap((name) => (name === 'Ask' ? ASKING : [name]));

/** Whether a paraphrase reached an intent that means it. */
export function reaches(paraphrase: Paraphrase, { intent }: Heard): boolean {
  return wanted(paraphrase).includes(intent);
}

/** Whether the skill takes a paraphrase for what it means, through whichever intent it came. */
export function isMeant(paraphrase: Paraphrase, heard: Heard): boolean {
  const { event } = heard;
  if (reaches(paraphrase, heard)) return true;
  if (event === null || isLost(event)) return false;
  const rows = INTENTS.filter(({ alexa }) => wanted(paraphrase).includes(alexa));
  const said: Record<string, unknown> = { ...event };
  return rows.some(
    (row) => row.event === event.type && Object.entries(row.with ?? {}).every(([name, value]) => said[name] === value),
  );
}

/** Events that pass a health question. */
const PASSES: readonly Event['type'][] = ['saidNo', 'saidNone'];

/** What each meaning may be heard as: the same, or something that asks once more. */
const HEARD_AS: Readonly<Record<Exclude<Answer['means'], 'no'>, readonly Event['type'][]>> = {
  yes: ['saidYes', 'saidSomewhat', 'mixedAnswer', 'admitted', 'reportedSymptom'],
  notSure: ['wasNotSure'],
  qualified: ['saidQualifiedNo', 'saidVague', 'wasNotSure'],
  usual: ['saidAsUsual', 'saidVague', 'saidSomewhat'],
  admission: ['admitted', 'saidSomewhat', 'saidYes', 'saidVague', 'reportedSymptom'],
  vague: ['saidVague', 'notUnderstood', 'unclear'],
  report: ['reportedSymptom', 'askedAboutSymptom'],
};

/** `open`: something else than a no passes the question. `again`: it is asked once more, or leads elsewhere. */
export type AnswerVerdict = 'right' | 'open' | 'again';

export function judgeAnswer({ means }: Answer, event: Event | null): AnswerVerdict {
  const type = event?.type ?? 'notUnderstood';
  const passes = PASSES.includes(type);
  if (means === 'no') return passes ? 'right' : 'again';
  if (passes) return 'open';
  return HEARD_AS[means].includes(type) ? 'right' : 'again';
}
