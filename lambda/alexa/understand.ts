// Makes one event of a request, in the words of the conversation.

import type { RequestEnvelope } from 'ask-sdk-model';
import intentTable from '../../content/intents.json';
import { type Event, type EventType, REMARKS } from '../dialogue/event';
import type { Wishes } from '../domain/choice';
import { isUrgent } from '../domain/symptom';
import type { Utterance } from '../listening/utterance';
import { framed } from '../listening/words';
import { readConnectionsResponse, readSessionResumed } from './alerts/permissions';
import { TONED_TOKEN } from './audioFault';
import { fieldsOf, textOf } from './envelope';
import {
  acceptHands,
  nameUnfit,
  PARTNER,
  questionIn,
  readAge,
  readDenial,
  readExercise,
  readQuestion,
  readStatement,
  readSymptomFirst,
  readTopic,
  readYesAnd,
  report,
} from './freeWords';
import type { Hearing } from './hearing';
import {
  type HeardSlot,
  type HeardSlots,
  holdIn,
  numberIn,
  slotsOf,
  toolIn,
  unfitInSlots,
  wishesInSlots,
} from './slots';
import { whenIn } from './when';

interface Row {
  alexa: string;
  event: string;
  /** The type of each slot. */
  slots?: Record<string, string>;
  /** Names the words of the carrier phrase that Alexa keeps to herself. */
  lead?: string;
}

type Reader = (slots: HeardSlots, hearing: Hearing) => Event;

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
  'CannotIntent',
  'DenyIntent',
  'GoneIntent',
  'OtherPersonIntent',
  'ReportSymptomIntent',
  'TellIntent',
  'TellOhIntent',
  'TellWellIntent',
]);

/** What is wished for of words and sounds, by the values of the model. */
const TALKS: Record<string, 'wantedLessTalk' | 'wantedMoreTalk' | 'wantedSounds' | 'wantedNoSounds'> = {
  less: 'wantedLessTalk',
  more: 'wantedMoreTalk',
  sounds: 'wantedSounds',
  noSounds: 'wantedNoSounds',
};

/** What each manner of answering means. */
const MANNERS: Readonly<Record<string, Event>> = {
  fine: { type: 'denied', of: 'all', manner: 'fine' },
  new: { type: 'denied', of: 'all', manner: 'new' },
  alone: { type: 'denied', of: ['r0'], manner: 'plain' },
  qualified: { type: 'saidQualifiedNo' },
  usual: { type: 'saidAsUsual' },
  admission: { type: 'admitted' },
  past: { type: 'saidVague', past: true },
  vague: { type: 'saidVague' },
  head: { type: 'saidVague', head: true },
};

