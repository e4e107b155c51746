// Puts what each sentence reached beside what was meant, and counts.

import type { Kept, Profiled, Saved } from './kept';
import type { Reached } from './meaning';

/** A sentence with what became of it. */
export interface Row extends Kept, Reached {
  /** Whether the model says exactly this, without free words. */
  isSample: boolean;
  considered: string[];
}

const SYMPTOM = 'reportedSymptom';

/** Events that may begin a press, go on with one or pass a question: none may come of a sentence with a symptom. */
const GOING: ReadonlySet<string> = new Set([
  ...['saidYes', 'wasReady', 'wantedNext', 'resumed', 'wantedMore'],
  ...['saidStart', 'triedToStart', 'startedOver', 'askedForRoutine'],
]);

/** What is wanted of sentences that the model holds word for word, and of others. */
const WANTED = { samples: 99, others: 90 };

/** The kept sentences that were answered, each with what it became. */
export function rowsOf(
  kept: readonly Kept[],
  saved: readonly Saved[],
  read: (answer: Profiled) => Reached,
  isSample: (sentence: string) => boolean,
): Row[] {
  const answers = new Map(saved.map(({ sentence, answer }) => [sentence, answer]));
  return kept.flatMap((one) => {
    const answer = answers.get(one.sentence);
    if (!answer) return [];
    const considered = (answer.consideredIntents ?? []).map(({ name }) => name ?? '?');
    return [{ ...one, ...read(answer), isSample: isSample(one.sentence), considered }];
  });
}

const isRight = ({ meant, event }: Row): boolean => meant.includes(event);
const hasSymptom = ({ meant }: Row): boolean => meant.includes(SYMPTOM);

/** Sentences with a symptom that were taken for a word to go on: the one thing that may never be. */
export const takenForGo = (rows: readonly Row[]): Row[] =>
  rows.filter((row) => hasSymptom(row) && GOING.has(row.event));

/** Sentences with a symptom whose words reach the skill no more: the place is kept, and nobody is asked. */
const lost = (rows: readonly Row[]): Row[] =>
  rows.filter((row) => hasSymptom(row) && (row.intent === 'AMAZON.FallbackIntent' || row.intent === '(none)'));

/** Everything that is to be told of the rows, line by line. */
export function reportOf(rows: readonly Row[]): string[] {
  const wrong = rows.filter((row) => !isRight(row));
  return [
    ...tableOf(rows),
    ...totalsOf(rows),
    ...(wrong.length > 0 ? ['', 'Went wrong:', ...wrong.map(toldWrong)] : []),
    '',
    verdict('Symptoms taken for a word to go on', takenForGo(rows)),
    verdict('Symptoms lost to Fallback', lost(rows)),
  ];
}

function tableOf(rows: readonly Row[]): string[] {
  const width = (texts: string[]) => Math.max(...texts.map((text) => text.length));
  const [sentences, intents] = [width(rows.map(({ sentence }) => sentence)), width(rows.map(({ intent }) => intent))];
  return kindsOf(rows).flatMap((kind) => [
    '',
    kind,
    ...rows
      .filter((row) => row.kind === kind)
      .map((row) => {
        const meant = isRight(row) ? '' : `, meant ${row.meant.join(' or ')}`;
        const start = `  ${isRight(row) ? 'ok ' : 'RED'}  ${row.sentence.padEnd(sentences)}  `;
        return `${start}${row.intent.padEnd(intents)}  ${row.event}${meant}`;
      }),
  ]);
}

function totalsOf(rows: readonly Row[]): string[] {
  const total = (name: string, some: readonly Row[], wanted?: number) => {
    const right = some.filter(isRight).length;
    const share = some.length === 0 ? '' : `${((100 * right) / some.length).toFixed(0).padStart(4)} %`;
    return `  ${name.padEnd(34)}${String(right).padStart(4)} of ${String(some.length).padStart(3)}${share}${wanted ? `, wanted ${wanted} %` : ''}`;
  };
  return [
    '',
    'Right',
    ...kindsOf(rows).map((kind) =>
      total(
        kind,
        rows.filter((row) => row.kind === kind),
      ),
    ),
    total('all', rows),
    total(
      'of these, samples word for word',
      rows.filter(({ isSample }) => isSample),
      WANTED.samples,
    ),
    total(
      'of these, in other words',
      rows.filter(({ isSample }) => !isSample),
      WANTED.others,
    ),
  ];
}

const kindsOf = (rows: readonly Row[]): string[] => [...new Set(rows.map(({ kind }) => kind))];

const toldWrong = ({ sentence, intent, event, meant, considered }: Row): string =>
  `  "${sentence}": ${intent} (${event}) in place of ${meant.join(' or ')}${considered.length > 0 ? `; also considered: ${considered.join(', ')}` : ''}`;

const verdict = (what: string, some: readonly Row[]): string =>
  some.length === 0
    ? `${what}: none.`
    : `${what}: ${some.length}, and none may be: ${some.map(({ sentence }) => `"${sentence}"`).join(', ')}`;
