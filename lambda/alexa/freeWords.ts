// Makes an event of free words: a report, a question, a command or a wish.

import type { Event, Found } from '../dialogue/event';
import { LEFT_OUT, type Unfit, type Wishes } from '../domain/choice';
import type { QuestionId } from '../domain/healthQuestions';
import { isUrgent, type SymptomRow } from '../domain/symptom';
import type { Denial } from '../listening/denial';
import type { Answered } from '../listening/hedges';
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
  return { type: 'askedQuestion', found };
}

/** "Do I have scoliosis?" asks for a diagnosis: without the name of the illness nothing is reported. */
function namesOnly(words: string, hearing: Hearing): boolean {
  const rest = hearing.withoutIllnesses(words);
  return rest !== words && hearing.symptomsIn(rest).length === 0;
}

/** Fewer words than these that were not put as a question are none. */
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

/** The event of a no that was read in free words. */
function deny({ of, manner }: Denial): Event {
  return manner === 'qualified' ? { type: 'saidQualifiedNo' } : { type: 'denied', of, manner };
}

/**
 * A sentence that begins with a no, which Alexa may have kept to herself. It is never a question at a health question,
 * so what it asks besides is only handed on.
 */
export function readDenial(words: string, hearing: Hearing, denial = hearing.denialIn(words, true)): Event {
  const rows = hearing.symptomsDenied(words);
  if (rows.length > 0) return reportOf(words, rows, hearing);
  const doubt = doubtOf(words, true, hearing);
  if (doubt) return doubt;
  // "No, I said yes to one of them" takes an answer back.
  if (hearing.commandIn(words) === 'wentBack') return { type: 'wentBack' };
  const { tool } = hearing.wishesOnly(words);
  if (tool && tool !== 'none') return { type: 'lacksTool', tool };
  if (denial) return deny(denial);
  const asked = questionIn(words, hearing);
  if (asked?.type === 'askedQuestion') return { type: 'denied', of: [], manner: 'plain', found: asked.found };
  const lacks = hearing.wishesIn(words).tool;
  return lacks && lacks !== 'none' ? { type: 'lacksTool', tool: lacks } : { type: 'notUnderstood' };
}

/** Whether a sentence is a whole no to the very question that what is read in it belongs to: "fever I have not and ...". */
function isAllDenied(words: string, hearing: Hearing): boolean {
  const denial = hearing.denialIn(words, false);
  const question = hearing.questionIn(words);
  if (!denial || !question || denial.manner !== 'plain' || denial.of === 'all') return false;
  return denial.of.includes(question);
}

/** A whole sentence that begins with a bare no: "no both legs are numb" answers and goes on. */
function readNo(words: string, hearing: Hearing): Event {
  const denial = hearing.denialIn(words, false);
  const tells = hearing.symptomsIn(words).length + hearing.doubtsIn(words).length > 0;
  const told = tells ? null : readPerson(words, hearing);
  if (told) return told;
  if (denial && (!tells || isAllDenied(words, hearing))) return deny(denial);
  const answered = tells || denial ? null : readAnswer(words, hearing);
  if (answered) return answered;
  return readDenial(words.slice(words.indexOf(' ') + 1), hearing, denial);
}

/**
 * How much of a sentence was sent. `whole`: all that says anything; `cried`: all but a cry ("oh") before it; `part`: what
 * is missing may have been "maybe", or "but".
 */
export type Extent = 'whole' | 'cried' | 'part';

/** A no in a sentence of which something may be missing. */
function denyLater(words: string, denial: Denial, extent: Extent, hearing: Hearing): Event {
  if (denial.manner === 'qualified' || denial.of === 'all') return extent === 'part' ? unclearly(denial) : deny(denial);
  if (extent === 'part') return { type: 'unclear' };
  // "Oh no, chest pain" and "oh, no chest pain" sound alike.
  const [first = '', ...others] = words.split(' ');
  const rest = extent === 'cried' ? words : hearing.isCry(first) ? others.join(' ') : '';
  if (!hearing.isAnsweringNo(rest)) return deny(denial);
  return hearing.denialIn(rest.slice(rest.indexOf(' ') + 1), false) ? deny(denial) : { type: 'unclear' };
}

const unclearly = (denial: Denial): Event => (denial.manner === 'qualified' ? deny(denial) : { type: 'unclear' });