const READERS: Record<string, Reader> = {
  BeginIntent: ({ word }, { startWord }) => ({ type: 'saidStart', word: word?.words.toLowerCase() === startWord }),
  NumberIntent: ({ number, upTo, upward }, hearing) => readHighest([number, upTo], hearing, upward ? 1 : 0),
  PainLevelIntent: ({ level, upTo }, hearing) => readHighest([level, upTo], hearing),
  ChooseIntent: (slots, { numberWords }) => {
    const wishes = wishesInSlots(slots, numberWords);
    const { holdSeconds, ...others } = wishes;
    if (holdSeconds !== undefined && Object.keys(others).length === 0)
      return { type: 'wantedHold', seconds: holdSeconds };
    return unlessUnfit(Object.keys(wishes).length > 0 ? { type: 'chose', wishes } : NOT_UNDERSTOOD, slots, wishes);
  },
  StartRoutineIntent: (slots, { numberWords }) => {
    const wishes = wishesInSlots(slots, numberWords);
    return unlessUnfit({ type: 'askedForRoutine', wishes }, slots, wishes);
  },
  HoldIntent: (slots, { numberWords }) => {
    const seconds = holdIn(slots, numberWords);
    return seconds === null ? NOT_UNDERSTOOD : { type: 'wantedHold', seconds };
  },
  HoldChangeIntent: ({ change }) => ({ type: change?.id === 'shorter' ? 'wantedShorterHold' : 'wantedLongerHold' }),
  RemindMeIntent: (slots, { numberWords }) => ({ type: 'wantedReminder', when: whenIn(slots, numberWords) }),
  ReminderTimeIntent: (slots, { numberWords }) => {
    const when = whenIn(slots, numberWords);
    return Object.keys(when).length > 0 ? { type: 'toldWhen', when } : NOT_UNDERSTOOD;
  },
  RemarkIntent: ({ remark }, hearing) => readRemark(hearing.hear(remark?.words ?? '')),
  PartnerIntent: () => PARTNER,
  TalkIntent: ({ talk }) => {
    const id = talk?.id ?? '';
    const type = Object.hasOwn(TALKS, id) ? TALKS[id] : undefined;
    return type ? { type } : NOT_UNDERSTOOD;
  },
  SwapToolIntent: (slots) => {
    const tool = toolIn(slots['tool']);
    return unlessUnfit(slots['tool'] && !tool ? NOT_UNDERSTOOD : { type: 'swappedTool', tool }, slots);
  },
  SomewhatIntent: ({ which }, hearing) => readWhich(which, hearing),
  LacksToolIntent: (slots) => {
    // Without a golf ball nothing is missing.
    return unfitInSlots(slots) ? NOT_UNDERSTOOD : { type: 'lacksTool', tool: toolIn(slots['tool']) };
  },
  FetchIntent: (slots) => unlessUnfit({ type: 'needsToFetch', tool: toolIn(slots['tool']) }, slots),
  ReportSymptomIntent: ({ symptom }, hearing) => readReport(symptom?.id ?? null, symptom?.words ?? '', hearing),
  AgeIntent: ({ age }, { numberWords }) => (age ? readAge(numberIn(age, numberWords)) : { type: 'isUnderage' }),
  AnswerIntent: ({ manner }, hearing) => readManner(manner, hearing),
  YesAndIntent: ({ query }, hearing) => readYesAnd(hearing.hear(query?.words ?? '')),
  GoneIntent: ({ symptom }, hearing) => (symptom ? readGone(symptom, hearing) : { type: 'itEased' }),
  OtherPersonIntent: ({ query }, hearing) => readOfAnother(hearing.hear(query?.words ?? '', 'person')),
  AskExerciseIntent: readExercise,
  AskTopicIntent: readTopic,
  GuideMeIntent: ({ exercise }, hearing) => readGuide(exercise, hearing),
  TellIntent: ({ query }, hearing) => readStatement(hearing.hear(query?.words ?? '')),
  TellWellIntent: ({ query }, hearing) => readStatement(hearing.hear(query?.words ?? ''), 'whole'),
  TellOhIntent: ({ query }, hearing) => readStatement(hearing.hear(query?.words ?? ''), 'cried'),
  DenyIntent: ({ query }, hearing) => readDenial(hearing.hear(query?.words ?? '', 'no')),
  CannotIntent: ({ query }, hearing) => readUnfelt(hearing.hear(query?.words ?? '', 'unfelt')),
};

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
  const said = Object.values(heard).map((slot) => slot.words);
  const words = framed(leadOf(rowOf(intent), hearing), said.join(' ')).trim();
  if (words === '' || words.split(/\s+/).length > MOST_WORDS) return event;
  const topic = told();
  const followUp = topic === null ? null : hearing.hear(words).asksOf(topic);
  return followUp ? ({ ...event, followUp } as Event) : event;
}

/** Events of words that may ask something of the last answer. */
const GOES_ON: ReadonlySet<EventType> = new Set<EventType>([
  'askedQuestion',
  'askedWhy',
  'askedTimeLeft',
  'chose',
  'swappedTool',
]);

/** A question word and nothing else: "why", "how long". */
const BARE: Readonly<Record<string, Event>> = {
  AskWhyIntent: { type: 'askedWhy' },
  AskHowLongIntent: { type: 'askedTimeLeft' },
};

/** Danger outranks the intent: a symptom heard in any slot is a report, and one in a question is weighed first. */
export function interpretIntent(intent: string, heard: HeardSlots, hearing: Hearing): Event {
  const row = rowOf(intent);
  if (!row) return NOT_UNDERSTOOD;
  const slots = resolveByWords(heard, row, hearing);
  // A plain yes opens no list.
  const free = () => hearing.hear(freeWordsOf(row, slots, hearing));
  if (row.event === 'reportedSymptom' && row.lead)
    return isOfThing(free(), slots, hearing) ? NOT_UNDERSTOOD : readSymptomFirst(free());
  if (row.event === 'notUnderstood' && row.lead) return readStatement(free(), slots['query'] ? 'whole' : 'part');
  const bare = Object.hasOwn(BARE, intent) && !slots['query'] ? BARE[intent] : undefined;
  if (bare) return bare;
  const reader = Object.hasOwn(READERS, intent) ? READERS[intent] : undefined;
  if (row.event === 'askedQuestion' && !reader) return readQuestion(intent, free());
  if (!MEANING_TURNED.has(intent)) {
    const said = Object.values(slots).map(({ words }) => words);
    const rows = said.flatMap((words) => hearing.hear(words).symptoms);
    if (rows.length > 0) return report([...new Set(rows)], hearing.hear(said.join(' ')).question);
  }
  return reader ? reader(slots, hearing) : ({ type: row.event as EventType } as Event);
}

/**
 * Whether words behind a lead speak of a thing: the lead stands for words that were not sent, and meant something else
 * ("wet my hair"). A fall is one from any thing.
 */
