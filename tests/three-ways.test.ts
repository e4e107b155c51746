// Tests that written conversations stay safe however badly the service understands them, and tells where they differ.

import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import type { SymptomRow } from '../lambda/domain/symptom';
import { cellFor } from '../lambda/domain/symptomTable';
import type { Turn } from '../simulator/happening';
import { FALLBACK } from '../simulator/listen';
import { type Replay, replay, type Said } from '../simulator/transcript';
import type { Way } from '../simulator/way';
import { onText } from '../tools/scoring/ways';
import { houseFaults } from './support/house-rules';
import { everyday } from './support/how-many';
import type { SkillState } from './support/wary-places';
import { type WrittenConversation, writtenConversations } from './support/written-conversations';

const NAMES = ['strict', 'wary'] as const;
type Name = (typeof NAMES)[number];

/** Those written for the usual way; a header would say otherwise. */
const all = writtenConversations().filter(({ text, locale }) => locale === 'en-US' && !/^way /m.test(text));
const some = everyday(all, 72);

const turnOf = ({ happenings }: Said): Turn | undefined => happenings.find((one): one is Turn => one.type === 'turn');

/** What the skill keeps after a sentence. */
function stateAfter({ exchanges }: Said): Kept | null {
  const answers = exchanges.filter(({ request }) => typeOf(request) === 'IntentRequest');
  return ((answers.at(-1)?.response as ResponseEnvelope | undefined)?.sessionAttributes?.['state'] ??
    null) as Kept | null;
}

interface Kept extends SkillState {
  guideOff?: boolean;
  pressOff?: boolean;
}

const typeOf = (request: unknown): string => (request as RequestEnvelope).request.type;

const presses = (said: Said): boolean => ['press', 'pin'].includes(stateAfter(said)?.playing?.block?.part ?? '');

/** An outcome that ends all guiding, as far as it was said or is still being weighed. */
const isWarned = (said: Said): boolean => stateAfter(said)?.moment.at === 'warned';

/** An emergency or a same-day report, told at a time when something presses. */
const isGrave = (row: SymptomRow): boolean => ['E', 'D'].includes(cellFor(row, 'touching'));

function reportsGrave(utterance: string): boolean {
  const { event } = onText.hear(utterance);
  return event?.type === 'reportedSymptom' && event.rows.some(isGrave);
}

/** How a conversation first goes otherwise than in the usual way; null when it does not. */
function differenceOf(usual: Replay, other: Replay): Difference | null {
  const at = other.said.findIndex((said, index) => turnOf(said)?.speech !== turnOf(usual.said[index] ?? said)?.speech);
  const turn = at < 0 ? undefined : turnOf(other.said[at] as Said);
  if (at < 0) return null;
  if (turn?.intent === FALLBACK) return 'asked again';
  return turn?.lost ? 'words lost' : 'other answer';
}

const DIFFERENCES = ['asked again', 'words lost', 'other answer'] as const;
type Difference = (typeof DIFFERENCES)[number];

interface Played {
  name: string;
  usual: Replay;
  others: Record<Name, Replay>;
  log: string[];
}

/** The unkind service is another one for each conversation. */
async function playThrice({ name, text, locale }: WrittenConversation, seed: number): Promise<Played> {
  const log: string[] = [];
  const note = (line: string) => log.push(line);
  const inWay = (way: Way) => replay(text, { locale, log: note, ...way });
  const usual = await inWay({});
  return { name, usual, others: { strict: await inWay({ strict: true }), wary: await inWay({ wary: seed }) }, log };
}

describe('in every way of understanding', () => {
  const played: Played[] = [];

  beforeAll(async () => {
    for (const one of some) played.push(await playThrice(one, all.indexOf(one) + 1));
    process.stdout.write(NAMES.map(lineOf).join(''));
  });

  /** How many conversations go otherwise in a way, and how. */
  function lineOf(name: Name): string {
    const found = played.map(({ usual, others }) => differenceOf(usual, others[name]));
    const counts = DIFFERENCES.map((one) => `${found.filter((other) => other === one).length} ${one}`);
    const differ = found.filter((one) => one !== null).length;
    return `${name}: ${differ} of ${played.length} written conversations differ (${counts.join(', ')})\n`;
  }

  const faultsOf = (check: (one: Replay, usual: Replay) => string[]): string[] =>
    played.flatMap(({ name, usual, others }) =>
      NAMES.flatMap((way) => check(others[way], usual).map((fault) => `${name}, ${way}: ${fault}`)),
    );

  test('every listener gets an answer that Alexa takes, and none is failed', () => {
    const broken = ({ exchanges, said }: Replay) => [
      ...exchanges.flatMap(({ request, response }) =>
        houseFaults(request as RequestEnvelope, response as ResponseEnvelope),
      ),
      ...said.flatMap(({ happenings }) =>
        happenings.flatMap((one) => (one.type === 'sessionEnded' && one.reason === 'ERROR' ? [`${one.message}`] : [])),
      ),
    ];
    expect(faultsOf(broken)).toEqual([]);
    expect(played.flatMap(({ log }) => log.filter((line) => line.includes('"level":"error"')))).toEqual([]);
  });

  test('nobody presses on a grave symptom whose words have reached the skill', () => {
    const pressing = ({ said }: Replay) =>
      said.flatMap((one) => {
        const turn = turnOf(one);
        return turn && !turn.lost && presses(one) && reportsGrave(turn.utterance) ? [turn.utterance] : [];
      });
    expect(faultsOf(pressing)).toEqual([]);
  });

  test('whoever is warned in the usual way presses after the same words in no other, unless they were lost', () => {
    const pressing = (other: Replay, usual: Replay) => {
      const warnedAt = usual.said.findIndex(isWarned);
      const warning = warnedAt < 0 ? undefined : other.said[warnedAt];
      if (!warning || turnOf(warning)?.lost) return [];
      return other.said.flatMap((one, at) =>
        at >= warnedAt && presses(one) && !presses(usual.said[at] ?? one) ? [`${turnOf(one)?.utterance}`] : [],
      );
    };
    expect(faultsOf(pressing)).toEqual([]);
  });

  test('some listeners are warned and some press, and some are understood otherwise', () => {
    expect(played.filter(({ usual }) => usual.said.some(isWarned)).length).toBeGreaterThan(10);
    expect(played.filter(({ usual }) => usual.said.some(presses)).length).toBeGreaterThan(10);
    for (const name of NAMES)
      expect(played.some(({ usual, others }) => differenceOf(usual, others[name]) !== null)).toBe(true);
  });
});
