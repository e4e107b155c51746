// Lays out the figures of one part to be read.

import type { Event } from '../../lambda/dialogue/event';
import type { Answer, Sets, Statement } from './sets';
import {
  CLASSES,
  classOf,
  isMeant,
  isOutOfScope,
  judgeAnswer,
  judgeHarmless,
  judgeQuestion,
  judgeStatement,
  judgeSupposed,
  reaches,
} from './verdicts';
import { endToEnd, hearAnswer, hearAnswerOnText, loosely, onRemainder, onText, type Way } from './ways';

/** Shown also when there are none: the rest is left out of the line. */
const ALWAYS = new Set(['right', 'wrong', 'declined', 'caught', 'missed', 'quiet', 'alarm', 'open']);

/** Counts verdicts, each with its share of all. */
function counted(verdicts: readonly string[], names: Readonly<Record<string, string>>): string {
  const count = (verdict: string) => verdicts.filter((one) => one === verdict).length;
  const shown = Object.entries(names).filter(([verdict]) => ALWAYS.has(verdict) || count(verdict) > 0);
  return shown.map(([verdict, name]) => `${name} ${figure(count(verdict), verdicts.length)}`).join(' · ');
}

function figure(count: number, all: number): string {
  return all === 0 ? '-' : `${count} (${((100 * count) / all).toFixed(1)} %)`;
}

const QUESTION = {
  right: 'right',
  wrong: 'wrong',
  declined: 'declined',
  lost: 'fell to fallback',
  alarm: 'false alarm',
  asked: 'asked back',
  taken: 'taken for something else',
};
const OUT_OF_SCOPE = {
  declined: 'declined',
  lost: 'fell to fallback',
  wrong: 'wrongly answered',
  right: 'answered acceptably',
  alarm: 'false alarm',
  asked: 'asked back',
  taken: 'taken for something else',
};
const STATEMENT = {
  caught: 'caught',
  other: 'as another row',
  asked: 'asked back',
  eased: 'as too much',
  lost: 'fell to fallback',
  missed: 'missed',
};
const HARMLESS = { quiet: 'left alone', alarm: 'false alarm', eased: 'as too much', asked: 'asked back' };
const SUPPOSED = {
  right: 'right',
  reported: 'taken as a report',
  wrong: 'wrong',
  lost: 'fell to fallback',
  declined: 'declined',
};

const plainly = (statements: readonly Statement[]) =>
  statements.filter(({ rows, supposed }) => rows.length > 0 && !supposed);

function questionLines({ questions }: Sets, way: Way): string[] {
  const inScope = questions.filter((question) => !isOutOfScope(question));
  const outOfScope = questions.filter(isOutOfScope);
  const judged = (some: Sets['questions']) => some.map((question) => judgeQuestion(question, way.hear(question.said)));
  return [
    `  answerable (${inScope.length}): ${counted(judged(inScope), QUESTION)}`,
    `  out of scope (${outOfScope.length}): ${counted(judged(outOfScope), OUT_OF_SCOPE)}`,
  ];
}

function symptomLines({ statements }: Sets, way: Way): string[] {
  const lines = CLASSES.map((one) => {
    const ofClass = plainly(statements).filter((statement) => classOf(statement) === one);
    const verdicts = ofClass.map((statement) => judgeStatement(statement, way.hear(statement.said)));
    return `  symptoms ${one} (${ofClass.length}): ${counted(verdicts, STATEMENT)}`;
  });
  const harmless = statements.filter(({ rows }) => rows.length === 0);
  const supposed = statements.filter((statement) => statement.supposed);
  return [
    ...lines,
    `  harmless (${harmless.length}): ${counted(
      harmless.map(({ said }) => judgeHarmless(way.hear(said))),
      HARMLESS,
    )}`,
    `  supposed (${supposed.length}): ${counted(
      supposed.map((one) => judgeSupposed(one, way.hear(one.said))),
      SUPPOSED,
    )}`,
  ];
}

function paraphraseLines({ paraphrases }: Sets): string[] {
  const all = paraphrases.length;
  const right = (judge: typeof isMeant, way: Way) =>
    figure(paraphrases.filter((one) => judge(one, way.hear(one.said))).length, all);
  const both = (judge: typeof isMeant) => `loose ${right(judge, loosely)} · strict ${right(judge, endToEnd)}`;
  return [
    `paraphrases (${all})`,
    `  right intent: ${both(reaches)}`,
    `  right meaning, by any intent: ${both(isMeant)}`,
  ];
}

const ANSWER = { right: 'right', again: 'asked once more or taken otherwise', open: 'passes although it is no no' };

function answerLines({ answers }: Sets): string[] {
  const noes = answers.filter(({ means }) => means === 'no');
  const others = answers.filter(({ means }) => means !== 'no');
  const ways: [string, (one: Answer) => Event | null][] = [
    ['on the text', hearAnswerOnText],
    ['loose', (one) => hearAnswer(one, false)],
    ['strict', (one) => hearAnswer(one, true)],
  ];
  return [
    `answers to a health question (${answers.length})`,
    ...ways.flatMap(([name, hear]) => {
      const verdicts = (some: Sets['answers']) => some.map((one) => judgeAnswer(one, hear(one)));
      return [
        `  ${name}, clear noes (${noes.length}): ${counted(verdicts(noes), ANSWER)}`,
        `  ${name}, others (${others.length}): ${counted(verdicts(others), ANSWER)}`,
      ];
    }),
    ...Object.entries(grouped(noes, ({ at }) => at)).map(([at, some]) => {
      const right = some.filter((one) => judgeAnswer(one, hearAnswerOnText(one)) === 'right').length;
      return `  on the text, clear noes at ${at}: ${figure(right, some.length)}`;
    }),
  ];
}

/** How each kind of speaker is heard on the text: symptoms that are heard or asked about, noes that are a no. */
function speakerLines({ statements, answers }: Sets): string[] {
  const told = grouped(plainly(statements), ({ by }) => by ?? '');
  const noes = grouped(
    answers.filter(({ means }) => means === 'no'),
    ({ by }) => by ?? '',
  );
  const isHeard = (one: Statement) => judgeStatement(one, onText.hear(one.said)) !== 'missed';
  const isNo = (one: Answer) => judgeAnswer(one, hearAnswerOnText(one)) === 'right';
  const speakers = [...new Set([...Object.keys(told), ...Object.keys(noes)])].filter((by) => by !== '').sort();
  return [
    'kinds of speaker, on the text: symptoms heard or asked about · clear noes heard as a no',
    ...speakers.map((by) => {
      const [symptoms = [], denied = []] = [told[by], noes[by]];
      const heard = figure(symptoms.filter(isHeard).length, symptoms.length);
      return `  ${by}: ${heard} · ${figure(denied.filter(isNo).length, denied.length)}`;
    }),
  ];
}

function grouped<One>(all: readonly One[], nameOf: (one: One) => string): Record<string, One[]> {
  const groups: Record<string, One[]> = {};
  for (const one of all) groups[nameOf(one)] = [...(groups[nameOf(one)] ?? []), one];
  return groups;
}

/** Everything that is counted of one part. */
export function scoresOf(sets: Sets): string[] {
  return [
    onText.name,
    ...questionLines(sets, onText),
    ...symptomLines(sets, onText),
    onRemainder.name,
    ...questionLines(sets, onRemainder),
    endToEnd.name,
    ...questionLines(sets, endToEnd),
    ...symptomLines(sets, endToEnd),
    ...paraphraseLines(sets),
    ...answerLines(sets),
    ...speakerLines(sets),
  ];
}
