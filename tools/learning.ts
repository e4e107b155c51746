// Learns from each language which words and letters tell of a topic or a symptom; run before the skill is.

import { join } from 'node:path';
import { locales } from '../content';
import {
  clausesIn,
  folderLanguages,
  keepLearnt,
  learntInFolder,
  markOfWords,
  phrasesOf,
  titlesIn,
} from '../content/languages';
import type { Learnt, Lessons } from '../content/learnt';
import type { Questions } from '../content/questions';
import type { Split } from '../content/writing';
import { hearingIn } from '../lambda/alexa/hearing';
import { questionSplitOf } from '../lambda/listening/askable';
import { ROWS, rowsOf, shareOfRow } from '../lambda/listening/guess';
import { chanceFrom } from './chance';
import { clausesOf, type Wordings } from './clauses';
import { askedByTopic, markOfSaid, saidByClass, saidIn } from './said';

/** How often all wordings are gone through, and how far the first of them moves a weight. */
const ROUNDS = 4;
const STEP = 0.5;
/** A topic that is as good as ruled out, or as good as found, moves nothing. */
const MOVED = 0.005;
/** The part of the weights that is kept, the greatest, and how many steps tell the greatest from nothing. */
const KEPT = 0.15;
/** Clauses fall into more rows, and fewer of their weights are kept: there are few classes, and each row tells more. */
const CLAUSES = { rowCount: 16_384, kept: 0.1 };
const STEPS = 31;
/** The few weights beyond this part of all are cut down to it, so that the steps are for the others. */
const ORDINARY = 0.9995;

/** One wording: its rows, and the place of its topic. */
interface Example {
  rows: readonly number[];
  topic: number;
}

/** The wordings of a language by topic; a title is one too. */
export function wordingsOf(titles: Readonly<Record<string, string>>, topics: Questions['topics']): Wordings {
  return Object.entries(topics).map(([id, { asked }]) => [id, [titles[id] ?? '', ...asked]]);
}

/** Learns from wordings by topic; the same wordings always teach the same. */
export function learn(wordings: Wordings, split?: Split, { rowCount, kept } = { rowCount: ROWS, kept: KEPT }): Learnt {
  const examples = wordings.flatMap(([, asked], topic) =>
    asked.map((one): Example => ({ rows: rowsOf(one, split, rowCount), topic })).filter(({ rows }) => rows.length > 0),
  );
  const weights = weightsFor(examples, new Float32Array(rowCount * wordings.length), wordings.length);
  return { topics: wordings.map(([id]) => id), ...thinned(centred(weights, wordings.length), kept) };
}

/** Softmax regression by stochastic gradient descent, with steps that grow smaller. */
function weightsFor(examples: readonly Example[], weights: Float32Array, topics: number): Float32Array {
  const sums = new Float32Array(topics);
  const moved = new Int32Array(topics);
  const order = examples.map((_, at) => at);
  const chance = chanceFrom(7);
  const turns = ROUNDS * order.length;
  for (let turn = 0; turn < turns; turn++) {
    if (turn % order.length === 0) shuffle(order, chance);
    const example = examples[order[turn % order.length] ?? 0];
    if (!example) continue;
    const { rows, topic } = example;
    const share = shareOfRow(rows);
    sumInto(sums, weights, rows);
    const total = exponentsOf(sums, share);
    const step = STEP * share * (1 - turn / turns);
    let count = 0;
    for (let at = 0; at < topics; at++) {
      const off = (sums[at] as number) / total - (at === topic ? 1 : 0);
      if (Math.abs(off) <= MOVED) continue;
      moved[count++] = at;
      sums[at] = off * step;
    }
    for (const row of rows) {
      const from = row * topics;
      for (let one = 0; one < count; one++) {
        const at = moved[one] as number;
        weights[from + at] = (weights[from + at] as number) - (sums[at] as number);
      }
    }
  }
  return weights;
}

function sumInto(sums: Float32Array, weights: Float32Array, rows: readonly number[]): void {
  sums.fill(0);
  for (const row of rows) {
    const from = row * sums.length;
    for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] as number) + (weights[from + at] as number);
  }
}

/** Makes sums their exponents, the greatest of them 1, and tells what they are together. */
function exponentsOf(sums: Float32Array, share: number): number {
  const greatest = Math.max(...sums);
  let total = 0;
  for (let at = 0; at < sums.length; at++) {
    const exponent = Math.exp(((sums[at] as number) - greatest) * share);
    sums[at] = exponent;
    total += exponent;
  }
  return total;
}

/** What all topics of a row have in common tells none of them apart; without it most weights are nearly nothing. */
function centred(weights: Float32Array, topics: number): Float32Array {
  for (let from = 0; from < weights.length; from += topics) {
    const middle = weights.slice(from, from + topics).sort()[topics >> 1] ?? 0;
    for (let at = from; at < from + topics; at++) weights[at] = (weights[at] as number) - middle;
  }
  return weights;
}

/** Only the greatest weights, in a few steps: they tell nearly as much, and pack to a fifth. */
function thinned(weights: Float32Array, kept: number): Pick<Learnt, 'scale' | 'weights'> {
  const sizes = weights.map(Math.abs).sort();
  const least = sizes[Math.floor(sizes.length * (1 - kept))] ?? 0;
  const scale = ((sizes[Math.floor(sizes.length * ORDINARY)] ?? 0) || 1) / STEPS;
  const stepOf = (weight: number) =>
    Math.abs(weight) < least ? 0 : Math.max(-STEPS, Math.min(STEPS, Math.round(weight / scale)));
  return { scale, weights: Int8Array.from(weights, stepOf) };
}

function shuffle(order: number[], chance: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1));
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
}

/** Learns every language below a folder whose words have changed since, and keeps what it learnt beside them. */
export function learnLanguages(languages: string): void {
  for (const { language, locale } of locales.filter((row, at) => firstOf(row.language) === at)) {
    const folder = join(languages, language);
    if (learntInFolder(folder)?.said !== markOfSaid(saidIn(language)))
      keepLearnt(folder, lessonsOf(languages, language, locale));
  }
}

const firstOf = (language: string): number => locales.findIndex((row) => row.language === language);

/** All that is learnt from a language: from its lists, and from what people said. */
function lessonsOf(languages: string, language: string, locale: string): Lessons {
  const folder = join(languages, language);
  const words = folderLanguages(languages).of(locale);
  const split = questionSplitOf(words);
  const said = saidIn(language);
  const asked = wordingsOf(titlesIn(languages, language), words.questions.topics);
  const told = clausesOf(words, clausesIn(languages, language), phrasesOf(languages, language));
  const hearing = hearingIn(words);
  return {
    mark: markOfWords(folder),
    said: markOfSaid(said),
    topics: learn(said ? together(asked, askedByTopic(said, namesOf(asked))) : asked, split),
    symptoms: learn(
      said
        ? together(
            told,
            saidByClass(said, namesOf(told), (text) => hearing.hear(text).question),
          )
        : told,
      split,
      CLAUSES,
    ),
  };
}

const namesOf = (wordings: Wordings): string[] => wordings.map(([name]) => name);

/** The sentences of both by name, in the order of the first. */
function together(wordings: Wordings, others: Wordings): Wordings {
  return wordings.map(([name, said]) => [
    name,
    [...said, ...others.flatMap(([other, more]) => (other === name ? more : []))],
  ]);
}
