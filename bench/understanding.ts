// Measures how long the simulated Alexa takes to understand a sentence that no sample says exactly.

import { join } from 'node:path';
import { examplesOf } from '../content/languages';
import { generatedModel } from '../simulator/compose';
import { listen } from '../simulator/listen';

const LANGUAGES = join(__dirname, '..', 'content', 'languages');

/** Milliseconds a sentence, on average over all that a listener is known to say, each with words around it. */
function understandingMs(): number {
  const model = generatedModel('en-US');
  if (!model) throw new Error('There is no model for en-US');
  // The first sentence reads the model.
  listen('yes', model);
  const sentences = Object.keys(examplesOf(LANGUAGES, 'en'));
  const beganMs = performance.now();
  for (const said of sentences) listen(`well ${said} I think`, model);
  return (performance.now() - beganMs) / sentences.length;
}

/** The figure as a line of the bench. A listener in the terminal notices some 25 ms. */
export const understandingLine = (): string =>
  `the simulated Alexa: a sentence in other words understood in ${understandingMs().toFixed(1)} ms`;
