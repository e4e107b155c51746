// Tells what the skill would make of what Amazon's service makes of a sentence.

import { join } from 'node:path';
import type { RequestEnvelope } from 'ask-sdk-model';
import { folderLanguages } from '../../content/languages';
import { hearingIn } from '../../lambda/alexa/hearing';
import { understand } from '../../lambda/alexa/understand';
import type { Profiled } from './kept';

/** The intent that was reached, and the event that the skill reads in it. */
export interface Reached {
  intent: string;
  event: string;
}

type Slots = NonNullable<NonNullable<Profiled['selectedIntent']>['slots']>;

/** Reads answers as the skill reads requests: by content/intents.json, and free words by what is heard in them. */
export function meaningIn(locale: string): (answer: Profiled) => Reached {
  const hearing = hearingIn(folderLanguages(join(__dirname, '../../content/languages')).of(locale));
  return ({ selectedIntent, sessionEnded }) => {
    const { name, slots = {} } = selectedIntent ?? {};
    if (sessionEnded) return { intent: name ?? '(the session ends)', event: 'stopped' };
    if (!name) return { intent: '(none)', event: 'notUnderstood' };
    const request = { type: 'IntentRequest', intent: { name, slots: asRequested(slots) } };
    return { intent: name, event: understand({ request } as unknown as RequestEnvelope, hearing)?.type ?? '(none)' };
  };
}

/** The slots as a request holds them: there each value that was found stands in a `value` of its own. */
function asRequested(slots: Slots): Record<string, unknown> {
  const entries = Object.entries(slots).map(([name, slot]) => {
    const authorities = slot.resolutions?.resolutionsPerAuthority ?? [];
    const resolutionsPerAuthority = authorities.map(({ values = [], ...rest }) => ({
      ...rest,
      values: values.map((found) => ('value' in found ? found : { value: found })),
    }));
    return [name, { ...slot, resolutions: { resolutionsPerAuthority } }];
  });
  return Object.fromEntries(entries);
}
