// Makes an event of free words: a report, a question, a command or a wish.

import type { Event, Found } from '../dialogue/event';
import { LEFT_OUT, type Unfit, type Wishes } from '../domain/choice';
import type { QuestionId } from '../domain/healthQuestions';
import { isUrgent, type SymptomRow } from '../domain/symptom';
import type { Denial } from '../listening/denial';
import type { Hearing } from './hearing';
import type { HeardSlots } from './slots';

/** The topic of the signs that need help at once. */
const SIGNS = 'emergency-signs';

/** How an intent asks: for what a word means, whether something felt is normal, or anything else. */
type Manner = 'definition' | 'normal' | 'other';

const MANNERS: Readonly<Record<string, Manner>> = { WhatIsIntent: 'definition', AskNormalIntent: 'normal' };

/** A report; its question is named where the words tell it. */
export function report(rows: SymptomRow[], question: QuestionId | undefined): Event {
  return { type: 'reportedSymptom', rows, ...(question ? { question } : {}) };
}

/**
 * A question in free words. A symptom in it wins: one's own is a report, one that is only supposed or asked about in
 * general is doubted, and what needs help at once is a report unless it is plainly supposed.
 */
export function readQuestion(intent: string, words: string, hearing: Hearing): Event {
  const manner = MANNERS[intent] ?? 'other';
  const rows = hearing.symptomsIn(words);
  if (rows.length > 0 && !namesOnly(words, hearing)) return weighSymptom(manner, words, rows, hearing);
  const found = hearing.answerFor(words);
  if (manner === 'definition' && hearing.isExplained(words)) return { type: 'askedAboutSymptom', rows: [], found };
  if (words.trim() === '') return { type: 'notUnderstood' };
  const suspected = found.nearness === 'meant' ? null : suspect(words, hearing);
  return suspected ?? { type: 'askedQuestion', found };
}

/** "Do I have scoliosis?" asks for a diagnosis: without the name of the illness nothing is reported. */
function namesOnly(words: string, hearing: Hearing): boolean {
  const rest = hearing.withoutIllnesses(words);
  return rest !== words && hearing.symptomsIn(rest).length === 0;
}

/** Fewer words than these that were not put as a question are none, and sound like no symptom. */
const LEAST_WORDS = 3;

/** A question in words that were not put as one; null where nothing is found. */
export function questionIn(words: string, hearing: Hearing): Event | null {
  if (words.trim().split(/\s+/).length < LEAST_WORDS) return null;
  const found = hearing.answerFor(words);
  return found.nearness === 'meant' || found.nearness === 'likely' ? { type: 'askedQuestion', found } : null;
}

function weighSymptom(manner: Manner, words: string, rows: SymptomRow[], hearing: Hearing): Event {
  const question = hearing.questionIn(words);
  const own = hearing.isOwn(words);
  const supposed = hearing.isSupposed(words);
  const urgent = manner !== 'definition' && rows.some(isUrgent);
  if (!supposed && (urgent || own || manner === 'normal')) return report(rows, question);
  const found = hearing.answerFor(words);
  // Which signs need help is told at once.
  if (found.topics[0] === SIGNS && found.nearness === 'meant') return { type: 'askedQuestion', found };
  return { type: 'askedAboutSymptom', rows, found, ...(question ? { question } : {}) };
}

/** An exercise named in a slot, with what is asked about it. */
export function readExercise({ exercise, aspect }: HeardSlots, hearing: Hearing): Event {
  const topic = exercise?.id ? hearing.exerciseTopic(exercise.id, aspect?.id ?? null) : null;
  if (topic) return { type: 'askedQuestion', found: { topics: [topic], nearness: 'meant' } };
  return readQuestion('AskExerciseIntent', [aspect?.words, exercise?.words].filter(Boolean).join(' '), hearing);
}

/** A topic named in a slot; one the model does not know is looked for like any question. */
export function readTopic({ topic }: HeardSlots, hearing: Hearing): Event {
  if (topic?.id && hearing.isTopic(topic.id)) {
    const wishes = hearing.wishesOnly(topic.words);
    const found: Found = { topics: [topic.id], nearness: 'meant' };
    // A thing to press with is asked about by its name alone; stretches in their place are not.
    return { type: 'askedQuestion', found, ...(wishes.tool === 'none' ? { wishes } : {}) };
  }
  return readQuestion('AskTopicIntent', topic?.words ?? '', hearing);
}

/** Another person will press. */
export const PARTNER: Event = { type: 'chose', wishes: { tool: 'partner' } };

/** Hands that are offered, unless the sentence goes on to a command: "is going to massage me too hard". */
export function acceptHands(words: string, hearing: Hearing): Event {
  const command = hearing.commandIn(words);
  return command ? { type: command } : PARTNER;
}

/** Something that is left out, or too hard to press with. A side named with a place that is left out goes with it. */
export function nameUnfit(what: Unfit, wishes: Wishes): Event {
  const { side, ...others } = wishes;
  const besides = side && !isPlace(what) ? wishes : others;
  return { type: 'namedUnfit', what, wishes: besides };
}

const isPlace = (what: Unfit): boolean => LEFT_OUT.some((part) => part === what);

/** A report in free words, which may tell of no more than an odd feeling. */
function reportOf(words: string, rows: SymptomRow[], hearing: Hearing): Event {
  const event = report(rows, hearing.questionIn(words));
  return hearing.isSoft(words) && event.type === 'reportedSymptom' ? { ...event, soft: true } : event;
}

