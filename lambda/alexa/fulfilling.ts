// Says whether this skill can answer a question that was put to no skill in particular.

import type { canfulfill, RequestEnvelope, Response } from 'ask-sdk-model';
import { topics } from '../../content';
import type { Event } from '../dialogue/event';
import { fieldsOf, textOf } from './envelope';
import type { Hearing } from './hearing';
import { slotsOf } from './slots';
import { interpretIntent, isAsking } from './understand';

/**
 * The answer when Alexa asks many skills at once. Only questions are offered: a routine begins with its own, and
 * a person who reports a symptom must not be sent from skill to skill.
 */
export function fulfil(envelope: RequestEnvelope, hearing: Hearing): Response {
  const intent = textOf(fieldsOf(fieldsOf(envelope.request)['intent'])['name']);
  const slots = slotsOf(envelope);
  const able = isAsking(intent) ? abilityFor(interpretIntent(intent, slots, hearing)) : 'NO';
  const each: canfulfill.CanFulfillSlot = able === 'NO' ? { canUnderstand: 'NO', canFulfill: 'NO' } : UNDERSTOOD;
  return {
    canFulfillIntent: {
      canFulfill: able,
      slots: Object.fromEntries(Object.keys(slots).map((name) => [name, each])),
    },
  };
}

const UNDERSTOOD: canfulfill.CanFulfillSlot = { canUnderstand: 'YES', canFulfill: 'YES' };

/** A question that only comes near a topic may be answered in a conversation. */
function abilityFor(event: Event): canfulfill.CanFulfillIntentValues {
  if (event.type !== 'askedQuestion') return 'NO';
  const [nearest = ''] = event.found.topics;
  if (topics[nearest]?.about === 'out') return 'NO';
  switch (event.found.nearness) {
    case 'meant':
      return 'YES';
    case 'likely':
    case 'near':
      return 'MAYBE';
    default:
      return 'NO';
  }
}
