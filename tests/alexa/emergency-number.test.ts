// Tests which emergency number a listener is told: it follows from where the device is, never from the locale.

import type { services } from 'ask-sdk-model';
import { Household } from '../support/household';

/** Amazon's settings, answering for each device where it is; every question is counted. */
class Settings implements services.ApiClient {
  asked = 0;

  constructor(private readonly zones: Record<string, string | null | 'never'>) {}

  async invoke({ url }: services.ApiClientRequest): Promise<services.ApiClientResponse> {
    if (!url.includes('System.timeZone')) return { statusCode: 404, headers: [] };
    this.asked += 1;
    const device = Object.keys(this.zones).find((name) => url.includes(name)) ?? '';
    const zone = this.zones[device] ?? null;
    if (zone === 'never') return new Promise(() => {});
    if (zone === null) return { statusCode: 503, headers: [], body: '{}' };
    return {
      statusCode: 200,
      headers: [{ key: 'content-type', value: 'application/json' }],
      body: JSON.stringify(zone),
    };
  }
}

const home = (zones: Record<string, string | null | 'never'>) => {
  const settings = new Settings(zones);
  return { settings, house: new Household({ apiClient: settings }) };
};

const HERE = 'your local emergency number';

test.each<[string, string, string | null, string]>([
  ['in Auckland, with an Australian device', 'en-AU', 'Pacific/Auckland', 'one one one'],
  ['in Perth', 'en-AU', 'Australia/Perth', 'triple zero'],
  ['in Dublin, with a British device', 'en-GB', 'Europe/Dublin', 'one one two'],
  ['in Singapore, with an American device', 'en-US', 'Asia/Singapore', 'nine nine five'],
  ['in Berlin, with a German device, which is answered in English', 'de-DE', 'Europe/Berlin', 'one one two'],
  ['in a country that is not listed', 'en-US', 'Europe/Zurich', HERE],
  ['in a zone nobody knows', 'en-US', 'Moon/Sea_of_Rains', HERE],
  ['somewhere: the device does not tell', 'en-US', null, HERE],
  ['somewhere, in a locale nobody knows', 'xx-YY', null, HERE],
])('somebody %s', async (_, locale, zone, number) => {
  const kitchen = home({ kitchen: zone }).house.device('kitchen').in(locale);
  await kitchen.opens();
  expect(kitchen.words).toContain(`in an emergency, call ${number}.`);
  await kitchen.says('AMAZON.YesIntent');
  expect(kitchen.words).toContain(`Call ${number} now on a phone`);
});

test('a device is asked once, at its first launch, and the answer is kept', async () => {
  const { settings, house } = home({ kitchen: 'Pacific/Auckland' });
  const kitchen = house.device('kitchen').in('en-AU');
  await kitchen.opens();
  await kitchen.answersNo(3);
  await kitchen.opens();
  expect(kitchen.words).toContain('one one one');
  expect(settings.asked).toBe(1);
  expect(await house.record()).toMatchObject({ devices: [{ zone: 'Pacific/Auckland' }] });
});

test('a device of the same account in another country is asked for itself', async () => {
  const { house } = home({ kitchen: 'Pacific/Auckland', bedroom: 'Australia/Sydney', attic: null });
  for (const [name, number] of [
    ['kitchen', 'one one one'],
    ['bedroom', 'triple zero'],
    ['attic', HERE],
    ['kitchen', 'one one one'],
  ] as const) {
    const there = house.device(name).in('en-AU');
    await there.opens();
    expect([name, there.words]).toEqual([name, expect.stringContaining(`in an emergency, call ${number}.`)]);
  }
});

test('a device that did not tell is not asked at every turn, but with the next session', async () => {
  const { settings, house } = home({ kitchen: null });
  const kitchen = house.device('kitchen');
  await kitchen.opens();
  await kitchen.answersNo(3);
  expect(settings.asked).toBe(1);
  await kitchen.opens();
  expect(settings.asked).toBe(2);
});

test('where nothing can be kept, the zone holds for the session', async () => {
  const settings = new Settings({ kitchen: 'Pacific/Auckland' });
  const away = () => Promise.reject(new Error('away'));
  const store = { load: away, save: away, forget: away };
  const kitchen = new Household({ apiClient: settings, store }).device('kitchen').in('en-AU');
  await kitchen.opens();
  await kitchen.says('AMAZON.YesIntent');
  expect(kitchen.words).toContain('Call one one one now');
  expect(settings.asked).toBe(1);
});

test('the end of a session and a failed document ask nobody', async () => {
  const { settings, house } = home({ kitchen: null });
  const kitchen = house.device('kitchen');
  await kitchen.opens();
  await kitchen.fails('RENDER_ERROR', 'INTERNAL_SERVER_ERROR');
  await kitchen.ends();
  expect(settings.asked).toBe(1);
});
