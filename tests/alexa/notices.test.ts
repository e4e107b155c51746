// Tests that the skill does what Amazon's notices ask for, whatever the store holds or does.

import type { RequestEnvelope } from 'ask-sdk-model';
import { callerOf } from '../../lambda/alexa/envelope';
import { EMPTY_RECORD, RECORD_VERSION } from '../../lambda/alexa/memory/record';
import { memoryStore } from '../../lambda/persistence/memory';
import type { Kept, Store } from '../../lambda/persistence/store';
import { DEVICE_ID, launch, requestOf, USER_ID } from '../support/alexa-requests';
import { START, skillInTest } from '../support/skill';

const LISTENER = callerOf(launch()).listener ?? '';
const REMINDERS = 'alexa::alerts:reminders:skill:readwrite';
const TIMERS = 'alexa::alerts:timers:skill:readwrite';

/** A notice as it comes: no session, and the listener in the context. */
function notice(type: string, body?: unknown): RequestEnvelope {
  const { session: _session, ...envelope } = requestOf({
    type: `AlexaSkillEvent.${type}`,
    ...(body === undefined ? {} : { body }),
    eventCreationTime: '2026-11-21T12:00:00Z',
  });
  return envelope as RequestEnvelope;
}
const accepted = (...scopes: string[]) => ({ acceptedPermissions: scopes.map((scope) => ({ scope })) });

async function storeWith(record: unknown): Promise<Store> {
  const store = memoryStore();
  await store.save(LISTENER, record as Kept, { version: 0, expiresAtMs: START + 1e9 });
  return store;
}
const known = (changes: object = {}): object => ({ ...EMPTY_RECORD, ...changes });
const declinedIn = async (store: Store) => (await store.load(LISTENER))?.record?.['declined'];

test.each<[string, unknown]>([
  ['whole', known({ declined: ['reminders'] })],
  ['damaged', { version: RECORD_VERSION, declined: 7, places: 'nowhere', sessions: [null] }],
  ['no record at all', { hello: 'there' }],
  ['of a newer version', { version: RECORD_VERSION + 1, anything: true }],
])('the skill is disabled: everything goes, though the record is %s', async (_, record) => {
  const store = await storeWith(record);
  const { ask } = skillInTest({ store });
  const answer = await ask(notice('SkillDisabled', { userInformationPersistenceStatus: 'NOT_PERSISTED' }));
  expect(answer.response).toEqual({});
  expect(await store.load(LISTENER)).toBeNull();
});

test('somebody who may come back is forgotten as well, and so is nobody', async () => {
  const store = await storeWith(known());
  await skillInTest({ store }).ask(notice('SkillDisabled', { userInformationPersistenceStatus: 'PERSISTED' }));
  expect(await store.load(LISTENER)).toBeNull();
  await expect(skillInTest().ask(notice('SkillDisabled'))).resolves.toMatchObject({ response: {} });
});

test.each(['SkillPermissionAccepted', 'SkillPermissionChanged'])(
  '%s: an earlier no to what is allowed now no longer counts',
  async (type) => {
    const store = await storeWith(known({ declined: ['warmUp', 'reminders', 'timers'] }));
    await skillInTest({ store }).ask(notice(type, accepted(REMINDERS, 'alexa::devices:all:address:full:read')));
    expect(await declinedIn(store)).toEqual(['warmUp', 'timers']);
    await skillInTest({ store }).ask(notice(type, accepted(REMINDERS, TIMERS)));
    expect(await declinedIn(store)).toEqual(['warmUp']);
  },
);

test('a permission taken away is no no of its own: whoever asks for a reminder may be asked again', async () => {
  const store = await storeWith(known({ declined: ['warmUp'] }));
  await skillInTest({ store }).ask(notice('SkillPermissionChanged', accepted()));
  await skillInTest({ store }).ask(notice('SkillPermissionChanged'));
  expect(await declinedIn(store)).toEqual(['warmUp']);
});

test.each<unknown>([
  null,
  7,
  'x',
  {},
  { acceptedPermissions: null },
  { acceptedPermissions: [null, 7, {}, { scope: 7 }] },
])('a notice whose body is %j changes nothing', async (body) => {
  const store = await storeWith(known({ declined: ['reminders'] }));
  await skillInTest({ store }).ask(notice('SkillPermissionAccepted', body));
  expect(await declinedIn(store)).toEqual(['reminders']);
});

test.each(['SkillEnabled', 'SkillAccountLinked', 'ProactiveSubscriptionChanged', 'WhateverComes'])(
  '%s changes nothing',
  async (type) => {
    const store = await storeWith(known({ declined: ['reminders'] }));
    const answer = await skillInTest({ store }).ask(notice(type, accepted(REMINDERS)));
    expect(answer.response).toEqual({});
    expect(await declinedIn(store)).toEqual(['reminders']);
  },
);

test.each(['SkillDisabled', 'SkillPermissionAccepted'])(
  'a store that fails is written down, nothing is answered, and nobody is named: %s',
  async (type) => {
    const broken = () => Promise.reject(new Error(`no store for ${USER_ID}`));
    const { ask, log } = skillInTest({ store: { load: broken, save: broken, forget: broken } });
    expect((await ask(notice(type, accepted(REMINDERS)))).response).toEqual({});
    const lines = log.join('\n');
    expect(lines).toContain('"unreachable"');
    expect(lines).toContain('"level":"error"');
    for (const id of [USER_ID, DEVICE_ID, LISTENER]) expect(lines).not.toContain(id);
  },
);
