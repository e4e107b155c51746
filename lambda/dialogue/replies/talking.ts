// Replies to "talk less", "talk more", "no sounds" and "sounds" in any moment.

import type { Act, Turn } from '../act';
import type { Context } from '../context';
import type { Event } from '../event';
import { askAgain } from '../prompts';
import type { Settings, State } from '../state';

/** What is set by what is said. */
const CHANGES: Partial<Record<Event['type'], Partial<Settings>>> = {
  wantedLessTalk: { talk: 'less' },
  wantedMoreTalk: { talk: 'normal' },
  wantedSounds: { sounds: true },
  wantedNoSounds: { sounds: false },
};

/** The settings after an event; the same ones when it changes none. */
export function settingsAfter(event: Event, settings: Settings): Settings {
  const change = CHANGES[event.type];
  return change ? { ...settings, ...change } : settings;
}

/** Changes how much is heard, says so shortly, and asks the present question again; null for other events. */
export function hearTalk(state: State, event: Event, context: Context): Turn | null {
  if (!CHANGES[event.type]) return null;
  const changed: State = { ...state, settings: settingsAfter(event, state.settings) };
  return askAgain(changed, context, [confirm(event, changed.settings)]);
}

/** Sounds are not promised on a device that does not play them. */
function confirm({ type }: Event, { audio, tones }: Settings): Act {
  switch (type) {
    case 'wantedLessTalk':
      return { key: 'talk.less' };
    case 'wantedMoreTalk':
      return { key: 'talk.more' };
    case 'wantedNoSounds':
      return { key: 'talk.noSounds' };
    default:
      return { key: audio === 'ssml' || tones === 'none' ? 'talk.cannotSound' : 'talk.sounds' };
  }
}
