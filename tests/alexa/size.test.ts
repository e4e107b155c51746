// Tests that the heaviest answer of every routine fits a response, with its reprompt and the place it keeps.

import type { ResponseEnvelope } from 'ask-sdk-model';
import { RESPONSE_BYTES, STATE_BYTES } from '../../lambda/alexa/limits';
import { replay } from '../../simulator/transcript';
import { everyday } from '../support/how-many';

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value ?? {}));

const REGIONS = ['upper', 'middle', 'lower'];
const TOOLS = ['tennis ball', 'foam roller', 'massage hook', 'my hands', 'my partner', 'stretches only'];
const MANNERS = ['count more', 'count less', 'slower'];

/** Everything that makes answers long: both sides, ten minutes, a question in every part, and silence at the end. */
function script(region: string, tool: string, manner: string): string {
  const said = ['open knot relief', ...Array(8).fill('no'), 'start', `${region} back`, 'both sides', tool];
  said.push('ten minutes', 'on the floor', 'no', 'four', manner);
  for (let round = 0; round < 4; round++) said.push('ready', 'ready', 'four', 'no', 'no', 'ready');
  return ['A long session', ...said.map((one) => `you    ${one}`), 'silence', 'silence'].join('\n');
}

const everyWay = REGIONS.flatMap((region) => TOOLS.flatMap((tool) => MANNERS.map((manner) => [region, tool, manner])));
/** Among them each region, tool and manner. */
const cases = everyday(everyWay, 14);

test('no answer of a long session is heavier than the platform carries', async () => {
  const moments = new Set<string>();
  let heaviest = 0;
  for (const [region = '', tool = '', manner = ''] of cases) {
    const { exchanges } = await replay(script(region, tool, manner), { locale: 'en-US' });
    for (const { response } of exchanges) {
      const envelope = response as ResponseEnvelope;
      moments.add(String((envelope.sessionAttributes?.['state'] as { moment: { at: string } } | undefined)?.moment.at));
      heaviest = Math.max(heaviest, bytesOf(envelope));
      expect(bytesOf(envelope)).toBeLessThanOrEqual(RESPONSE_BYTES);
      expect(bytesOf(envelope.sessionAttributes)).toBeLessThanOrEqual(STATE_BYTES);
    }
  }
  // The walk is worth nothing when it never comes to the long parts.
  for (const moment of ['pressing', 'stretching', 'closing']) expect([...moments]).toContain(moment);
  expect(heaviest).toBeGreaterThan(RESPONSE_BYTES / 3);
}, 120_000);
