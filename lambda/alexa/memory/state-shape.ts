// Checks, field by field, that the conversation can go on from a state.

import { exercises, questions, topics } from '../../../content';
import { holds } from '../../dialogue/momentTable';
import {
  type Answered,
  type Block,
  CHOICE_QUESTIONS,
  type Closed,
  type MomentAt,
  type MomentName,
  type Playing,
  type Settings,
  type State,
  SURES,
  type Tries,
} from '../../dialogue/state';
import type { Wishes } from '../../domain/choice';
import { VISITS } from '../../domain/healthQuestions';
import { COUNTINGS, HOLD_LENGTHS } from '../../domain/hold';
import { HOLD_LEADS } from '../../domain/pressTimeline';
import { HALVES_OF_DAY, REMINDER_DAYS, type TimeOfDay } from '../../domain/reminder';
import type { Plan } from '../../domain/routine';
import { OUTCOME_CLASSES, SYMPTOM_ROWS } from '../../domain/symptom';
import type { Act } from '../../domain/timeline';
import { TONES } from '../../domain/tones';
import {
  INSTANT,
  MOST_PARTS,
  PLACE,
  place,
  plan,
  REGION,
  SECONDS,
  SIDES,
  spots,
  TOOL,
  USUAL,
  unitsIn,
} from './routine-shape';
import {
  among,
  flag,
  kindOf,
  listOf,
  makeLater,
  number,
  optional,
  orNull,
  type Shape,
  table,
  text,
  whole,
} from './shape';

const QUESTION = among(Object.keys(questions));
const ROW = among(SYMPTOM_ROWS);
/** Looked up, not listed: a launch needs no list of some hundred topics. */
const TOPIC: Shape = (value) => typeof value === 'string' && Object.hasOwn(topics, value);
/** A question finds no more topics than this. */
const MOST_FOUND = 8;
const COUNT = whole(0, 1000);
const LENGTH_MS = number(0, 1_000_000);
/** How deep moments may hold one another, as a break in a question does; deeper is a mistake. */
const DEEPEST = 4;

const tries = table<Tries>({
  notSure: optional(COUNT),
  explain: optional(COUNT),
  repeat: optional(COUNT),
  repeatRow: optional(COUNT),
  unrelated: optional(COUNT),
  skip: optional(COUNT),
  unclear: optional(COUNT),
});

const SURE = optional(among(SURES));

const closed = table<Closed>({
  outcome: among(OUTCOME_CLASSES.filter((one) => one !== 'M')),
  lines: listOf(text(/^outcome\.([EDC]|unclear)(\.q\d|\.after)?$/), 4),
  question: QUESTION,
  asksBothSides: optional(flag),
});

const DAYS = among(REMINDER_DAYS);
const CLOCK = table<TimeOfDay>({ hour: whole(0, 23), minute: whole(0, 59) });

/** Every field of every form of a type, but the one that names the form. */
type Fields<T> = T extends unknown ? Exclude<keyof T, 'at' | 'part'> : never;
type Shapes<T> = Record<Fields<T>, Shape>;
type MomentShapes = { [N in MomentName]: Shapes<MomentAt<N>> };
type BlockShapes = { [P in Block['part']]: Shapes<Extract<Block, { part: P }>> };

/** What each moment holds besides its name. */
const momentShapes = (back: Shape): MomentShapes => ({
  screening: { question: QUESTION, tries, noesHeard: COUNT, sure: SURE },
  reading: { tries },
  recap: { tries },
  warned: { closed, tries, sure: SURE },
  offeringTips: {},
  offeringGuide: { tries },
  doubting: { rows: listOf(ROW, MOST_PARTS), question: optional(QUESTION), head: optional(flag), back, tries },
  welcomingBack: { screened: flag, tries },
  rechecking: { after: among(['pause', 'person', 'loss']), back: optional(back), tries },
  restarting: { tries },
  choosing: { asks: among(CHOICE_QUESTIONS), tries },
  readying: { asks: among(['soreness', 'atRest']), tries },
  fetching: { back },
  finding: { round: COUNT, sinceMs: orNull(INSTANT), tries },
  pressing: { remarks: optional(COUNT), leftMs: optional(LENGTH_MS) },
  worrying: { limb: optional(flag) },
  checking: { tries, least: optional(COUNT) },
  feeling: { about: among(['sharp', 'numb']), tries },
  offering: { what: among(['second', 'lighter', 'pin', 'stretches']), tries },
  stretching: {},
  between: {},
  interrupted: { unheard: optional(flag) },
  easing: { row: among(['numb', 'sharp', 'dizzy']), resting: flag, question: optional(QUESTION), tries },
  locating: { tries },
  pausing: { back, sinceMs: INSTANT },
  keepingPlace: { back, sinceMs: INSTANT },
  forgetting: { back, tries },
  reminding: {
    asks: among(['days', 'time', 'halfDay', 'confirm']),
    days: optional(DAYS),
    time: optional(CLOCK),
    half: optional(among(HALVES_OF_DAY)),
    back,
    tries,
  },
  warmingUp: { first: flag, back },
  closing: { asks: among(['numb', 'soreness']), tries },
  finished: {},
});

