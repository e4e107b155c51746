// Lists the sentences of the open part that were not heard as they should be.

import type { Sets, Statement } from './sets';
import { isMeant, isOutOfScope, judgeHarmless, judgeQuestion, judgeStatement, judgeSupposed } from './verdicts';
import { endToEnd, type Heard, loosely, onRemainder, onText, type Way } from './ways';

/** What a sentence was heard as, in a few words. */
function account({ event, intent }: Heard): string {
  const through = intent === 'text' ? '' : `${intent} -> `;
  if (!event) return `${through}nothing`;
  if (event.type === 'reportedSymptom') return `${through}reported ${event.rows.join(' ')}`;
  if (event.type === 'askedAboutSymptom') return `${through}asked about ${event.rows.join(' ')}`;
  if (event.type !== 'askedQuestion') return `${through}${event.type}`;
  const { nearness, topics } = event.found;
  return `${through}${nearness} ${topics.slice(0, 2).join(' ')}`.trim();
}

function questionMisses({ questions }: Sets, way: Way): string[] {
  return questions.flatMap((question) => {
    const heard = way.hear(question.said);
    const verdict = judgeQuestion(question, heard);
    const good = isOutOfScope(question) ? ['right', 'declined', 'lost'] : ['right'];
    if (good.includes(verdict)) return [];
    return [`  ${verdict}: "${question.said}" wants ${question.expect.join(' ')}; ${account(heard)}`];
  });
}

function verdictOf(statement: Statement, heard: Heard): string {
  if (statement.rows.length === 0) return judgeHarmless(heard);
  return statement.supposed ? `supposed ${judgeSupposed(statement, heard)}` : judgeStatement(statement, heard);
}

function statementMisses({ statements }: Sets, way: Way): string[] {
  return statements.flatMap((statement) => {
    const heard = way.hear(statement.said);
    const verdict = verdictOf(statement, heard);
    if (['quiet', 'caught', 'supposed right'].includes(verdict)) return [];
    return [`  ${verdict}: "${statement.said}" wants ${statement.rows.join(' ') || 'nothing'}; ${account(heard)}`];
  });
}

function paraphraseMisses({ paraphrases }: Sets, way: Way): string[] {
  return paraphrases.flatMap((paraphrase) => {
    const heard = way.hear(paraphrase.said);
    if (isMeant(paraphrase, heard)) return [];
    return [`  "${paraphrase.said}" wants ${paraphrase.intent.join(' ')}; ${account(heard)}`];
  });
}

/** Every miss, way by way. */
export function missesOf(sets: Sets): string[] {
  return [
    ...[onText, onRemainder, endToEnd].flatMap((way) => [
      `questions missed, ${way.name}`,
      ...questionMisses(sets, way),
    ]),
    ...[onText, endToEnd].flatMap((way) => [`symptoms missed, ${way.name}`, ...statementMisses(sets, way)]),
    ...[loosely, endToEnd].flatMap((way) => [`paraphrases missed, ${way.name}`, ...paraphraseMisses(sets, way)]),
  ];
}
