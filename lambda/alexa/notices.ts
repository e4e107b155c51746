// Takes what Amazon tells the skill when no listener is speaking: permissions and disabling.

import type { RequestEnvelope } from 'ask-sdk-model';
import type { Offer } from '../dialogue/act';
import type { Store } from '../persistence/store';
import { SCOPES } from './alerts/permissions';
import { type Caller, fieldsOf, textOf } from './envelope';
import { type Memory, recall } from './memory/recall';
import { type ListenerRecord, withoutDeclined } from './memory/record';

/** The permissions this skill knows, and which offer each belongs to. */
const PERMISSIONS: Readonly<Record<string, Offer>> = {
  [SCOPES.reminders]: 'reminders',
  [SCOPES.timers]: 'timers',
};

export const isNotice = (envelope: RequestEnvelope): boolean => typeOf(envelope).startsWith('AlexaSkillEvent.');

const typeOf = ({ request }: RequestEnvelope): string => textOf(fieldsOf(request)['type']);

/**
 * The skill was disabled: everything kept of the listener is deleted, whether they may come back or not. A permission was
 * given: an earlier no to it no longer counts. Any other notice changes nothing.
 */
export async function takeNotice(
  envelope: RequestEnvelope,
  caller: Caller,
  store: Store,
  nowMs: number,
): Promise<Memory> {
  const memory = await recall(store, caller, nowMs);
  switch (typeOf(envelope)) {
    case 'AlexaSkillEvent.SkillDisabled':
      await memory.forget();
      break;
    case 'AlexaSkillEvent.SkillPermissionAccepted':
    case 'AlexaSkillEvent.SkillPermissionChanged':
      await memory.change((record) => withPermissions(record, acceptedIn(envelope)), nowMs);
      break;
  }
  return memory;
}

/** The permissions that are granted now. */
function acceptedIn({ request }: RequestEnvelope): string[] {
  const accepted = fieldsOf(fieldsOf(request)['body'])['acceptedPermissions'];
  return Array.isArray(accepted) ? accepted.map((one) => textOf(fieldsOf(one)['scope'])) : [];
}

function withPermissions(record: ListenerRecord, accepted: readonly string[]): ListenerRecord {
  return accepted.reduce((so, scope) => {
    const offer = PERMISSIONS[scope];
    return offer ? withoutDeclined(so, offer) : so;
  }, record);
}
