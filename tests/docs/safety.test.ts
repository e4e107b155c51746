// Holds the safety specification, docs/safety.md, and docs/grounds.md against what the program asks, says and does.

import facts from '../../content/facts.json';
import { routineTables, questions as tables } from '../../content/index';
import exerciseWords from '../../content/languages/en/exercises.json';
import prompts from '../../content/languages/en/prompts.json';
import redFlags from '../../content/red-flags.json';
import type { Stretch } from '../../lambda/domain/exercise';
import type { QuestionId } from '../../lambda/domain/healthQuestions';
import { SYMPTOM_ROWS, type SymptomRow } from '../../lambda/domain/symptom';
import { type Cell, type Column, cellFor, mostUrgentOf } from '../../lambda/domain/symptomTable';
import { citedAnswers } from '../../tools/answers';
import { ALL, ON_RETURN } from '../support/health-questions';
import type { Listener, Said } from '../support/listener';
import { askedTo } from '../support/reaching';
import { nameIn, namesIn, tableOf } from './page';

const PAGE = 'docs/safety.md';
const sentences: Record<string, string | string[]> = { ...prompts, ...exerciseWords };
const QUESTIONS = Object.keys(tables) as QuestionId[];

describe('the health questions', () => {
  const rows = tableOf(PAGE, 'The health questions');

  test('are asked in these words, in this order, and a yes has this class', () => {
    const onPage = rows.map(([question = '', asked, outcome]) => [nameIn(question), asked, outcome]);
    const built = QUESTIONS.map((id) => [id, sentences[`screening.${id}.ask`], tables[id].onYes]);
    expect(onPage).toEqual(built);
  });

  test('rest on these facts and anchors, and each anchor is explained', () => {
    const listed = (cell: string | undefined) => (cell === '–' ? [] : cell?.split(' '));
    const onPage = rows.map(([, , , anchors, facts]) => ({ anchors: listed(anchors), facts: listed(facts) }));
    const built = Object.values(redFlags.questions).map(({ anchors, sources }) => ({ anchors, facts: sources }));
    expect(onPage).toEqual(built);
    const explained = tableOf(PAGE, 'Anchors').map(([anchor]) => anchor);
    const used = [...Object.values(redFlags.questions), ...Object.values(redFlags.symptoms)].flatMap(
      (row) => row.anchors,
    );
    expect(used.filter((anchor) => !explained.includes(anchor))).toEqual([]);
  });

  test('are explained in these words', () => {
    const onPage = tableOf(PAGE, 'Explanations').map(([question = '', text]) => [nameIn(question), text]);
    expect(onPage).toEqual(QUESTIONS.map((id) => [id, sentences[`screening.${id}.explain`]]));
  });
});

test('the outcome lines are said word for word, and none is missing on the page', () => {
  const rows = tableOf(PAGE, 'Outcome lines').map(([key = '', line]) => [nameIn(key), line] as const);
  for (const [key, line] of rows) expect([key, sentences[key]]).toEqual([key, line]);
  const built = Object.keys(prompts).filter((key) => key.startsWith('outcome.'));
  expect(built.filter((key) => !rows.some(([onPage]) => onPage === key))).toEqual([]);
});

describe('the symptom table', () => {
  const COLUMNS: Column[] = ['screening', 'touching', 'stretching', 'between', 'after'];
  const CELLS: Record<string, Cell> = {
    E: 'E',
    D: 'D',
    C: 'C',
    M: 'M',
    'D, both sides?': 'askBothSides',
    'quiet minute': 'ease',
    'q6 again': 'askSevere',
    'where?': 'askWhere',
    noted: 'note',
    'safety net': 'net',
  };
  const rows = tableOf(PAGE, 'The symptom table').map(([row = '', , ...cells]) => ({
    row: nameIn(row) as SymptomRow,
    cells: cells.map((cell) => CELLS[cell] ?? `unknown: ${cell}`),
  }));

  test('has every row, and every cell is what the program does', () => {
    expect(rows.map(({ row }) => row).sort()).toEqual([...SYMPTOM_ROWS].sort());
    for (const { row, cells } of rows)
      expect([row, ...cells]).toEqual([row, ...COLUMNS.map((column) => cellFor(row, column))]);
  });

  test('stands in the order that decides between reports that stop the same', () => {
    const stopsTheSame = (one: SymptomRow, other: SymptomRow, column: Column) =>
      cellFor(one, column) === cellFor(other, column);
    for (const [index, { row }] of rows.entries())
      for (const { row: lower } of rows.slice(index + 1))
        for (const column of COLUMNS.filter((when) => stopsTheSame(row, lower, when)))
          expect([row, lower, column, mostUrgentOf([lower, row], column)]).toEqual([row, lower, column, row]);
  });
});

