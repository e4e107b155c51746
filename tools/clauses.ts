// Clauses by what they tell: what the second opinion on symptoms is learnt from (lambda/listening/suspicion.ts).

import { symptoms, topics } from '../content';
import type { Language } from '../content/languages';
import type { Clauses, Phrases } from '../content/phrases';
import type { Parts } from '../content/template';
import { classOf, NONE } from '../lambda/listening/suspicion';
import type { Vocabulary } from '../lambda/listening/vocabulary';
import { chanceFrom } from './chance';

/** Sentences by what they tell: the ways of asking by topic, or clauses by symptom. */
export type Wordings = readonly (readonly [string, readonly string[]])[];

/** How many sentences are drawn from a template of clauses.txt, and of phrases.txt. */
const CLAUSES = 20;
const PHRASES = 3;

/** Intents that tell of the body, or of what was told of it. */
const OF_THE_BODY = ['ReportSymptomIntent', 'TooMuchIntent', 'GoneIntent', 'StillThereIntent', 'SomewhatIntent'];

const TOKEN = /[()[\]|&]|<[^>]+>|[^()[\]|&<]+/g;

/** Draws one sentence from a template; all of them would be a million. */
export function drawn(template: string, parts: Parts, chance: () => number): string {
  const tokens = template.match(TOKEN) ?? [];
  let at = 0;
  const choice = (): string => {
    const all = [sequence()];
    while (tokens[at] === '|' || tokens[at] === '&') {
      at++;
      all.push(sequence());
    }
    return all[Math.floor(chance() * all.length)] ?? '';
  };
  const inBrackets = (isTaken: boolean): string => {
    const said = choice();
    at++;
    return isTaken ? said : '';
  };
  const sequence = (): string => {
    let said = '';
    for (let token = tokens[at]; token !== undefined && !'|&)]'.includes(token); token = tokens[at]) {
      at++;
      if (token === '(' || token === '[') said += inBrackets(token === '(' || chance() < 0.5);
      else said += token.startsWith('<') ? drawn(partNamed(token.slice(1, -1), parts), parts, chance) : token;
    }
    return said;
  };
  return choice()
    .replace(/\{\w+\}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function partNamed(name: string, parts: Parts): string {
  const template = parts[name];
  if (template === undefined) throw new Error(`No shared piece of clauses is called ${name}`);
  return template;
}

/** What a language has that tells of symptoms, by class, and what tells of none: the same words give the same clauses. */
export function clausesOf({ names, questions }: Language, clauses: Clauses, { phrases, parts }: Phrases): Wordings {
  const chance = chanceFrom(11);
  const { symptoms: listed, harmless } = names as unknown as Vocabulary;
  const draw = (templates: readonly string[], times: number, parts: Parts) =>
    templates.flatMap((template) => Array.from({ length: times }, () => drawn(template, parts, chance)));
  const classes = new Map<string, string[]>([[NONE, []]]);
  const add = (name: string, said: readonly string[]) => classes.set(name, [...(classes.get(name) ?? []), ...said]);
  for (const table of [listed, clauses.symptoms]) {
    for (const [id, said] of Object.entries(table)) {
      const symptom = symptoms[id];
      if (symptom) add(classOf(symptom), table === listed ? said : draw(said, CLAUSES, clauses.parts));
    }
  }
  add(NONE, [...harmless, ...draw(clauses.harmless, CLAUSES, clauses.parts)]);
  for (const [id, { asked }] of Object.entries(questions.topics)) {
    // Who asks when to see somebody may name a symptom.
    if (topics[id]?.about !== 'see-someone') add(NONE, asked);
  }
  for (const [intent, templates] of Object.entries(phrases)) {
    if (!OF_THE_BODY.includes(intent)) add(NONE, draw(templates, PHRASES, parts));
  }
  return [...classes].map(([name, said]) => [name, [...new Set(said.map((one) => asKept(one, chance)))]]);
}

/** How many sentences come without their first word, which the name of an intent keeps: "my", "i", "the". */
const WITHOUT_FIRST = 0.25;

const asKept = (said: string, chance: () => number): string =>
  chance() < WITHOUT_FIRST && said.split(' ').length > 3 ? said.slice(said.indexOf(' ') + 1) : said;