function isOfThing(free: Utterance, { query }: HeardSlots, hearing: Hearing): boolean {
  return hearing.hear(query?.words ?? '').isOfThing && !free.symptoms.includes('injury');
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

/** Whether an intent puts a question to the answer bank. */
export function isAsking(intent: string): boolean {
  return rowOf(intent)?.event === 'askedQuestion';
}

/** What was said, the words of the carrier phrase put back where the intent's name keeps them. */
function freeWordsOf(row: Row, { query }: HeardSlots, hearing: Hearing): string {
  return framed(leadOf(row, hearing), query?.words ?? '');
}

/** The words that an intent keeps to itself. */
function leadOf(row: Row | undefined, hearing: Hearing): string {
  return row?.lead ? (hearing.leads[row.lead] ?? '') : '';
}

function reasonOf(reason: unknown): 'silence' | 'error' | 'left' {
  if (reason === 'USER_INITIATED') return 'left';
  return reason === 'EXCEEDED_MAX_REPROMPTS' ? 'silence' : 'error';
}

/** "Six or seven" counts as the higher; "over six" and "six and a half" count as the next. */
function readHighest(slots: (HeardSlots[string] | undefined)[], hearing: Hearing, more = 0): Event {
  if (slots.some((slot) => slot && hearing.emergencyNumbers.includes(slot.words))) return report(['emergency'], 'q1');
  const numbers = slots.map((slot) => numberIn(slot, hearing.numberWords)).filter((number) => number !== null);
  return numbers.length > 0 ? { type: 'gaveNumber', number: Math.max(...numbers) + more } : NOT_UNDERSTOOD;
}

/** What a choice of slots means: `event`, unless something in them is left out or too hard to press with. */
function unlessUnfit(event: Event, slots: HeardSlots, wishes: Wishes = {}): Event {
  const what = unfitInSlots(slots);
  return what ? nameUnfit(what, wishes) : event;
}

/** An answer by its manner; one that is not listed is read as free words. */
function readManner(manner: HeardSlot | undefined, hearing: Hearing): Event {
  const listed = manner?.id && Object.hasOwn(MANNERS, manner.id) ? MANNERS[manner.id] : undefined;
  return listed ?? readStatement(hearing.hear(manner?.words ?? ''));
}

/** "The first one": one of the topics that were offered; where none were, what it has always meant. */
const PICKS: Readonly<Record<string, Event>> = {
  first: { type: 'saidSomewhat', picks: 'first' },
  second: { type: 'saidSomewhat', picks: 'second' },
  another: { type: 'wantedMore', picks: 'second' },
  that: { type: 'askedToRepeat', picks: 'either' },
};

/** One of several by its place; words that are not listed are read as free words. */
function readWhich(which: HeardSlot | undefined, hearing: Hearing): Event {
  if (!which) return { type: 'saidSomewhat' };
  return (which.id && Object.hasOwn(PICKS, which.id) && PICKS[which.id]) || readStatement(hearing.hear(which.words));
}

/** A remark asks for nothing only in the very words of its list: whatever is added may be a complaint. */
function readRemark(said: Utterance): Event {
  const id = said.is('Remark');
  const remark = REMARKS.find((one) => one === id);
  return remark ? { type: 'remarked', remark } : NOT_UNDERSTOOD;
}

/** Something hurts, and no word tells what: the safe reading is that it is too much. */
function readReport(id: string | null, words: string, hearing: Hearing): Event {
  const named = id === null ? null : hearing.symptomNamed(id);
  const rows = [...new Set([...(named ? [named.row] : []), ...hearing.hear(words).symptoms])];
  if (rows.length === 0) return { type: 'saidTooMuch' };
  // Of several reports the most urgent decides, and the named one's question may not be its question.
  const question = rows.length === 1 ? named?.question : undefined;
  return report(rows, question);
}

/** What has passed is over, but for what needs help even then. */
function readGone({ words, id }: HeardSlot, hearing: Hearing): Event {
  const named = id === null ? null : hearing.symptomNamed(id);
  const rows = named ? [named.row] : hearing.hear(words).symptoms;
  if (rows.some(isUrgent)) return report(rows, named?.question);
  return rows.length > 0 ? { type: 'itEased' } : NOT_UNDERSTOOD;
}

/** A report about another person; the question, when that person is only mentioned in it. */
function readOfAnother(said: Utterance): Event {
  const { symptoms: rows, question } = said;
  // "My husband says I fainted", "they've got me on blood thinners": others come in, the symptom is one's own.
  if (rows.length > 0 && said.isOwn) return report(rows, question);
  if (rows.length > 0) return { type: 'spokeForAnother', rows, ...(question ? { question } : {}) };
  if (said.offersHands) return acceptHands(said);
  return questionIn(said) ?? { type: 'spokeForAnother' };
}

function readUnfelt({ symptoms: rows }: Utterance): Event {
  return rows.length > 0 ? { type: 'reportedSymptom', rows } : NOT_UNDERSTOOD;
}

/** A stretch is guided by itself; anything else that can be guided is a routine. */
function readGuide(exercise: HeardSlot | undefined, hearing: Hearing): Event {
  const id = exercise?.id ?? '';
  return hearing.exerciseTopic(id, null)
    ? { type: 'askedForExercise', exercise: id }
    : { type: 'askedForRoutine', wishes: {} };
}