/** A symptom that something in the words takes back without denying it: "my leg was numb but it's better now". */
function doubtOf(words: string, denied: boolean, hearing: Hearing): Event | null {
  const rows = hearing.doubtsIn(words, denied);
  if (rows.length === 0) return null;
  const question = hearing.questionIn(words);
  const found: Found = { topics: [], nearness: 'nothing' };
  return { type: 'askedAboutSymptom', rows, found, told: true, ...(question ? { question } : {}) };
}

/** A clause that sounds like a symptom although nothing is read in it: it is asked about. */
function suspect(words: string, hearing: Hearing): Event | null {
  const suspicion = words.trim().split(/\s+/).length < LEAST_WORDS ? null : hearing.suspicionIn(words);
  return (
    suspicion && { type: 'askedAboutSymptom', found: { topics: [], nearness: 'nothing' }, told: true, ...suspicion }
  );
}

/** The event of a no that was read in free words. */
function deny({ of, manner }: Denial): Event {
  return manner === 'qualified' ? { type: 'saidQualifiedNo' } : { type: 'denied', of, manner };
}

/**
 * A sentence that begins with a no, which Alexa may have kept to herself. It is never a question at a health question,
 * so what it asks besides is only handed on.
 */
export function readDenial(words: string, hearing: Hearing): Event {
  const rows = hearing.symptomsDenied(words);
  if (rows.length > 0) return reportOf(words, rows, hearing);
  const doubt = doubtOf(words, true, hearing);
  if (doubt) return doubt;
  // "No, I said yes to one of them" takes an answer back.
  if (hearing.commandIn(words) === 'wentBack') return { type: 'wentBack' };
  const { tool } = hearing.wishesOnly(words);
  if (tool && tool !== 'none') return { type: 'lacksTool', tool };
  const denial = hearing.denialIn(words, true);
  if (denial) return deny(denial);
  const asked = questionIn(words, hearing);
  if (asked?.type === 'askedQuestion') return { type: 'denied', of: [], manner: 'plain', found: asked.found };
  const lacks = hearing.wishesIn(words).tool;
  return lacks && lacks !== 'none' ? { type: 'lacksTool', tool: lacks } : { type: 'notUnderstood' };
}

/** "Oh no, chest pain" and "oh, no chest pain" sound alike: a no with a thing in it is only sure where it comes first. */
function readDenialLater(words: string, hearing: Hearing): Event {
  const event = readDenial(words, hearing);
  return event.type === 'denied' && event.of !== 'all' && event.of.length > 0 ? { type: 'unclear' } : event;
}

/** "Arm …", "my hands …": what is said is said of them. */
function beginsWithLimb(words: string, hearing: Hearing): boolean {
  const [first = '', second = ''] = words.trim().split(/\s+/);
  const part = hearing.isOwn(first) ? second : first;
  return hearing.vagueIn(part)?.limb ?? false;
}

/** A sentence that begins with a symptom: a report, unless it turns out to ask for something of that name. */
export function readSymptomFirst(words: string, hearing: Hearing): Event {
  const rows = hearing.symptomsIn(words);
  if (rows.length > 0) return reportOf(words, rows, hearing);
  const doubt = doubtOf(words, false, hearing);
  if (doubt) return doubt;
  const denial = hearing.denialIn(words, false);
  if (denial) return deny(denial);
  const suspected = suspect(words, hearing);
  if (suspected) return suspected;
  const vague = hearing.vagueIn(words);
  // A part of the body behind the name of a symptom is more than vague.
  if (vague && !vague.part) return { type: 'saidVague', ...vague };
  const found = hearing.answerFor(words);
  const ofLimb = beginsWithLimb(words, hearing);
  if (found.nearness !== 'meant') return { type: 'saidTooMuch', ...(ofLimb ? { limb: true } : {}) };
  return ofLimb ? { type: 'saidVague', part: true, limb: true, found } : { type: 'askedQuestion', found };
}

/** A statement: a symptom, a command, a wish, or a question that began like one. */
export function readStatement(words: string, hearing: Hearing): Event {
  const rows = hearing.symptomsIn(words);
  if (rows.length > 0) {
    const question = hearing.questionIn(words);
    if (!hearing.isSupposed(words)) return reportOf(words, rows, hearing);
    return { type: 'askedAboutSymptom', rows, found: hearing.answerFor(words), ...(question ? { question } : {}) };
  }
  const doubt = doubtOf(words, false, hearing);
  if (doubt) return doubt;
  if (hearing.offersHands(words, false)) return acceptHands(words, hearing);
  if (hearing.isDenying(words)) return readDenialLater(words, hearing);
  const denial = hearing.denialIn(words, false);
  if (denial) return deny(denial);
  const command = hearing.commandIn(words);
  if (command) return { type: command };
  const wishes = hearing.wishesOnly(words);
  const what = hearing.unfitOnly(words);
  if (what) return nameUnfit(what, wishes);
  if (Object.keys(wishes).length > 0) return { type: 'chose', wishes };
  const suspected = suspect(words, hearing);
  if (suspected) return suspected;
  const asked = questionIn(words, hearing);
  const vague = hearing.vagueIn(words);
  if (!vague) return asked ?? { type: 'notUnderstood' };
  return { type: 'saidVague', ...vague, ...(asked?.type === 'askedQuestion' ? { found: asked.found } : {}) };
}
