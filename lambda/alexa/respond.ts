// Turns a turn into Alexa's response: what is said, played and asked.

import type { Directive, dialog, Response, ui } from 'ask-sdk-model';
import type { Act, Turn } from '../dialogue/act';
import type { Slot } from '../domain/timeline';
import { tonesIn } from '../domain/tones';
import { type AudioDocument, renderAudio } from '../speech/apla';
import { writeCard } from '../speech/card';
import type { Speech } from '../speech/speech';
import { renderSsml } from '../speech/ssml';
import { permissionDirectiveFor } from './alerts/permissions';
import { AUDIO_TOKEN, TONED_TOKEN } from './audioFault';
import { CARD_CHARACTERS } from './limits';
import { WORDS_INTENT, WORDS_SLOT } from './wholeWords';

export type AudioForm = 'apla' | 'ssml';

interface Heard {
  says: Act[];
  plays: Slot[];
  asks: Act | null;
}

interface Rendered {
  outputSpeech?: ui.SsmlOutputSpeech;
  directives?: Directive[];
}

/** The response to a turn. The microphone opens exactly when something is asked; a silent turn changes nothing. */
export function respond(turn: Turn, speech: Speech, audio: AudioForm): Response {
  if (turn.silent) return {};
  const answer = { ...render(turn, speech, audio), ...cardFor(turn, speech) };
  // While Alexa asks for a permission, she decides whether the session stays open.
  if (turn.permission) return { ...answer, directives: [permissionDirectiveFor(turn.permission)] };
  if (!turn.asks) return { ...answer, shouldEndSession: true };
  const again = turn.reprompt ?? { says: [], plays: [], asks: turn.asks };
  const directives = [...(answer.directives ?? []), ...(turn.isOpen ? [ASK_FOR_WORDS] : [])];
  return {
    ...answer,
    ...(directives.length > 0 ? { directives } : {}),
    reprompt: render(again, speech, audio),
    shouldEndSession: false,
  };
}

/** Asks for the whole sentence, nothing of it kept back. The intent is always sent along: a device needs it. */
const ASK_FOR_WORDS: dialog.ElicitSlotDirective = {
  type: 'Dialog.ElicitSlot',
  slotToElicit: WORDS_SLOT,
  updatedIntent: {
    name: WORDS_INTENT,
    confirmationStatus: 'NONE',
    slots: { [WORDS_SLOT]: { name: WORDS_SLOT, confirmationStatus: 'NONE' } },
  },
};

function cardFor({ card }: Turn, { sentence }: Speech): { card?: ui.SimpleCard } {
  return card ? { card: { type: 'Simple', ...writeCard(card, sentence, CARD_CHARACTERS) } } : {};
}

/** Words come before a document on every device, so a prompt after a timed part stands in its document. */
function render({ says, plays, asks }: Heard, speech: Speech, audio: AudioForm): Rendered {
  if (plays.length === 0 || audio === 'ssml') {
    const everything = renderSsml(says, plays, asks, speech);
    return { outputSpeech: { type: 'SSML', ssml: everything } };
  }
  const token = tonesIn(plays) > 0 ? TONED_TOKEN : AUDIO_TOKEN;
  const directives = [directiveFor(renderAudio(plays, asks, speech.sentence), token)];
  if (says.length === 0) return { directives };
  return { outputSpeech: { type: 'SSML', ssml: renderSsml(says, [], null, speech) }, directives };
}

function directiveFor(document: AudioDocument, token: string): Directive {
  return { type: 'Alexa.Presentation.APLA.RenderDocument', token, document: { ...document } };
}
