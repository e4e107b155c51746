// Answers as Amazon's service would if it understood exactly what the simulator does, in its own format.

import { generatedModel } from '../../simulator/compose';
import { listen } from '../../simulator/listen';
import type { Profiled } from '../../tools/profile/kept';
import { STAND_IN_SKILL } from './smapi';

/** What the simulated service makes of a sentence; `strict` is the very samples alone. */
export function profiledBySimulator(locale: string, sentence: string, strict = false): Profiled {
  const model = generatedModel(locale);
  if (!model) throw new Error(`there is no model of ${locale}`);
  const { intent, slots } = listen(sentence, model, { strict });
  const entries = Object.entries(slots).map(([name, { value, type, resolved }]) => {
    const said = { name, value, confirmationStatus: 'NONE' as const };
    if (!resolved) return [name, said] as const;
    const authority = `amzn1.er-authority.echo-sdk.${STAND_IN_SKILL}.${type}`;
    const code = resolved.length > 0 ? ('ER_SUCCESS_MATCH' as const) : ('ER_SUCCESS_NO_MATCH' as const);
    return [
      name,
      { ...said, resolutions: { resolutionsPerAuthority: [{ authority, status: { code }, values: resolved }] } },
    ] as const;
  });
  return {
    sessionEnded: false,
    selectedIntent: { name: intent, confirmationStatus: 'NONE', slots: Object.fromEntries(entries) },
    consideredIntents: [],
  };
}
