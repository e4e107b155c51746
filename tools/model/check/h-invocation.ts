// Rules H: the name by which the skill is called, and the phrases that show how.

import type { Model } from '../interaction-model';
import { accepts, sentencesOf } from '../sentences';
import { type Fault, fault, faultsOf } from './fault';
import { carriersOf, LAUNCH_WORDS, type LanguageModel, WAKE_WORD } from './parts';

const CONNECTING_WORDS = ['to', 'from', 'by', 'if', 'and', 'whether', 'in', 'using', 'for', 'about', 'with', 'that'];
const FORBIDDEN = new Set([
  ...LAUNCH_WORDS.flatMap((word) => word.split(' ')),
  ...['to', 'from', 'by', 'if', 'and', 'whether', 'in', 'using', 'skill', 'app'],
]);
const SMALL_WORDS = new Set('the a an for of about up at off with over under near'.split(' '));

/** Words that the service hears as another; those of a name like this one. */
const SOUNDS_LIKE: Readonly<Record<string, string>> = {
  knot: 'not',
  knots: 'nots',
  pain: 'pane',
  heel: 'heal',
  weight: 'wait',
  muscle: 'mussel',
  one: 'won',
  two: 'to',
  four: 'for',
  eight: 'ate',
};

const PHRASES = 3;

/** What is wrong with the invocation name. */
export function invocationFaults({ invocationName }: LanguageModel, locale: string): Fault[] {
  const where = `${locale} invocationName`;
  const words = invocationName.split(' ');
  const isForm = /^[a-z][a-z.']*( [a-z][a-z.']*)+$/.test(invocationName) && invocationName.length <= 50;
  return [
    ...(isForm ? [] : [fault('H1', where, invocationName)]),
    ...faultsOf(
      'H2',
      where,
      words.filter((word) => FORBIDDEN.has(word) || WAKE_WORD.test(word)),
    ),
    ...faultsOf('H3', where, words.length === 2 ? words.filter((word) => SMALL_WORDS.has(word)) : []),
    ...words.flatMap((word) => (SOUNDS_LIKE[word] ? [fault('H4', where, `${word}: ${SOUNDS_LIKE[word]}`)] : [])),
  ];
}

/** What is wrong with the example phrases of the store. */
export function phraseFaults(
  phrases: readonly string[],
  model: Model,
  locale: string,
  numbers: readonly string[],
): Fault[] {
  const where = `${locale} examplePhrases`;
  const wish = wishIn(model);
  const [first = ''] = phrases;
  const isUsual = phrases.length > 0 && phrases.length <= PHRASES && !wish(first);
  return [
    ...(isUsual ? [] : [fault('H6', where, `${phrases.length} phrases, the first "${first}"`)]),
    ...faultsOf(
      'H5',
      where,
      phrases.filter((phrase) => !isUnderstood(wish(phrase), model, numbers)),
    ),
  ];
}

/** What is asked for behind the name: empty where it is only opened, null where it is not called at all. */
function wishIn(model: Model): (phrase: string) => string | null {
  const { invocationName } = model.interactionModel.languageModel;
  const called = new RegExp(`^alexa,? (?:${LAUNCH_WORDS.join('|')}) ${invocationName}(?: (.+))?$`, 'i');
  return (phrase) => {
    const match = called.exec(phrase);
    return match ? (match[1] ?? '').toLowerCase() : null;
  };
}

function isUnderstood(wish: string | null, model: Model, numbers: readonly string[]): boolean {
  if (!wish) return wish === '';
  const sentences = sentencesOf(model, () => true, numbers);
  const carriers = model.interactionModel.languageModel.intents.flatMap(carriersOf);
  const connecting = CONNECTING_WORDS.find((word) => wish.startsWith(`${word} `));
  const ways = connecting ? [wish, wish.slice(connecting.length + 1)] : [wish];
  return ways.some((way) => accepts(sentences, way) || carriers.some((carrier) => way.startsWith(`${carrier} `)));
}
