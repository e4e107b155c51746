// The listeners of the load test: what each sends, and what each has to hear.

import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { createSkill, type Skill } from '../../lambda/alexa/skill';
import { memoryStore } from '../../lambda/persistence/memory';
import { machineTime } from '../../lambda/waiting';
import { heardWords } from '../../tests/support/heard';
import { languages, OUT_OF_REACH } from '../../tests/support/skill';

/** What a listener chose and changed; each is told apart by what is said and by what is kept. */
export interface Kind {
  region: 'upper' | 'middle' | 'lower';
  tool: 'ball' | 'hook' | 'hands';
  minutes: 3 | 5 | 10;
  setting: 'SlowerIntent' | 'CountMoreIntent' | 'CountLessIntent';
  locale: string;
}

export const KINDS: readonly Kind[] = [
  { region: 'upper', tool: 'ball', minutes: 5, setting: 'SlowerIntent', locale: 'en-US' },
  { region: 'lower', tool: 'hands', minutes: 10, setting: 'CountLessIntent', locale: 'en-US' },
  { region: 'middle', tool: 'ball', minutes: 10, setting: 'CountMoreIntent', locale: 'en-GB' },
  { region: 'upper', tool: 'hook', minutes: 10, setting: 'SlowerIntent', locale: 'en-AU' },
  { region: 'lower', tool: 'hands', minutes: 3, setting: 'CountMoreIntent', locale: 'en-IN' },
  { region: 'upper', tool: 'ball', minutes: 3, setting: 'CountLessIntent', locale: 'en-CA' },
];

/** Rehearsed: the state in which the hold is about to begin, and what is heard in each turn from there. */
export interface Rehearsed {
  kind: Kind;
  attributes: Record<string, unknown>;
  words: string[];
}

/** One listener at a speaker. */
export interface Speaker {
  user: string;
  device: string;
  kind: number;
}

type Body = Record<string, unknown>;
const intent = (name: string, slots: Body = {}): Body => ({
  type: 'IntentRequest',
  intent: { name, confirmationStatus: 'NONE', slots },
});
const LAUNCH: Body = { type: 'LaunchRequest' };
const resolved = (name: string, id: string): Body => ({
  name,
  value: id,
  resolutions: {
    resolutionsPerAuthority: [
      { authority: name, status: { code: 'ER_SUCCESS_MATCH' }, values: [{ value: { name: id, id } }] },
    ],
  },
});

function envelopeOf(
  { user, device }: Speaker,
  locale: string,
  request: Body,
  atMs: number,
  attributes: Body | null,
): RequestEnvelope {
  const application = { applicationId: 'amzn1.ask.skill.load' };
  const whose = { userId: `amzn1.ask.account.${user}` };
  const timestamp = new Date(atMs).toISOString().replace(/\.\d+Z$/, 'Z');
  return {
    version: '1.0',
    session: { new: !attributes, sessionId: user, application, user: whose, attributes: attributes ?? {} },
    context: {
      System: { application, user: whose, device: { deviceId: `amzn1.ask.device.${device}`, supportedInterfaces: {} } },
    },
    request: { requestId: 'load', locale, timestamp, ...request },
  } as unknown as RequestEnvelope;
}

/**
 * One session in six requests: a launch, the hold, another setting, a question about the plan, a loss, and a launch.
 */
const TURNS = 6;
/**
 * Between two requests of a session, in milliseconds of its own time, which runs behind the clock so that it counts.
 */
const STEP_MS = 20_000;
const BEHIND_MS = 10 * 60_000;

export interface Heard {
  words: string;
  attributes: Record<string, unknown>;
}

/**
 * A session, turn by turn; `between` is waited for before each. The screening and the choice were gone through when the
 * kind was rehearsed: the second turn brings the state from there, moved to today.
 */
export async function session(
  skill: Skill,
  speaker: Speaker,
  prepared: Rehearsed,
  between: (turn: number) => Promise<void>,
) {
  const { kind } = prepared;
  const beganMs = Math.floor(Date.now() / 1000) * 1000 - BEHIND_MS;
  const heard: Heard[] = [];
  const ask = async (turn: number, body: Body, attributes: Body | null): Promise<void> => {
    await between(turn);
    heard.push(await asked(skill, envelopeOf(speaker, kind.locale, body, beganMs + turn * STEP_MS, attributes)));
  };
  await ask(0, LAUNCH, null);
  await ask(1, intent('ReadyIntent'), moved(prepared.attributes, beganMs));
  await ask(2, intent(kind.setting), heard[1]?.attributes ?? {});
  await ask(3, intent('PlanIntent'), heard[2]?.attributes ?? {});
  await ask(4, { type: 'SessionEndedRequest', reason: 'EXCEEDED_MAX_REPROMPTS' }, heard[3]?.attributes ?? {});
  await ask(5, LAUNCH, null);
  return heard.map(({ words }) => words);
}

export const TURNS_OF_A_SESSION = TURNS;

async function asked(skill: Skill, request: RequestEnvelope): Promise<Heard> {
  const answer: ResponseEnvelope = JSON.parse(JSON.stringify(await skill(request)));
  const words = `${heardWords(answer.response)} ${heardWords(answer.response.reprompt)}`;
  return { words, attributes: (answer.sessionAttributes ?? {}) as Record<string, unknown> };
}

/** The same state, as if it had come about just before `beganMs`. */
function moved(attributes: Record<string, unknown>, beganMs: number): Body {
  const { state } = attributes as { state: Body };
  return { state: { ...state, startedAtMs: beganMs, playing: null } };
}

const inMemory = (): Skill =>
  createSkill({
    store: memoryStore(),
    now: Date.now,
    waiting: machineTime,
    languages,
    apiClient: OUT_OF_REACH,
    log: () => {},
  });

/** Goes through screening and choice with real requests, then through the session, all by itself. */
export async function rehearsed(kind: Kind): Promise<Rehearsed> {
  const skill = inMemory();
  const alone: Speaker = { user: 'rehearsal', device: 'rehearsal', kind: 0 };
  const slots = {
    region: resolved('region', kind.region),
    side: resolved('side', 'left'),
    tool: resolved('tool', kind.tool),
    minutes: { name: 'minutes', value: String(kind.minutes) },
    place: resolved('place', 'chair'),
  };
  const no = intent('AMAZON.NoIntent');
  const start = intent('BeginIntent', { word: resolved('word', 'start') });
  const number = intent('NumberIntent', { number: { name: 'number', value: '4' } });
  const way = [LAUNCH, ...Array(8).fill(no), start, intent('ChooseIntent', slots), no, number, intent('ReadyIntent')];
  let attributes: Body | null = null;
  for (const body of way) {
    attributes = (await asked(skill, envelopeOf(alone, kind.locale, body, Date.now(), attributes))).attributes;
  }
  const at = (attributes as { state?: { moment?: { at?: string } } } | null)?.state?.moment?.at;
  if (!attributes || at !== 'finding') throw new Error(`A rehearsal came to "${at}" with ${JSON.stringify(kind)}`);
  const prepared: Rehearsed = { kind, attributes, words: [] };
  return { ...prepared, words: await session(inMemory(), alone, prepared, async () => {}) };
}
