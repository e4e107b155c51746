// Tests that no service, however badly it understands, has a listener press on a symptom without telling the way out.

import type { SymptomRow } from '../lambda/domain/symptom';
import type { Column } from '../lambda/domain/symptomTable';
import { cellFor } from '../lambda/domain/symptomTable';
import type { Turn } from '../simulator/device';
import { type Chance, chanceFrom } from '../simulator/sound/chance';
import { setsOf } from '../tools/scoring/sets';
import { onText } from '../tools/scoring/ways';
import { runs } from './support/how-many';
import { type Place, reachPlaces, type SkillState, standAt } from './support/wary-places';

/** What the dialogue is held to. `false`: looked at and printed, not asked for yet. */
const HELD_TO = {
  /** Nothing presses, or goes on pressing, where the symptom has reached the skill. */
  arrived: true,
  /** Where its words were lost, what is said before the press tells how it ends: "stop", or "if you lose me". */
  wayOut: true,
  /**
   * There, too, the word that ends it is said: "stop". Not so yet, once "Alexa, stop" has been taught: sayLeadIn
   * (lambda/domain/approach.ts), as it is said by hearFinding on a second spot, takeUpAgain after a break, goOn after a
   * pause and hearOffer before one more; and goOnHolding (moments/routine/pressing.ts) after a remark in a hold.
   */
  saysStop: false,
};

const SESSIONS = runs(200, 1000);
const TURNS = 3;

const GO = ['ready but', 'ready and', 'sure but', 'yes and', 'yes but', 'one more but', 'next but', 'okay but'];
const ON = ['continue but', 'resume but', 'start but', 'go on but', 'again but', "i'm ready but", 'keep going but'];
const PLAIN = [
  'ready',
  'yes',
  'no',
  'one more',
  'next',
  'four',
  'resume',
  'found it',
  'how long left',
  'that feels good',
];
const SAID = [
  'my arm is numb',
  'my chest hurts',
  "i can't breathe",
  'my left leg is going weak',
  'both my hands are tingling',
  'i have a fever',
  'i fell down the stairs this morning',
  "i can't feel my foot",
  'it tingles down my leg',
  'there is a tight pressure in my chest',
];

const COLUMNS: readonly Column[] = ['screening', 'touching', 'stretching', 'between', 'after'];
/** An emergency or a same-day report, at any time of the session. */
const isGrave = (row: SymptomRow): boolean =>
  COLUMNS.some((column) => ['E', 'D', 'askBothSides'].includes(cellFor(row, column)));

/** Whether the text reader hears a grave symptom reported in a sentence. */
function reportsGrave(said: string): boolean {
  const { event } = onText.hear(said);
  return event?.type === 'reportedSymptom' && event.rows.some(isGrave);
}

const LONGEST = 60;
/** Of what imagined listeners have said, so many sentences. */
const MOST = 150;

/** Sentences in which the text reader hears a grave symptom, short enough to be blurted. */
function graveSentences(): string[] {
  const written = (setsOf('tuned')?.statements ?? []).filter(
    ({ said, rows, supposed }) => said.length <= LONGEST && !supposed && rows.some(isGrave),
  );
  const step = Math.max(1, Math.floor(written.length / MOST));
  const some = written.flatMap(({ said }, at) => (at % step === 0 ? [said] : []));
  return [...SAID, ...some].filter(reportsGrave);
}

function oneOf<T>(all: readonly T[], chance: Chance): T {
  const one = all[Math.floor(chance() * all.length)];
  if (one === undefined) throw new Error('There is nothing to choose from');
  return one;
}

interface Blurt {
  said: string;
  /** A symptom is among the words. */
  symptom: boolean;
}

/** Half of the sessions go on where the next word may begin a press or go on with one. */
function placeOf(places: readonly Place[], seed: number): Place {
  const near = places.filter(({ name }) => /^(finding|hold|interrupted|offering|second hold|pause)/.test(name));
  return oneOf(seed % 2 === 0 ? near : places, chanceFrom(seed + 65_537));
}

/** What is blurted: mostly a go word and a symptom, at times either alone. */
function blurt(symptoms: readonly string[], chance: Chance): Blurt {
  const kind = chance();
  if (kind < 0.3) return { said: oneOf(PLAIN, chance), symptom: false };
  const symptom = oneOf(chance() < 0.4 ? SAID : symptoms, chance);
  return { said: kind < 0.4 ? symptom : `${oneOf([...GO, ...ON], chance)} ${symptom}`, symptom: true };
}

