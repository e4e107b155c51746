// Makes the tables that the model is made of, and those it is tried with, of the text files of a language.

import intents from './intents.json';
import {
  faultAt,
  HEAD,
  itemsOf,
  type Line,
  type Reader,
  refuseOthers,
  refuseUnknown,
  type Section,
  sectionsIn,
} from './lines';
import redFlags from './red-flags.json';
import { type Parts, partsIn } from './template';

/** What the model is made of: the templates of each intent, and the pieces that they share. */
export interface Phrases {
  phrases: Record<string, string[]>;
  parts: Parts;
}

/** The templates in a folder; `known` are pieces that they may name besides its own, `ids` the intents. */
export function phrasesIn(
  read: Reader,
  known: Parts = {},
  ids: readonly string[] = intents.intents.map(({ alexa }) => alexa),
): Phrases {
  const { templates, parts } = templatesIn('phrases.txt', read, known);
  return { phrases: templates(Object.fromEntries(ids.map((id) => [id, true])), 'intent'), parts };
}

/** What is said of symptoms without their names, by symptom, and what is harmless. */
export interface Clauses {
  symptoms: Record<string, string[]>;
  harmless: string[];
  parts: Parts;
}

/** The templates of clauses in a folder. */
export function clausesOf(read: Reader): Clauses {
  const { templates, parts } = templatesIn('clauses.txt', read, {});
  const { harmless = [], ...symptoms } = templates({ ...redFlags.symptoms, harmless: true }, 'symptom');
  return { symptoms, harmless, parts };
}

/** The templates of a file by heading, and the pieces below its heading "parts". */
function templatesIn(file: string, read: Reader, known: Parts) {
  const { [HEAD]: above, parts: shared, ...sections } = sectionsIn(read, file);
  refuseOthers(above, [], 'none');
  refuseOthers(shared, Object.keys(shared?.values ?? {}), 'none');
  for (const section of Object.values(sections)) refuseOthers(section, [], 'lines');
  const parts = Object.fromEntries(Object.entries(shared?.values ?? {}).map(([name, { text }]) => [name, text]));
  const below = ({ lines }: Section) =>
    lines.flatMap((line) => itemsOf(line).map((template) => checkedAt(line, template, { ...known, ...parts })));
  const templates = (headings: object, what: string) => {
    refuseUnknown(sections, headings, what);
    return Object.fromEntries(Object.entries(sections).map(([id, one]) => [id, below(one)]));
  };
  return { templates, parts };
}

function checkedAt(line: Line, template: string, parts: Parts): string {
  const unknown = partsIn(template).find((name) => !Object.hasOwn(parts, name));
  if (unknown !== undefined) throw faultAt(line, `there is no piece <${unknown}>`);
  return template;
}

/** What a sentence should be understood as. */
export interface Example {
  intent: string;
  slots: Record<string, string>;
}

/** Sentences that people are known to say. */
export function examplesIn(read: Reader): Record<string, Example> {
  const { [HEAD]: head, ...others } = sectionsIn(read, 'examples.txt');
  refuseUnknown(others, {}, 'kind of example');
  return Object.fromEntries(head?.lines.map((line) => exampleOf(line)) ?? []);
}

/** `my arm is numb -> ReportSymptomIntent symptom=numb-limb` */
function exampleOf(line: Line): [string, Example] {
  const [said = '', meant] = line.text.split(' -> ');
  if (meant === undefined) throw faultAt(line, 'an example has no " -> "');
  const [intent = '', ...slots] = meant.split(/\s+(?=\w+=)/);
  const pairs = slots.map((slot) => [slot.slice(0, slot.indexOf('=')), slot.slice(slot.indexOf('=') + 1)]);
  return [said.trim(), { intent, slots: Object.fromEntries(pairs) as Record<string, string> }];
}
