// Where tones may sound.

import type { Block, Settings } from './state';

/** A device is tried with tones where nothing presses: what fails there costs a stretch, not a release. */
export function mayHaveTones(part: Block['part'], { sounds, audio, tones }: Settings): boolean {
  if (!sounds || audio !== 'apla') return false;
  return (part === 'press' && tones === 'all') || (part === 'stretch' && tones !== 'none');
}