const kindsBy = (by: string, named: Record<string, Record<string, Shape>>): Shape =>
  kindOf(by, Object.fromEntries(Object.entries(named).map(([name, shapes]) => [name, table(shapes)])));

function momentTo(depth: number): Shape {
  return makeLater(() => kindsBy('at', momentShapes(depth > 1 ? momentTo(depth - 1) : () => false)));
}

const BLOCKS: BlockShapes = {
  find: {},
  press: { seconds: SECONDS, lead: among(HOLD_LEADS), tones: optional(among(TONES)) },
  pin: { reps: whole(0, MOST_PARTS), lead: among(['first', 'back']) },
  stretch: {
    from: COUNT,
    to: COUNT,
    restSeconds: optional(SECONDS),
    intro: flag,
    lying: flag,
    tones: optional(among(TONES)),
  },
  quiet: { why: among(['pause', 'easing', 'fetching']), seconds: SECONDS },
};
const block = kindsBy('part', BLOCKS);

const playing = table<Playing>({
  sentAtMs: INSTANT,
  saidMs: LENGTH_MS,
  block: orNull(block),
  askedMs: LENGTH_MS,
  afterSilence: optional(table<NonNullable<Playing['afterSilence']>>({ saidMs: LENGTH_MS, block })),
});

const wishes = table<Wishes>({
  region: optional(REGION),
  side: optional(SIDES),
  tool: optional(TOOL),
  minutes: optional(number(-1e9, 1e16)),
  place: optional(PLACE),
  holdSeconds: optional(among(HOLD_LENGTHS)),
  exercise: optional(among(Object.keys(exercises.stretches))),
});

const settings = table<Settings>({
  pace: among(['normal', 'slow']),
  counting: among(COUNTINGS),
  holdSeconds: among(HOLD_LENGTHS),
  talk: among(['normal', 'less']),
  sounds: flag,
  audio: among(['apla', 'ssml']),
  tones: among(['none', 'trial', 'all']),
});

const WORD = text(/^[\w .:/-]{1,60}$/);
const FIGURE = number(-1e16, 1e16);
const values: Shape = (value) =>
  typeof value === 'object' && value !== null && Object.values(value).every((one) => WORD(one) || FIGURE(one));

/** A sentence by its key; its values are numbers and short words of ours. */
const act = table<Act>({
  key: text(/^[\w./-]{1,100}$/),
  context: optional(text(/^[\w.-]{1,40}$/)),
  values: optional(values),
  does: optional(among(['releases', 'promises', 'refuses'])),
});

const answered = table<Answered>({ topics: listOf(TOPIC, MOST_FOUND), index: COUNT, parts: COUNT });

const state = table<State>({
  version: COUNT,
  content: text(/./),
  moment: momentTo(DEEPEST),
  visit: among(VISITS),
  asksWho: flag,
  noes: listOf(QUESTION, MOST_PARTS),
  doubted: listOf(QUESTION, MOST_PARTS),
  cleared: flag,
  suspended: flag,
  pressOff: flag,
  guideOff: flag,
  recheckOff: flag,
  skinNoted: flag,
  skinClear: flag,
  wishes,
  usual: orNull(USUAL),
  usualDeclined: flag,
  lacks: listOf(TOOL, MOST_PARTS),
  plan: orNull(plan),
  place: orNull(place),
  spots,
  settings,
  lying: flag,
  heard: listOf(text(/^[\w.-]{1,80}$/), 4 * MOST_PARTS),
  soreBefore: orNull(number(0, 10)),
  stretched: listOf(among(Object.keys(exercises.stretches)), MOST_PARTS),
  cardSent: orNull(table<NonNullable<State['cardSent']>>({ ended: flag, done: COUNT })),
  pauses: COUNT,
  away: flag,
  tooMuch: COUNT,
  easier: flag,
  gentle: flag,
  startedAtMs: orNull(INSTANT),
  playing: orNull(playing),
  answered: orNull(answered),
  said: listOf(act, MOST_PARTS),
  misses: COUNT,
  lastTurnMs: orNull(INSTANT),
});

/** A state of any version, every field of which the conversation can rely on. */
export function isState(value: unknown): value is State {
  return state(value) && hangsTogether(value as State);
}

/** A guided part needs a routine, and the place must lie inside it. */
function hangsTogether({
  moment,
  usual: suggested,
  plan: routine,
  place: here,
  spots: pressed,
  playing: sounding,
}: State): boolean {
  if (moment.at === 'choosing' && moment.asks === 'usual' && !suggested) return false;
  if (moment.at === 'rechecking' && moment.after !== 'loss' && !moment.back) return false;
  const last = routine ? unitsIn(routine) : 0;
  const sent = [sounding?.block, sounding?.afterSilence?.block];
  const led = !routine && (here !== null || holds(moment.at, 'guided'));
  return !led && (!here || here.unit <= last) && sent.every((one) => fitsRoutine(one, routine, last, pressed.length));
}

function fitsRoutine(sent: Block | null | undefined, routine: Plan | null, last: number, pressed: number): boolean {
  if (!sent || sent.part === 'quiet') return true;
  if (!routine || sent.part === 'find') return routine !== null;
  return sent.part === 'stretch' ? sent.from <= sent.to && sent.to <= last : pressed > 0;
}
