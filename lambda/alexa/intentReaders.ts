// Makes an event of what the slots of an intent hold.

import { type Event, REMARKS } from '../dialogue/event';
import type { Wishes } from '../domain/choice';
import { isUrgent } from '../domain/symptom';
import type { Utterance } from '../listening/utterance';
import {
  acceptHands,
  doubtOf,
  nameUnfit,
  PARTNER,
  questionIn,
  readAge,
  readDenial,
  readExercise,
  readQuestion,
  readStatement,
  readTopic,
  report,
} from './freeWords';
import type { Hearing } from './hearing';
import { type HeardSlot, type HeardSlots, holdIn, numberIn, toolIn, unfitInSlots, wishesInSlots } from './slots';
import { whenIn } from './when';

type Reader = (slots: HeardSlots, hearing: Hearing) => Event;

const NOT_UNDERSTOOD: Event = { type: 'notUnderstood' };

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

/** What an intent means, by what its slots hold; an intent that is not here means its event. */
export const READERS: Readonly<Record<string, Reader>> = {
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
  ReportSymptomIntent: ({ symptom, body, trouble, side }, hearing) =>
    body || trouble
      ? readTrouble([side, body, trouble], hearing)
      : readReport(symptom?.id ?? null, symptom?.words ?? '', hearing),
  AgeIntent: ({ age }, { numberWords }) => (age ? readAge(numberIn(age, numberWords)) : { type: 'isUnderage' }),
  AnswerIntent: ({ manner }, hearing) => readManner(manner, hearing),
  GoneIntent: ({ symptom }, hearing) => (symptom ? readGone(symptom, hearing) : { type: 'itEased' }),
  OtherPersonIntent: ({ query }, hearing) => readOfAnother(hearing.hear(query?.words ?? '', 'person')),
  AskExerciseIntent: readExercise,
  AskTopicIntent: readTopic,
  GuideMeIntent: ({ exercise }, hearing) => readGuide(exercise, hearing),
  TellIntent: ({ query }, hearing) => readTold(query?.words ?? '', hearing),
  GoAndIntent: ({ query }, hearing) => readBehindGo(hearing.hear(query?.words ?? '')),
  AskIntent: ({ query }, hearing) => readQuestion('other', hearing.hear(query?.words ?? '')),
  AskHowIntent: ({ query }, hearing) => readQuestion('other', hearing.hearFramed('how', query?.words ?? '')),
  AskWhyIntent: ({ query }, hearing) => readQuestion('other', hearing.hearFramed('why', query?.words ?? '')),
  DenyIntent: ({ query }, hearing) => readDenial(hearing.hear(query?.words ?? '', 'no')),
  NoThingIntent: ({ symptom, thing, other, body }, hearing) =>
    readStatement(
      body
        ? hearing.hearFramed('partWell', body.words)
        : hearing.hearNone([symptom, thing, other].flatMap((one) => one?.words ?? [])),
      'whole',
    ),
  NoIIntent: ({ query }, hearing) => readStatement(hearing.hearFramed('noI', query?.words ?? ''), 'whole'),
  CannotIntent: ({ query }, hearing) => readStatement(hearing.hearUndone(query?.words ?? ''), 'whole'),
};

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

/** A part of the body and its trouble, which the reader knows in any order of words. */
function readTrouble(slots: readonly (HeardSlot | undefined)[], hearing: Hearing): Event {
  const said = hearing.hear(slots.flatMap((slot) => slot?.words ?? []).join(' '));
  const event = readStatement(said, 'whole');
  return event.type === 'reportedSymptom' || event.type === 'askedAboutSymptom' ? event : { type: 'saidTooMuch' };
}

/**
 * What was told behind an opener that Alexa kept to herself. Where nothing is heard in it that may be a symptom, some
 * openers are put back: "I feel" is what makes "nothing when I wipe" one. Which it was nobody knows, so it is asked about.
 */
function readTold(words: string, hearing: Hearing): Event {
  const event = readStatement(hearing.hear(words));
  if (!UNTOLD.includes(event.type)) return event;
  const rows = hearing.hearTold(words).flatMap(({ symptoms }) => symptoms);
  return rows.length > 0 ? doubtOf([...new Set(rows)]) : event;
}

/** What is heard where nothing was told. */
const UNTOLD: readonly Event['type'][] = ['notUnderstood', 'saidVague', 'unclear', 'denied'];

/** What stands behind "ready but" or "yes and" begins nothing, whatever it says; a yes may tell an age with it. */
function readBehindGo(said: Utterance): Event {
  const event = readStatement(said, 'whole');
  if (BEHIND_GO.includes(event.type)) return event;
  return said.age === null ? { type: 'saidSomewhat' } : readAge(said.age);
}

/** What may be heard behind a word that would begin or go on with a press. */
const BEHIND_GO: readonly Event['type'][] = [
  'reportedSymptom',
  'askedAboutSymptom',
  'askedQuestion',
  'saidTooMuch',
  'stopped',
  'paused',
];

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

/** A stretch is guided by itself; anything else that can be guided is a routine. */
function readGuide(exercise: HeardSlot | undefined, hearing: Hearing): Event {
  const id = exercise?.id ?? '';
  return hearing.exerciseTopic(id, null)
    ? { type: 'askedForExercise', exercise: id }
    : { type: 'askedForRoutine', wishes: {} };
}