describe.each(tableOf(PAGE, 'Answers to a health question'))(
  'at a health question: %s',
  (_answer, heardAs, ...times) => {
    const said: Record<string, Said> = {
      gaveNumber: { type: 'gaveNumber', number: 4 },
      saidStart: { type: 'saidStart', word: true },
      chose: { type: 'chose', wishes: { tool: 'ball' } },
      askedForRoutine: { type: 'askedForRoutine', wishes: { region: 'upper' } },
      denied: { type: 'denied', of: 'all', manner: 'plain' },
    };
    const ways = namesIn(heardAs ?? '');
    // The skin question follows the same rows with another question before and after it. At R0 and R4 a doubt is a yes.
    const asked = QUESTIONS.filter((id) => id !== 'q9' && id !== 'r0' && id !== 'r4');

    test.each(ways)('heard as %s', (way) => {
      expect(times).toHaveLength(3);
      for (const question of asked) {
        const listener = askedTo(question);
        for (const cell of times.filter((time) => time !== '–')) {
          listener.says(said[way] ?? (way as Said));
          holds(listener, question, cell);
        }
      }
    });
  },
);

/** One cell of the table of answers: what is said first, and what follows. */
function holds(listener: Listener, question: QuestionId, cell: string): void {
  const keys = namesIn(cell).map((key) => key.replace('<q>', question));
  const then = cell.replace(/`[^`]+`/g, '').trim();
  const { says, asks } = listener.heard();
  const spoken = says.map(({ key }) => key);
  const order: readonly QuestionId[] = question === 'r3' ? ON_RETURN : ALL.slice(0, 8);
  const place = order.indexOf(question);
  if (keys.length > 0) expect([question, ...spoken]).toEqual([question, ...keys]);
  switch (then) {
    case 'asked again':
      expect(asks?.key).toBe(`screening.${question}.ask`);
      expect(spoken).toEqual(keys);
      expect(listener.now.noes).not.toContain(question);
      break;
    case 'closed question':
    case 'new or worse?':
      expect(asks?.key).toBe(then === 'closed question' ? `screening.${question}.sure` : 'screening.new');
      expect(spoken).toEqual(keys);
      expect(listener.now.noes).not.toContain(question);
      break;
    case 'next question':
      expect(asks?.key).toBe(question === 'q8' ? 'recap.ask' : `screening.${order[place + 1]}.ask`);
      expect(listener.now.noes).toContain(question);
      break;
    case 'previous question':
      expect(asks?.key).toBe(`screening.${order[Math.max(0, place - 1)]}.ask`);
      break;
    case 'outcome':
      expect(spoken[0]).toBe(`outcome.${tables[question].onYes}`);
      expect(listener.now.guideOff).toBe(true);
      break;
    case 'tips offered':
      expect(asks?.key).toBe('tips.offer');
      break;
    case 'ends':
      expect(asks).toBeNull();
      expect(listener.at).toBe('finished');
      break;
    default:
      throw new Error(`the page says "${then}", which this test does not know`);
  }
}

test('the doses are those of the exercises', () => {
  const onPage = tableOf(PAGE, 'Doses').map(([id = '', ...numbers]) => [nameIn(id), ...numbers.map(Number)]);
  const secondsOf = ({ form }: Stretch) =>
    form.kind === 'held' ? form.seconds : (form.reps * form.phases.reduce((sum, { ms }) => sum + ms, 0)) / 1000;
  const partsOf = ({ form, sided }: Stretch) =>
    (sided ? 2 : 1) * (form.kind === 'counted' ? Math.max(1, form.ways.length) : 1);
  const stretches = Object.values(routineTables.exercises.stretches);
  const built = stretches.map((one) => [one.id, Math.round(secondsOf(one)), partsOf(one), one.sets.least]);
  expect(onPage.sort()).toEqual(built.sort());
});

describe('what stands behind the answers', () => {
  const HEADINGS = ['Screening and session', 'Rules', 'Where the articles differ', 'Doses and technique'];
  const rows = HEADINGS.flatMap((heading) => tableOf('docs/grounds.md', heading));
  const known = new Set([...rows.map(([row]) => row), ...facts.map(({ id }) => id)]);

  test('is a fact, or a row that a reader can look up', () => {
    const cited = citedAnswers().flatMap(({ sources }) => sources.flat());
    expect(cited.length).toBeGreaterThan(500);
    expect([...new Set(cited)].filter((source) => !known.has(source))).toEqual([]);
  });

  test('rests on facts that exist', () => {
    const named = rows.flatMap((cells) => cells.join(' ').match(/\bF\d+\b/g) ?? []);
    expect(named.filter((fact) => !known.has(fact))).toEqual([]);
  });
});