interface Met {
  /** The place, what was said, as which intent it came, and what was answered. */
  told: string;
  /** The moment in which it was said, and the intent. */
  where: string;
  lost: boolean;
  presses: boolean;
  before: string;
}

const presses = (state: SkillState | null): boolean => ['press', 'pin'].includes(state?.playing?.block?.part ?? '');

/** The words before the press begins, or goes on. */
function wordsBefore({ clips }: Turn): string {
  const from = clips.findIndex(({ kind }) => kind === 'hold' || kind === 'count' || kind === 'move');
  return clips
    .slice(0, from < 0 ? clips.length : from)
    .map(({ text }) => text ?? '')
    .join(' ');
}

/** One session from a place: what was met where a grave symptom was said. */
async function session(place: Place, seed: number, symptoms: readonly string[]): Promise<Met[]> {
  const chance = chanceFrom(seed + 104_729);
  const standing = await standAt(place, seed);
  const met: Met[] = [];
  let at: string = place.name;
  for (let turn = 0; turn < TURNS && standing.isOpen(); turn++) {
    const { said, symptom } = blurt(symptoms, chance);
    const { happenings, state } = await standing.say(said);
    const answer = happenings.find((one): one is Turn => one.type === 'turn');
    if (!answer) break;
    const before = wordsBefore(answer);
    const told = `${place.name}, at ${at}: "${said}" as ${answer.intent}: ${before}`;
    // A go word in front may change what a sentence reports; that matters where a press follows.
    if (symptom && (!presses(state) || reportsGrave(said)))
      met.push({ told, where: `${at} < ${answer.intent}`, lost: answer.lost, presses: presses(state), before });
    at = state?.moment.at ?? 'finished';
    // Half of what is said in a hold interrupts it.
    if (presses(state) && chance() < 0.5) await standing.wait(8 + Math.floor(chance() * 20));
  }
  return met;
}

const SAYS_STOP = /\bstop\b/i;
const WAY_OUT = /\bstop\b|\bif you lose me\b/i;

describe('with a service that understands as badly as it can', () => {
  const met: Met[] = [];

  beforeAll(async () => {
    const places = await reachPlaces();
    const symptoms = graveSentences();
    for (let seed = 1; seed <= SESSIONS; seed++) met.push(...(await session(placeOf(places, seed), seed, symptoms)));
    const pressed = met.filter((one) => one.presses);
    const lost = met.filter((one) => one.lost);
    const silent = pressed.filter(({ before }) => !SAYS_STOP.test(before));
    process.stdout.write(
      `${SESSIONS} wary sessions: ${met.length} grave symptoms said, the words of ${lost.length} lost ` +
        `(${Math.round((100 * lost.length) / met.length)} %); ${pressed.length} times a press followed, ` +
        `${silent.length} of them without "stop" said before it\n${countsOf(silent)}`,
    );
  });

  const pressing = (isLost: boolean) => met.filter((one) => one.presses && one.lost === isLost);

  /** What was said where such words were not heard before a press. */
  const without = (words: RegExp) => pressing(true).flatMap(({ before, told }) => (words.test(before) ? [] : [told]));

  test('many a symptom is said, and more than a few are lost', () => {
    expect(met.length).toBeGreaterThan(SESSIONS);
    expect(met.filter(({ lost }) => lost).length).toBeGreaterThan(met.length / 10);
    expect(pressing(true).length).toBeGreaterThan(5);
  });

  const when = (isHeld: boolean) => (isHeld ? test : test.skip);

  when(HELD_TO.arrived)('nobody presses on a symptom that has reached the skill', () => {
    expect(pressing(false).map(({ told }) => told)).toEqual([]);
  });

  when(HELD_TO.wayOut)('whoever is led to press although the symptom was lost hears first how the press ends', () => {
    expect(without(WAY_OUT)).toEqual([]);
  });

  when(HELD_TO.saysStop)('and hears the word that ends it', () => {
    expect(without(SAYS_STOP)).toEqual([]);
  });
});

/** How often each thing was met, the most frequent first. */
function countsOf(some: readonly Met[]): string {
  const counts = new Map<string, number>();
  for (const { where } of some) counts.set(where, (counts.get(where) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([where, count]) => `  ${count}  ${where}\n`)
    .join('');
}
