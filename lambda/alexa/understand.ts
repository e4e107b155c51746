// Makes one event of a request, in the words of the conversation.

import type { RequestEnvelope } from 'ask-sdk-model';
import intentTable from '../../content/intents.json';
import type { Event, EventType } from '../dialogue/event';
import { readConnectionsResponse, readSessionResumed } from './alerts/permissions';
import { TONED_TOKEN } from './audioFault';
import { fieldsOf, textOf } from './envelope';
import { doubtOf, readQuestion, readStatement, report } from './freeWords';
import type { Hearing } from './hearing';
import { READERS } from './intentReaders';
import { type HeardSlots, slotsOf } from './slots';
import { WORDS_INTENT, WORDS_SLOT } from './wholeWords';

interface Row {
  alexa: string;
  event: string;
  /** The type of each slot. */
  slots?: Record<string, string>;
}

/** The row of an intent. Looked for in the table, which is read when the first intent comes: a launch has none. */
function rowOf(intent: string): Row | undefined {
  return (intentTable.intents as Row[]).find((row) => row.alexa === intent);
}

const NOT_UNDERSTOOD: Event = { type: 'notUnderstood' };

/** The slot type of what is pressed with. */
const TOOL = 'Tool';

/** Intents whose words are not read for symptoms before anything else: they turn or change what the words mean. */
const MEANING_TURNED = new Set([
  'AnswerIntent',
  'AskHowIntent',
  'AskIntent',
  'AskWhyIntent',
  'CannotIntent',
  'DenyIntent',
  'GoAndIntent',
  'GoneIntent',
  'NoIIntent',
  'NoThingIntent',
  'OtherPersonIntent',
  'ReportSymptomIntent',
  'TellIntent',
]);

/** Asks for the topic that was answered last; null when the last thing heard was no answer. */
export type Told = () => string | null;

/**
 * The event of a request; null for a request that means nothing to this conversation and gets an empty response. `told`:
 * what short words may go on from.
 */
export function understand(envelope: RequestEnvelope, hearing: Hearing, told: Told = () => null): Event | null {
  const request = fieldsOf(envelope.request);
  switch (request['type']) {
    case 'LaunchRequest':
      // Whichever task it names: only the timer's is ours, and none leads past the questions.
      return { type: Object.keys(fieldsOf(request['task'])).length > 0 ? 'warmedUp' : 'launched' };
    case 'Connections.Response':
      return readConnectionsResponse(request);
    case 'SessionResumedRequest':
      return readSessionResumed(request);
    case 'SessionEndedRequest':
      return { type: 'sessionLost', because: reasonOf(request['reason']) };
    case 'Alexa.Presentation.APLA.RuntimeError':
      return textOf(request['token']) === TONED_TOKEN ? { type: 'audioFailed', toned: true } : { type: 'audioFailed' };
    case 'IntentRequest':
      return withFollowUp(textOf(fieldsOf(request['intent'])['name']), slotsOf(envelope), hearing, told);
    default:
      return null;
  }
}

/** Most words that may go on from an answer. */
const MOST_WORDS = 5;

/** The event of an intent, with what its words ask of the last answer where they are short. */
function withFollowUp(intent: string, heard: HeardSlots, hearing: Hearing, told: Told): Event {
  const event = interpretIntent(intent, heard, hearing);
  if (!GOES_ON.has(event.type)) return event;
  const words = Object.values(heard)
    .map((slot) => slot.words)
    .join(' ')
    .trim();
  if (words === '' || words.split(/\s+/).length > MOST_WORDS) return event;
  const topic = told();
  const asked = ASKED_WITH[intent];
  const said = asked ? hearing.hearFramed(asked, words) : hearing.hear(words);
  const followUp = topic === null ? null : said.asksOf(topic);
  return followUp ? ({ ...event, followUp } as Event) : event;
}

/** The question word that an intent keeps to itself. */
const ASKED_WITH: Readonly<Record<string, 'how' | 'why'>> = { AskHowIntent: 'how', AskWhyIntent: 'why' };

