// The ways in which a sentence can be heard, and what the skill makes of each.

import { join } from 'node:path';
import { folderLanguages } from '../../content/languages';
import { readStatement } from '../../lambda/alexa/freeWords';
import { hearingIn } from '../../lambda/alexa/hearing';
import { understand } from '../../lambda/alexa/understand';
import { WORDS_INTENT, WORDS_SLOT } from '../../lambda/alexa/wholeWords';
import type { Event } from '../../lambda/dialogue/event';
import { interpretAnswer } from '../../lambda/dialogue/meaningOfAnswer';
import { createState, type State, USUAL_SETTINGS } from '../../lambda/dialogue/state';
import { generatedModel } from '../../simulator/compose';
import { listen } from '../../simulator/listen';
import { envelope, intentRequest } from '../../simulator/request';
import type { Understood } from '../../simulator/understanding/model';
import type { Answer } from './sets';

const LOCALE = 'en-US';

/** What became of a sentence, and through which intent. */
export interface Heard {
  event: Event | null;
  intent: string;
}

/** One way of hearing a sentence. */
export interface Way {
  name: string;
  hear(said: string): Heard;
}

const hearing = hearingIn(folderLanguages(join(__dirname, '..', '..', 'content', 'languages')).of(LOCALE));

const model = generatedModel(LOCALE);
if (!model) throw new Error(`There is no model for ${LOCALE}; run npm run models.`);

const COMMON = { requestId: 'request', timestamp: '2025-01-01T00:00:00Z', locale: LOCALE };
const LISTENER = { applicationId: 'skill', userId: 'listener', deviceKind: 'echo-dot', locale: LOCALE } as const;
const SESSION = { id: 'session', isNew: false, attributes: {} };

/** The words that Alexa often keeps to itself as the name of an intent. */
const QUESTION_WORDS =
  /^(?:(?:how|what|which|who|why|when|where)(?:'s)?(?: (?:long|often|much|many|about))?|is|are|am|do|does|did|can|could|should|would|will)(?: (?:is|are|am|do|does|did|can|could|should|would|will))?(?: (?:i|it|you|we))? /;

/** The symptom reader and the answer finder on a text, nothing of Alexa between. */
function readText(text: string): Heard {
  const said = hearing.hear(text);
  const whole = readStatement(said, 'whole');
  if (whole.type === 'denied') return { event: whole, intent: 'text' };
  const { answer: found, symptoms: rows } = said;
  if (rows.length === 0 && said.doubts.length > 0)
    return { event: { type: 'askedAboutSymptom', rows: said.doubts, found, told: true }, intent: 'text' };
  if (rows.length === 0 && said.suspicion)
    return { event: { type: 'askedAboutSymptom', found, told: true, ...said.suspicion }, intent: 'text' };
  if (rows.length === 0) return { event: { type: 'askedQuestion', found }, intent: 'text' };
  const type = said.isSupposed ? 'askedAboutSymptom' : 'reportedSymptom';
  return { event: type === 'reportedSymptom' ? { type, rows } : { type, rows, found }, intent: 'text' };
}

/** A session in which a question may be asked: no health question is open. */
const ANYWHERE: State = {
  ...createState('scoring', USUAL_SETTINGS),
  moment: { at: 'choosing', asks: 'region', tries: {} },
};

/** A sentence taken to an intent, made a request, and understood. */
function throughModel(said: string, strict: boolean, state = ANYWHERE): Heard {
  return model ? asUnderstood(listen(said, model, { strict }), state) : { event: null, intent: '' };
}

/** What the skill makes of an utterance as the service understood it. */
function asUnderstood(what: Understood, state: State): Heard {
  if (!model) return { event: null, intent: '' };
  const request = envelope(intentRequest(what, model, COMMON, LISTENER.applicationId), SESSION, LISTENER);
  const event = understand(request, hearing);
  return { event: event && (interpretAnswer(state, event) ?? event), intent: what.intent };
}

export const onText: Way = { name: 'the reader on the text', hear: readText };

export const onRemainder: Way = {
  name: 'the reader on the text, question words left out',
  hear: (said) => readText(said.replace(QUESTION_WORDS, '')),
};

/** Where the whole sentence was asked for. */
export const inWords: Way = {
  name: 'as a whole sentence',
  hear(said) {
    const what = { intent: WORDS_INTENT, slots: { [WORDS_SLOT]: { value: said, type: 'AMAZON.SearchQuery' } } };
    return asUnderstood({ ...what, by: 'sample', lost: false }, ANYWHERE);
  },
};

export const endToEnd: Way = { name: 'end to end, strict', hear: (said) => throughModel(said, true) };

export const loosely: Way = { name: 'end to end, loose', hear: (said) => throughModel(said, false) };

/** A session in which a health question is open. */
const askedFor = ({ at }: Answer): State => ({
  ...ANYWHERE,
  moment: { at: 'screening', question: at, tries: {}, noesHeard: 0 },
});

/** The event of an answer to a health question, end to end. */
export function hearAnswer(answer: Answer, strict: boolean): Event | null {
  return throughModel(answer.said, strict, askedFor(answer)).event;
}

/** The same by the reader on the text, nothing of Alexa between. */
export function hearAnswerOnText(answer: Answer): Event {
  const event = readStatement(hearing.hear(answer.said), 'whole');
  return interpretAnswer(askedFor(answer), event) ?? event;
}
