// Lists which sentence or rule carries each fact, and which fact that must be carried is not.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import citations from '../content/citations.json';
import facts from '../content/facts.json';
import { exercises, questions, symptoms } from '../content/index';
import { answerSentences } from '../content/questions';
import routines from '../content/routines.json';
import { citedAnswers } from './answers';

const ROOT = join(__dirname, '..');

export interface Citation {
  fact: string;
  /** A sentence address, a table row or a rule. */
  where: string;
  /** The words spoken, or the rule in one line. */
  text: string;
}

/** Every sentence of the base language; a file another hand has not written yet counts as empty. */
export function spokenSentences(language = 'en'): Record<string, string | string[]> {
  const fileOf = (name: string) => join(ROOT, 'content', 'languages', language, name);
  const read = (name: string) => (existsSync(fileOf(name)) ? JSON.parse(readFileSync(fileOf(name), 'utf8')) : {});
  return { ...read('prompts.json'), ...read('exercises.json'), ...answerSentences(read('answers.json')) };
}

/** A text cut into the sentences a listener hears. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!])\s+/).filter((sentence) => sentence !== '');
}

/**
 * The words at an address: `key`, or `key/2` for its second sentence; a sided key is addressed without its side.
 * Undefined when nothing is spoken there.
 */
export function textAt(address: string, spoken: Record<string, string | string[]>): string | undefined {
  const [key = '', number] = address.split('/');
  const found = spoken[key] ?? spoken[`${key}_left`];
  const text = Array.isArray(found) ? found[0] : found;
  if (text === undefined || number === undefined) return text;
  return sentencesOf(text)[Number(number) - 1];
}

function fromSentences(spoken: Record<string, string | string[]>): Citation[] {
  return Object.entries(citations.sentences).flatMap(([address, cited]) =>
    cited.map((fact) => ({ fact, where: address, text: textAt(address, spoken) ?? '(not written)' })),
  );
}

function fromRules(): Citation[] {
  return Object.entries(citations.rules).flatMap(([name, rule]) =>
    rule.sources.map((fact) => ({ fact, where: `rule ${name}`, text: `${rule.says} [${rule.test}]` })),
  );
}

function fromTables(): Citation[] {
  const all = [...Object.values(exercises.stretches), ...Object.values(exercises.presses), exercises.pin];
  const rows = [
    ...all.map((one) => ({ where: `exercise ${one.id}`, sources: one.sources })),
    ...Object.entries(routines).map(([name, block]) => ({ where: `routines ${name}`, sources: block.sources })),
    ...Object.values(questions).map((one) => ({ where: `question ${one.id}`, sources: one.sources })),
    ...Object.entries(symptoms).map(([id, one]) => ({ where: `symptom ${id}`, sources: one.sources })),
  ];
  return rows.flatMap(({ where, sources }) => sources.map((fact) => ({ fact, where, text: '' })));
}

/** What stands behind each sentence of the answers; rows of other tables than the facts' are left out. */
function answerCitations(): Citation[] {
  const spoken = spokenSentences();
  return citedAnswers().flatMap(({ key, sources }) => {
    const said = sentencesOf(String(spoken[key] ?? ''));
    return sources.flatMap((cited, index) =>
      cited
        .filter((source) => /^F\d/.test(source))
        .map((fact) => ({ fact, where: `${key}/${index + 1}`, text: said[index] ?? '(not written)' })),
    );
  });
}

/** Every citation there is. */
export function allCitations(): Citation[] {
  return [...fromSentences(spokenSentences()), ...fromRules(), ...fromTables(), ...answerCitations()];
}

/** Facts that must be spoken or enforced (R and S) and are not cited anywhere, and those no answer says (Q). */
export function uncitedFacts(): string[] {
  const cited = new Set(allCitations().map((one) => one.fact));
  const answered = new Set(answerCitations().map((one) => one.fact));
  const missing = ({ id, use }: { id: string; use: string }) =>
    use === 'Q' ? !answered.has(id) : (use === 'R' || use === 'S') && !cited.has(id);
  return facts.filter(missing).map(({ id }) => id);
}

function report(): string {
  const found = allCitations();
  const corrected: Record<string, string> = citations.corrected;
  const lines = facts.flatMap(({ id, use, fact }) => {
    const uses = found
      .filter((one) => one.fact === id)
      .map((one) => `    ${one.where}${one.text ? `: ${one.text}` : ''}`);
    const wording = corrected[id];
    if (wording !== undefined) uses.push(`    said instead: ${wording}`);
    return uses.length > 0 ? [`${id} ${use} ${fact}`, ...uses] : [];
  });
  const missing = uncitedFacts();
  const end = missing.length === 0 ? 'Every R, S and Q fact is cited.' : `Not cited: ${missing.join(', ')}`;
  return [...lines, '', end].join('\n');
}

if (require.main === module) {
  process.stdout.write(`${report()}\n`);
  process.exitCode = uncitedFacts().length === 0 ? 0 : 1;
}