/** Events of words that may ask something of the last answer. */
const GOES_ON: ReadonlySet<EventType> = new Set<EventType>([
  'askedQuestion',
  'askedWhy',
  'askedTimeLeft',
  'chose',
  'swappedTool',
]);

/** Danger outranks the intent: a symptom heard in any slot is a report, and one in a question is weighed first. */
export function interpretIntent(intent: string, heard: HeardSlots, hearing: Hearing): Event {
  if (intent === WORDS_INTENT) return readWords(heard[WORDS_SLOT]?.words ?? '', hearing);
  const row = rowOf(intent);
  if (!row) return NOT_UNDERSTOOD;
  const slots = resolveByWords(heard, row, hearing);
  const { query } = slots;
  const meant = query && meantBehind(intent, query.words, hearing);
  if (meant) return meant;
  const reader = Object.hasOwn(READERS, intent) ? READERS[intent] : undefined;
  if (!MEANING_TURNED.has(intent)) {
    const said = Object.values(slots).map(({ words }) => words);
    const rows = said.flatMap((words) => hearing.hear(words).symptoms);
    if (rows.length > 0) return report([...new Set(rows)], hearing.hear(said.join(' ')).question);
  }
  return reader ? reader(slots, hearing) : ({ type: row.event as EventType } as Event);
}

/**
 * A whole sentence as it was said: a command to the letter, as if its intent had come; then a question, if it is put as
 * one; then whatever free words may tell.
 */
function readWords(text: string, hearing: Hearing): Event {
  const meant = hearing.meaningOf(text);
  if (meant && meant.intent !== WORDS_INTENT) return interpretIntent(meant.intent, meant.slots, hearing);
  const said = hearing.hear(text);
  if (said.asking) return readQuestion(said.asking, said);
  const event = readStatement(said, 'whole');
  // Who asks nothing is answered only what is plainly meant: three odd words are always near something.
  return event.type === 'askedQuestion' && event.found.nearness !== 'meant' ? NOT_UNDERSTOOD : event;
}

/** What begins a press, or opens the routine: never words of which some are lost. */
const BEGINS: ReadonlySet<EventType> = new Set<EventType>(['wasReady', 'saidStart']);

/**
 * Free words that are a sentence of the model behind a carrier of their intent: "what can i" keeps "say" to itself, and
 * "i lost" keeps "my balance". Which carrier it was nobody knows, so of two commands none is meant; where one of several
 * is a symptom, it is asked about.
 */
function meantBehind(intent: string, words: string, hearing: Hearing): Event | null {
  if (hearing.hear(words).symptoms.length > 0) return null;
  const meant = hearing.meaningsBehind(intent, words).map((one) => ({
    intent: one.intent,
    event: interpretIntent(one.intent, one.slots, hearing),
  }));
  const rows = meant.flatMap(({ event }) => (event.type === 'reportedSymptom' ? event.rows : []));
  if (rows.length > 0) {
    const known = [...new Set(rows)];
    return meant.every(({ event }) => event.type === 'reportedSymptom') ? report(known, undefined) : doubtOf(known);
  }
  const [only] = meant;
  return meant.length === 1 && only && !BEGINS.has(only.event.type) ? only.event : null;
}

/** Slots that the service resolved to nothing, as it does when it is slow, by their own words. */
function resolveByWords(heard: HeardSlots, { slots = {} }: Row, hearing: Hearing): HeardSlots {
  const entries = Object.entries(heard).map(([name, { words, id }]) => {
    const type = slots[name];
    // "My hand's dead" speaks of the hand; a tool is what is pressed with.
    if (type === TOOL && hearing.hear(words).runsOn) return [name, { words, id: null }] as const;
    return [name, { words, id: id ?? (type && words ? hearing.hear(words).names(type) : null) }] as const;
  });
  return Object.fromEntries(entries);
}

function reasonOf(reason: unknown): 'silence' | 'error' | 'left' {
  if (reason === 'USER_INITIATED') return 'left';
  return reason === 'EXCEEDED_MAX_REPROMPTS' ? 'silence' : 'error';
}
