// Places in a session from which wary sessions go on: each is reached once, by a listener whom the service understands.

import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { memoryStore } from '../../lambda/persistence/memory';
import type { Held, Store } from '../../lambda/persistence/store';
import { generatedModel } from '../../simulator/compose';
import { Echo, type Event, type Happening } from '../../simulator/device';
import type { Way } from '../../simulator/way';
import { bareSkill, START } from './skill';

/** What is said on the way to a place; a number is so many seconds of waiting. */
type Steps = readonly (string | number)[];

const SCREENED: Steps = ['open knot relief', ...Array<string>(8).fill('no')];
const CHOOSING: Steps = [...SCREENED, 'start'];
const finding = (choice: string): Steps => [...CHOOSING, choice, 'no', 'four'];
const HOLD: Steps = [...finding('upper left, tennis ball, five minutes'), 'ready'];
const LONG: Steps = [...finding('upper left, tennis ball, ten minutes'), 'ready'];
const OFFER: Steps = [...LONG, 'four', 'no'];

/** Each place by its name: the moment, or the moment and what is different. */
const WAYS_TO: Readonly<Record<string, Steps>> = {
  'screening q1': SCREENED.slice(0, 1),
  'screening q4': SCREENED.slice(0, 4),
  recap: SCREENED,
  choosing: CHOOSING,
  'skin question': [...CHOOSING, 'upper left, tennis ball, five minutes'],
  readying: [...CHOOSING, 'upper left, tennis ball, five minutes', 'no'],
  finding: finding('upper left, tennis ball, five minutes'),
  'finding, roller': finding('upper left, foam roller, five minutes'),
  'finding, partner': finding('upper left, partner, five minutes'),
  hold: [...HOLD, 14],
  'hold, near its end': [...HOLD, 32],
  'hold, hands': [...finding('upper left, hands, five minutes'), 'ready', 14],
  interrupted: [...HOLD, 14, 'ready'],
  worrying: [...HOLD, 14, 'no'],
  'pause in a hold': [...HOLD, 14, 'pause', 20],
  checking: LONG,
  feeling: [...LONG, 'four'],
  'offering one more': OFFER,
  'second hold': [...OFFER, 'ready', 12],
  'finding, second spot': [...OFFER, 'no'],
  stretching: [...HOLD, 'four', 'no', 'no', 10],
};

/** A place that was reached: the answer heard there, when it came, and what was kept by then. */
export interface Place {
  name: string;
  answer: ResponseEnvelope;
  atMs: number;
  kept: { key: string; held: Held } | null;
  /** Seconds into the answer at which the next word is said; 0: at its end. */
  into: number;
}

/** One skill for all sessions, so that its words are laid out once; each has a store and a clock of its own. */
let clock: () => number = () => START;
let keys: string[] = [];
let store = memoryStore();
const shared: Store = {
  load: (key) => {
    keys.push(key);
    return store.load(key);
  },
  save: (key, record, written) => store.save(key, record, written),
  forget: (key) => store.forget(key),
};
const skill = bareSkill({ store: shared, now: () => clock() });

type Answering = (request: RequestEnvelope) => Promise<ResponseEnvelope>;

function echoBefore(answering: Answering, startMs: number, seed: number, way: Way): Echo {
  const wire: Answering = async (request) => JSON.parse(JSON.stringify(await answering(request)));
  const echo = new Echo({ handler: wire, modelOf: generatedModel, startMs, seed, ...way });
  clock = () => echo.nowMs();
  return echo;
}

async function reach(name: string, steps: Steps): Promise<Place> {
  store = memoryStore();
  keys = [];
  const answers: { answer: ResponseEnvelope; atMs: number }[] = [];
  const note: Answering = async (request) => {
    const answer = await skill(request);
    answers.push({ answer, atMs: Date.parse(request.request.timestamp) });
    return answer;
  };
  const echo = echoBefore(note, START, 1, { strict: true });
  for (const step of steps) typeof step === 'number' ? await echo.wait(step * 1000) : await echo.say(step);
  const last = answers.at(-1);
  if (!last || !echo.isSessionOpen()) throw new Error(`The session is over before "${name}"`);
  const [key] = keys;
  const held = key === undefined ? null : await store.load(key);
  const into = steps.at(-1);
  return { name, ...last, kept: key && held ? { key, held } : null, into: typeof into === 'number' ? into : 0 };
}

/** Every place, in the order of a session. */
export async function reachPlaces(): Promise<Place[]> {
  const places: Place[] = [];
  for (const [name, steps] of Object.entries(WAYS_TO)) places.push(await reach(name, steps));
  return places;
}

/** A session that stands at a place. */
export interface Standing {
  /** Says something, and gives back what is heard, with the state that the skill is in then. */
  say(words: string): Promise<{ happenings: Happening[]; state: SkillState | null }>;
  wait(seconds: number): Promise<Event[]>;
  isOpen(): boolean;
}

/** What is looked at of the skill's state. */
export interface SkillState {
  moment: { at: string };
  playing?: { block?: { part: string; lead?: string } } | null;
}

const stateOf = (answer: ResponseEnvelope | null): SkillState | null =>
  (answer?.sessionAttributes?.['state'] as SkillState | undefined) ?? null;

/** The launch takes about so long; the answer of the place is heard in its stead. */
const LAUNCH_MS = 2_500;

/** Goes on from a place with a service of that seed. */
export async function standAt({ answer, atMs, kept, into }: Place, seed: number): Promise<Standing> {
  store = memoryStore();
  if (kept) await store.save(kept.key, kept.held.record, { version: 0, expiresAtMs: kept.held.expiresAtMs });
  let last: ResponseEnvelope | null = null;
  const goOn: Answering = async (request) => {
    last = last === null ? answer : await skill(request);
    return last;
  };
  const echo = echoBefore(goOn, atMs - LAUNCH_MS, seed, { wary: seed });
  await echo.say('open knot relief');
  if (into > 0) await echo.wait(into * 1000);
  return {
    say: async (words) => ({ happenings: await echo.say(words), state: stateOf(last) }),
    wait: (seconds) => echo.wait(seconds * 1000),
    isOpen: () => echo.isSessionOpen(),
  };
}
