// Tests that the simulator can hear as badly as a service could, the same way again with the same seed.

import { listen, type Understood } from '../../simulator/listen';
import { chanceFrom } from '../../simulator/sound/chance';
import { replay } from '../../simulator/transcript';
import { wayIn } from '../../simulator/way';
import { model } from './small-model';

const seeds = Array.from({ length: 60 }, (_, at) => at + 1);

/** What a sentence is taken for, in as many sessions as there are seeds. */
const heard = (said: string): Understood[] => seeds.map((seed) => listen(said, model, { wary: chanceFrom(seed) }));

const intentsOf = (said: string): string[] => [...new Set(heard(said).map(({ intent }) => intent))].sort();

test.each([
  ['ready', 'ReadyIntent'],
  ['yes', 'AMAZON.YesIntent'],
  ['upper left with a tennis ball', 'ChooseIntent'],
  ['my arm is numb', 'ReportSymptomIntent'],
])('whoever says the very words "%s" is always heard, and nothing is lost', (said, intent) => {
  expect(intentsOf(said)).toEqual([intent]);
  expect(heard(said).filter(({ lost }) => lost)).toEqual([]);
});

test('a symptom behind a go word is lost: the service hears the go word, or now and then nothing', () => {
  expect(intentsOf('ready but my arm is numb')).toEqual(['AMAZON.FallbackIntent', 'ReadyIntent']);
  expect(heard('ready but my arm is numb').filter(({ lost }) => !lost)).toEqual([]);
  expect(heard('ready but my arm is numb').filter(({ slots }) => Object.keys(slots).length > 0)).toEqual([]);
  const missed = heard('ready but my arm is numb').filter(({ by }) => by === 'nothing');
  expect(missed.length).toBeGreaterThan(1);
  expect(missed.length).toBeLessThan(15);
});

test('free words behind a carrier arrive half of the time', () => {
  const carried = heard('how do i breathe').filter(({ intent }) => intent === 'AskIntent');
  expect(carried.length).toBeGreaterThan(15);
  expect(carried.length).toBeLessThan(45);
  expect(carried.map(({ slots }) => slots['query']?.value)).toEqual(carried.map(() => 'breathe'));
});

test('values of a list stay in a sentence that is taken for another, and are now and then not resolved', () => {
  const swaps = heard('swap to my good lacrosse ball').filter(({ intent }) => intent === 'SwapToolIntent');
  expect(swaps.length).toBeGreaterThan(40);
  for (const { slots } of swaps) expect(slots['tool']?.value).toBe('lacrosse ball');
  const tools = heard('swap to a foam roller').map(({ slots }) => slots['tool']);
  const unresolved = tools.filter((tool) => tool?.resolved?.length === 0);
  expect(unresolved.length).toBeGreaterThan(0);
  expect(unresolved.length).toBeLessThan(20);
  expect(unresolved[0]?.value).toBe('foam roller');
});

test('in the usual way a word that is dropped from a near sentence counts as lost, a courtesy does not', () => {
  expect(listen('um, swap to the foam roller please', model)).toMatchObject({ intent: 'SwapToolIntent', lost: false });
  expect(listen('since this morning I have had chest pain on stairs', model)).toMatchObject({ lost: true });
  expect(listen('banana', model)).toMatchObject({ by: 'nothing', lost: true });
});

test.each([
  ['strict', { strict: true }],
  ['wary', { wary: 1 }],
  ['wary 7', { wary: 7 }],
  ['wary=7', { wary: 7 }],
  ['kind', null],
  ['wary x', null],
])('the way "%s" is %j', (written, way) => {
  expect(wayIn(written)).toEqual(way);
});

/** A conversation whose sentences are no samples, with what is heard of each. */
async function conversation(way: string): Promise<string> {
  const said = ['no but it is my left arm', 'sure but my hand tingles', 'one more but my chest is tight'];
  const lines = said.map((one) => `you    ${one}\nalexa  ?`);
  return (await replay(['A conversation', way, 'you    open knot relief', ...lines].join('\n'))).rewritten;
}

test('a written conversation says in which way it is understood, and goes the same way again', async () => {
  expect(await conversation('way    wary 3')).toBe(await conversation('way    wary 3'));
  const ways = ['', 'way    strict', 'way    wary 3', 'way    wary 4', 'way    wary 5'];
  const told = await Promise.all(ways.map(conversation));
  expect(new Set(told.map((one) => one.split('\n').slice(2).join('\n'))).size).toBeGreaterThan(2);
  await expect(conversation('way    kind')).rejects.toThrow('no way of understanding is "kind"');
});
