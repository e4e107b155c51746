// One process of the load test, which serves many listeners at once.

import { createSkill, type Skill } from '../../lambda/alexa/skill';
import { dynamoClient, dynamoStore } from '../../lambda/persistence/dynamodb';
import { machineTime } from '../../lambda/waiting';
import { languages, OUT_OF_REACH } from '../../tests/support/skill';
import { KINDS, type Rehearsed, rehearsed, type Speaker, session } from './people';

/** What a worker is told by its environment. */
export interface Job {
  speakers: Speaker[];
  endpoint: string;
  table: string;
  /** Sessions that go on at the same time. */
  atOnce: number;
}

export interface Tally {
  sessions: number;
  turns: number;
  /** Answers with a word that a listener of that kind does not hear alone. */
  strange: number;
  examples: string[];
  outcomes: Record<string, number>;
  errors: Record<string, number>;
  ms: number[];
  /** From the first session's begin to the last one's end. */
  seconds: number;
}

const tally: Tally = { sessions: 0, turns: 0, strange: 0, examples: [], outcomes: {}, errors: {}, ms: [], seconds: 0 };
const count = (counts: Record<string, number>, name: string) => {
  counts[name] = (counts[name] ?? 0) + 1;
};

function noteDown(line: string): void {
  const { store, errors = [], ms } = JSON.parse(line) as { store: string; errors?: string[]; ms: number };
  tally.turns += 1;
  tally.ms.push(ms);
  count(tally.outcomes, store);
  for (const error of errors) count(tally.errors, error);
}

/** Speakers of one household wait for each other before every turn, so that their turns meet. */
const waiting = new Map<string, () => void>();
process.on('message', (message: { go?: string; job?: Job }) => {
  if (message.go) waiting.get(message.go)?.();
  if (message.job) void work(message.job);
});

function meet(speaker: Speaker, turn: number): Promise<void> {
  if (!speaker.user.startsWith('home')) return Promise.resolve();
  const where = `${speaker.user}/${turn}`;
  return new Promise((resolve) => {
    waiting.set(where, () => {
      waiting.delete(where);
      resolve();
    });
    process.send?.({ at: where });
  });
}

async function work({ speakers, endpoint, table, atOnce }: Job): Promise<void> {
  const credentials = { accessKeyId: 'none', secretAccessKey: 'none' };
  const client = dynamoClient({ endpoint, region: 'eu-west-1', credentials });
  const skill = createSkill({
    store: dynamoStore({ table, client, sleep: machineTime.sleep }),
    now: Date.now,
    waiting: machineTime,
    languages,
    apiClient: OUT_OF_REACH,
    log: noteDown,
  });
  const kinds = await Promise.all(KINDS.map(rehearsed));
  const began = performance.now();
  const left = speakers.values();
  const serve = async () => {
    for (const speaker of left) await one(skill, speaker, kinds[speaker.kind]);
  };
  await Promise.all(Array.from({ length: atOnce }, serve));
  tally.seconds = (performance.now() - began) / 1000;
  process.send?.({ tally });
  client.destroy();
  process.disconnect();
}

async function one(skill: Skill, speaker: Speaker, kind: Rehearsed | undefined): Promise<void> {
  if (!kind) throw new Error(`No kind ${speaker.kind}`);
  const words = await session(skill, speaker, kind, (turn) => meet(speaker, turn));
  words.forEach((heard, turn) => {
    if (heard === kind.words[turn]) return;
    tally.strange += 1;
    if (tally.examples.length < 3) tally.examples.push(`turn ${turn}: "${heard}" for "${kind.words[turn]}"`);
  });
  tally.sessions += 1;
}
