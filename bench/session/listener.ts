// A listener who answers what is asked, by rules that hold for whatever words the skill finds for it.

import { answerIn, type Door, type Heard } from './door';

export interface Wish {
  region: 'upper' | 'middle' | 'lower';
  side: 'left' | 'right';
  tool: 'ball' | 'roller' | 'hook' | 'hands' | 'partner' | 'none';
  minutes: 3 | 5 | 10;
  place: 'chair' | 'floor';
}

/**
 * `eager`: all wishes in one breath, cuts in when ready. `patient`: waits for the microphone, one answer at a time.
 */
export type Manner = 'eager' | 'patient';

export interface Visitor {
  wish: Wish;
  manner: Manner;
  /** Said once, when the skill has asked for the first thing after "start". */
  remark?: string;
}

/** One answer of the skill, and what the listener made of it. Seconds count from the first sound of the session. */
export interface Turn {
  heard: Heard;
  /** Its first sound. */
  atS: number;
  /** What was said to it, null where the session was over. */
  says: string | null;
  /** Milliseconds into the answer at which the listener cut in; null: waited for the microphone. */
  cutMs: number | null;
}

/** Seconds a listener takes to think and speak, once the microphone is open. */
const ANSWERING_S = 2;
/** Seconds a listener searches for the spot, counted from the last word of how to. */
const SEARCHING_S = 20;
const MS = 1000;
/** More turns than any session has. */
const ENDLESS = 80;

const TOOLS: Record<Wish['tool'], string> = {
  ball: 'tennis ball',
  roller: 'foam roller',
  hook: 'massage hook',
  hands: 'my hands',
  partner: 'a partner',
  none: 'just stretches',
};
const PLACES: Record<Wish['place'], string> = { chair: 'on a chair', floor: 'on the floor' };
const NUMBERS: Record<Wish['minutes'], string> = { 3: 'three', 5: 'five', 10: 'ten' };

/** All of a wish in one sentence; the upper back is not asked where it stretches. */
export function inOneBreath({ region, side, tool, minutes, place }: Wish): string {
  const where = region === 'upper' && tool !== 'none' ? [] : [PLACES[place]];
  return [`${region} ${side}`, TOOLS[tool], `${NUMBERS[minutes]} minutes`, ...where].join(', ');
}

/** What the skill asked, and who answers. */
interface Asked {
  question: string;
  heard: Heard;
  visitor: Visitor;
}

type Answer = string | ((asked: Asked) => string);

const wished =
  (one: (wish: Wish, question: string) => string): Answer =>
  ({ visitor: { wish, manner }, question }) =>
    manner === 'eager' ? inOneBreath(wish) : one(wish, question);

/** The first rule whose pattern is in the question gives the answer. */
const RULES: readonly [RegExp, Answer][] = [
  [/say start\b/i, 'start'],
  [/how sore|sore is it/i, ({ heard }) => (isAtTheEnd(heard) ? 'three' : 'five')],
  [/one to ten|how strong/i, 'four'],
  [
    /where's the knot|where is the knot|which part/i,
    wished(({ region, side }, question) => (/upper left/i.test(question) ? `${region} ${side}` : region)),
  ],
  [/again\b.*\?|as last time\?/i, 'yes'],
  [
    /\b(once|one) more\b|same spot\?|\bpin\b|second hold/i,
    ({ question }) => (/\bready\b/i.test(question) ? 'ready' : 'yes'),
  ],
  [/\bready\b/i, 'ready'],
  [/left,? (or )?right|which side/i, ({ visitor: { wish } }) => wish.side],
  [/press with|a ball, a roller/i, ({ visitor: { wish } }) => TOOLS[wish.tool]],
  [/how (many minutes|long)|three, five/i, ({ visitor: { wish } }) => NUMBERS[wish.minutes]],
  [/floor|chair/i, ({ visitor: { wish } }) => PLACES[wish.place]],
  [/numb|tingling|sharp|electric|dizzy|skin|someone new|timer|tips\?/i, 'no'],
];

const isAtTheEnd = ({ state }: Heard): boolean => state === 'closing' || state === 'finished';

/** The prompt; with the question before it where it only gives an example. */
function askedIn({ question, speech }: Heard): string {
  if (/\?|\bsay\b/i.test(question ?? '')) return question ?? '';
  return /[^.?!]*\?[^?]*$/.exec(speech)?.[0].trim() ?? question ?? '';
}

/** Throws when no rule knows the question: a session that went elsewhere measures nothing. */
export function answerTo(heard: Heard, visitor: Visitor): string {
  const question = askedIn(heard);
  if (heard.state?.startsWith('screening')) return 'no';
  const rule = RULES.find(([pattern]) => pattern.test(question));
  if (!rule) throw new Error(`no rule answers "${question}" (${heard.state})`);
  const [, answer] = rule;
  return typeof answer === 'string' ? answer : answer({ question, heard, visitor });
}

/** When an eager listener cuts in to say "ready", in milliseconds of the answer; null: never. */
function cutInto({ cues, state, totalMs }: Heard): number | null {
  const quiet = cues.findIndex(({ kind }) => kind === 'quiet');
  if (quiet < 0) return null;
  const before = cues[quiet - 1];
  const toldMs = before ? before.atMs + before.lastsMs : 0;
  const waits = state === 'finding' ? SEARCHING_S : ANSWERING_S;
  const cutMs = toldMs + waits * MS;
  return cutMs < totalMs ? cutMs : null;
}

/** One session from "open" to the last word. */
export async function playSession(door: Door, visitor: Visitor): Promise<Turn[]> {
  const turns: Turn[] = [];
  let atS = 0;
  let remark = visitor.remark;
  let says: string | null = 'open knot relief';
  while (says !== null) {
    const heard = answerIn(await door.line(says));
    if (!heard) throw new Error(`no answer to "${says}"`);
    const started = turns.some((turn) => turn.says === 'start');
    const remarks: boolean = started && remark !== undefined && heard.sessionOpen;
    says = !heard.sessionOpen ? null : remarks && remark ? remark : answerTo(heard, visitor);
    if (remarks) remark = undefined;
    const cutMs: number | null = visitor.manner === 'eager' && says === 'ready' ? cutInto(heard) : null;
    turns.push({ heard, atS, says, cutMs });
    if (turns.length > ENDLESS) throw new Error(`no end after "${heard.speech}"`);
    if (cutMs !== null) await door.line(`:wait ${cutMs / MS}`);
    atS += cutMs === null ? heard.totalMs / MS + ANSWERING_S : cutMs / MS;
  }
  return turns;
}
