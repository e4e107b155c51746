// A turn in which the skill has Alexa put whatever is said into one slot (Dialog.ElicitSlot).

import type { Response } from 'ask-sdk-model';
import { afterWakeWord, type Listening, listen, NOTHING } from './listen';
import { FREE_TYPE } from './understanding/catalog';
import type { InteractionModel, Understood } from './understanding/model';
import { hear, saidBetween } from './understanding/words';

/** The slot that the next words are meant for. */
export interface Elicited {
  intent: string;
  slot: string;
  type: string;
}

const ELICIT = 'Dialog.ElicitSlot';

interface Directive {
  type: string;
  slotToElicit?: string;
  updatedIntent?: { name: string; slots?: Record<string, { name: string }> };
}

/** The slot an answer has Alexa ask for; null for none. Throws, saying why, where a device would refuse the directive. */
export function elicitedBy(response: Response, { interactionModel }: InteractionModel): Elicited | null {
  const directives = (response.directives ?? []) as unknown as Directive[];
  const dialog = directives.filter(({ type }) => type.startsWith('Dialog.'));
  const directive = dialog.find(({ type }) => type === ELICIT);
  if (!directive) return null;
  const { slotToElicit: slot = '', updatedIntent } = directive;
  refuse(dialog.length > 1, 'more than one directive of a dialog');
  if (!updatedIntent) throw new Error('a slot is elicited without updatedIntent');
  const { name, slots = {} } = updatedIntent;
  const prompted = interactionModel.dialog?.intents.find((one) => one.name === name)?.slots ?? [];
  const declared = prompted.find((one) => one.name === slot);
  if (!declared) throw new Error(`${name}.${slot} is elicited, and no slot of the model's dialog`);
  const prompt = interactionModel.prompts?.find(({ id }) => id === declared.prompts?.elicitation);
  refuse(declared.elicitationRequired !== true, `${name}.${slot} is elicited, and not required`);
  refuse(!prompt?.variations.length, `${name}.${slot} is elicited, and has no prompt in the model`);
  refuse(slots[slot]?.name !== slot, `updatedIntent does not hold ${slot}`);
  refuse(response.shouldEndSession !== false, 'a slot is elicited in a session that is not kept open');
  refuse(!response.reprompt, 'a slot is elicited without a reprompt');
  return { intent: name, slot, type: declared.type };
}

function refuse(isWrong: boolean, why: string): void {
  if (isWrong) throw new Error(why);
}

/** How often an unkind service does something else with what is said to an elicited slot. */
const ELSEWHERE = 0.25;

/**
 * Understands words that are meant for a slot. All of them go there but the very words of a built-in intent; from an
 * unkind service these too, and by chance nothing does.
 */
export function listenFor(elicited: Elicited, utterance: string, model: InteractionModel, how: Listening): Understood {
  const { wary } = how;
  const exact = listen(utterance, model, { strict: true });
  const isExact = exact.by === 'sample' && Object.values(exact.slots).every(({ type }) => type !== FREE_TYPE);
  if (wary) {
    if (wary() < ELSEWHERE) return isExact && wary() < 0.5 ? exact : NOTHING;
  } else if (isExact && exact.intent.startsWith('AMAZON.')) return exact;
  const heard = hear(afterWakeWord(utterance), false);
  const value = saidBetween(heard, 0, heard.tokens.length);
  return {
    intent: elicited.intent,
    slots: { [elicited.slot]: { value, type: elicited.type } },
    by: 'elicited',
    lost: false,
  };
}