/** A sentence that begins with a symptom: a report, unless it turns out to ask for something of that name. */
export function readSymptomFirst(words: string, hearing: Hearing): Event {
  const rows = isAllDenied(words, hearing) ? [] : hearing.symptomsIn(words);
  if (rows.length > 0) return reportOf(words, rows, hearing);
  const doubt = doubtOf(words, false, hearing);
  if (doubt) return doubt;
  const denial = hearing.denialIn(words, false);
  if (denial) return deny(denial);
  const vague = hearing.vagueIn(words);
  // A part of the body behind the name of a symptom is more than vague.
  if (vague && !vague.part) return { type: 'saidVague', ...vague };
  const found = hearing.answerFor(words);
  return found.nearness === 'meant' ? { type: 'askedQuestion', found } : { type: 'saidTooMuch' };
}

/** Below this age the skill sends the listener away. */
const ADULT_AGE = 18;

/** An age in years, or one that was not heard. */
export function readAge(years: number | null): Event {
  if (years === null) return { type: 'notUnderstood' };
  return years < ADULT_AGE ? { type: 'isUnderage' } : { type: 'saidAge', years };
}

/** Who speaks: another person now, or somebody of an age. No answer is told with it. */
function readPerson(words: string, hearing: Hearing): Event | null {
  if (hearing.handsOver(words)) return { type: 'spokeForAnother' };
  const years = hearing.ageIn(words);
  return years === null ? null : readAge(years);
}

/** A yes with more words, which may tell an age: the question is asked again then. */
export function readYesAnd(words: string, hearing: Hearing): Event {
  const years = hearing.ageIn(words);
  return years === null ? { type: 'saidSomewhat' } : readAge(years);
}

/** What answers mean that are neither a plain yes nor a plain no. */
const ANSWERS: Readonly<Record<Answered['kind'], Event>> = {
  mixed: { type: 'saidSomewhat' },
  yes: { type: 'saidSomewhat' },
  somewhat: { type: 'saidSomewhat' },
  admission: { type: 'admitted' },
  notSure: { type: 'saidVague', unsure: true },
  usual: { type: 'saidAsUsual' },
  qualified: { type: 'saidQualifiedNo' },
  no: { type: 'unclear' },
};

/** An answer in free words. `found`: what the words ask for, where no answer is waited for. */
function readAnswer(words: string, hearing: Hearing): Event | null {
  const answer = hearing.answerIn(words);
  if (!answer) return null;
  if (answer.kind === 'yes' && answer.isWhole) return { type: 'saidYes' };
  const event = ANSWERS[answer.kind];
  const asked = answer.isWhole ? null : questionIn(words, hearing);
  return event.type === 'saidVague' && asked?.type === 'askedQuestion' ? { ...event, found: asked.found } : event;
}

/**
 * A statement: a symptom, a command, a wish, or a question that began like one.
 */
export function readStatement(words: string, hearing: Hearing, extent: Extent = 'part'): Event {
  if (extent === 'whole' && hearing.isAnsweringNo(words)) return readNo(words, hearing);
  const rows = hearing.symptomsIn(words);
  if (rows.length > 0 && !(extent !== 'part' && isAllDenied(words, hearing))) {
    const question = hearing.questionIn(words);
    if (!hearing.isSupposed(words)) return reportOf(words, rows, hearing);
    return { type: 'askedAboutSymptom', rows, found: hearing.answerFor(words), ...(question ? { question } : {}) };
  }
  const doubt = rows.length > 0 ? null : doubtOf(words, false, hearing);
  if (doubt) return doubt;
  if (hearing.offersHands(words, false)) return acceptHands(words, hearing);
  const told = readPerson(words, hearing);
  if (told) return told;
  const denial = hearing.denialIn(words, false);
  if (denial) return denyLater(words, denial, extent, hearing);
  if (hearing.isDenying(words)) return readDenial(words, hearing, null);
  const command = hearing.commandIn(words);
  if (command) return { type: command };
  const answered = extent === 'part' ? null : readAnswer(words, hearing);
  if (answered) return answered;
  const wishes = hearing.wishesOnly(words);
  const what = hearing.unfitOnly(words);
  if (what) return nameUnfit(what, wishes);
  if (Object.keys(wishes).length > 0) return { type: 'chose', wishes };
  const asked = questionIn(words, hearing);
  const vague = hearing.vagueIn(words);
  if (!vague) return asked ?? { type: 'notUnderstood' };
  return { type: 'saidVague', ...vague, ...(asked?.type === 'askedQuestion' ? { found: asked.found } : {}) };
}
