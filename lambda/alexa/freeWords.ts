// Makes an event of free words: a report, a question, a command or a wish.

import gentle from '../../content/gentle.json';
import type { Event, Found } from '../dialogue/event';
import { type AgeLimits, limitsForAge } from '../domain/age';
import { LEFT_OUT, type Unfit, type Wishes } from '../domain/choice';
import type { QuestionId } from '../domain/healthQuestions';
import { isUrgent, type SymptomRow } from '../domain/symptom';
import type { Denial } from '../listening/denial';
import type { Answered } from '../listening/hedges';
import type { Asking } from '../listening/questionForms';
import type { Utterance } from '../listening/utterance';
import type { Hearing } from './hearing';
import type { HeardSlots } from './slots';

/** The topic of the signs that need help at once. */
const SIGNS = 'emergency-signs';

/** A report; its question is named where the words tell it. */
export function report(rows: SymptomRow[], question: QuestionId | undefined): Event {
  return { type: 'reportedSymptom', rows, ...(question ? { question } : {}) };
}

/**
 * A question in free words. A symptom in it wins: one's own is a report, one that is only supposed or asked about in
 * general is doubted, and what needs help at once is a report unless it is plainly supposed.
 */
export function readQuestion(manner: Asking, said: Utterance): Event {
  // "Do I have scoliosis?" asks for a diagnosis: without the name of the illness nothing is reported.
  if (said.symptoms.length > 0 && !said.isIllnessAlone) return weighSymptom(manner, said);
  const found = said.answer;
  if (manner === 'definition' && said.isExplained) return { type: 'askedAboutSymptom', rows: [], found };
  if (said.text.trim() === '') return { type: 'notUnderstood' };
  const suspected = found.nearness === 'meant' ? null : suspect(said);
  return suspected ?? { type: 'askedQuestion', found };
}

/** Fewer words than these that were not put as a question are none, and sound like no symptom. */
const LEAST_WORDS = 3;

/** A question in words that were not put as one; null where nothing is found. */
export function questionIn(said: Utterance): Event | null {
  if (said.text.trim().split(/\s+/).length < LEAST_WORDS) return null;
  const found = said.answer;
  return found.nearness === 'meant' || found.nearness === 'likely' ? { type: 'askedQuestion', found } : null;
}

function weighSymptom(manner: Asking, said: Utterance): Event {
  const { symptoms: rows, question } = said;
  const urgent = manner !== 'definition' && rows.some(isUrgent);
  if (!said.isSupposed && (urgent || said.isOwn || manner === 'normal')) return report(rows, question);
  const found = said.answer;
  // Which signs need help is told at once.
  if (found.topics[0] === SIGNS && found.nearness === 'meant') return { type: 'askedQuestion', found };
  return { type: 'askedAboutSymptom', rows, found, ...(question ? { question } : {}) };
}

/** An exercise named in a slot, with what is asked about it. */
export function readExercise({ exercise, aspect }: HeardSlots, hearing: Hearing): Event {
  const topic = exercise?.id ? hearing.exerciseTopic(exercise.id, aspect?.id ?? null) : null;
  if (topic) return { type: 'askedQuestion', found: { topics: [topic], nearness: 'meant' } };
  const words = [aspect?.words, exercise?.words].filter(Boolean).join(' ');
  return readQuestion('other', hearing.hear(words));
}

/** A topic named in a slot; one the model does not know is looked for like any question. */
export function readTopic({ topic }: HeardSlots, hearing: Hearing): Event {
  if (topic?.id && hearing.isTopic(topic.id)) {
    const wishes = hearing.hear(topic.words).wishesOnly;
    const found: Found = { topics: [topic.id], nearness: 'meant' };
    // A thing to press with is asked about by its name alone; stretches in their place are not.
    return { type: 'askedQuestion', found, ...(wishes.tool === 'none' ? { wishes } : {}) };
  }
  return readQuestion('other', hearing.hear(topic?.words ?? ''));
}

/** Another person will press. */
export const PARTNER: Event = { type: 'chose', wishes: { tool: 'partner' } };

/** Hands that are offered, unless the sentence goes on to a command: "is going to massage me too hard". */
export function acceptHands({ command }: Utterance): Event {
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
function reportOf({ symptoms, question, isSoft }: Utterance): Event {
  const event = report(symptoms, question);
  return isSoft && event.type === 'reportedSymptom' ? { ...event, soft: true } : event;
}

/** A symptom that something in the words takes back without denying it: "my leg was numb but it's better now". */
function doubtIn({ doubts, question }: Utterance): Event | null {
  return doubts.length > 0 ? doubtOf(doubts, question) : null;
}

/** Rows that may have been reported: one short question settles it. */
export function doubtOf(rows: SymptomRow[], question?: QuestionId): Event {
  const found: Found = { topics: [], nearness: 'nothing' };
  return { type: 'askedAboutSymptom', rows, found, told: true, ...(question ? { question } : {}) };
}

/** A clause that sounds like a symptom although nothing is read in it: it is asked about. */
function suspect({ text, suspicion, vague, beginsWithLimb }: Utterance): Event | null {
  if (text.trim().split(/\s+/).length < LEAST_WORDS || !suspicion) return null;
  const isOfLimb = (vague?.limb || beginsWithLimb) && suspicion.rows.every((row) => OF_A_LIMB.includes(row));
  const found: Found = { topics: [], nearness: 'nothing' };
  return { type: 'askedAboutSymptom', found, told: true, ...suspicion, ...(isOfLimb ? { limb: true } : {}) };
}

/** The rows that "Is it numb, tingling, or weak?" asks about. */
const OF_A_LIMB: readonly SymptomRow[] = ['numb', 'numb-both', 'weak', 'weak-both'];

/** The event of a no that was read in free words. */
function deny({ of, manner }: Denial): Event {
  return manner === 'qualified' ? { type: 'saidQualifiedNo' } : { type: 'denied', of, manner };
}

/**
 * A sentence that begins with a no, which Alexa may have kept to herself. It is never a question at a health question,
 * so what it asks besides is only handed on.
 */
export function readDenial(said: Utterance, denial = said.denial): Event {
  if (said.symptoms.length > 0) return reportOf(said);
  const doubt = doubtIn(said);
  if (doubt) return doubt;
  // "No, I said yes to one of them" takes an answer back.
  if (said.command === 'wentBack') return { type: 'wentBack' };
  const { tool } = said.wishesOnly;
  if (tool && tool !== 'none') return { type: 'lacksTool', tool };
  if (denial) return deny(denial);
  const asked = questionIn(said);
  if (asked?.type === 'askedQuestion') return { type: 'denied', of: [], manner: 'plain', found: asked.found };
  const lacks = said.wishes.tool;
  return lacks && lacks !== 'none' ? { type: 'lacksTool', tool: lacks } : { type: 'notUnderstood' };
}

/** Whether a sentence is a whole no to the very question that what is read in it belongs to: "fever I have not and ...". */
function isAllDenied({ denial, questionsTold }: Utterance): boolean {
  if (denial?.manner !== 'plain' || denial.of === 'all' || !questionsTold?.length) return false;
  return questionsTold.every((question) => denial.of.includes(question));
}

/** A whole sentence that begins with a bare no: "no both legs are numb" answers and goes on. */
function readNo(said: Utterance): Event {
  const { denial } = said;
  const tells = said.symptoms.length + said.doubts.length > 0;
  const told = tells ? null : readPerson(said);
  if (told) return told;
  if (denial && (!tells || isAllDenied(said))) return deny(denial);
  const answered = tells || denial ? null : readAnswer(said);
  return answered ?? readDenial(said.rest.afterNo, denial);
}

/**
 * How much of a sentence was sent. `whole`: all that says anything; `cried`: all but a cry ("oh") before it; `part`: what
 * is missing may have been "maybe", or "but".
 */
export type Extent = 'whole' | 'cried' | 'part';

/** A no in a sentence of which something may be missing. */
function denyLater(said: Utterance, denial: Denial, extent: Extent): Event {
  // "Oh no" may be a cry.
  const isBareCry = extent === 'cried' && !said.rest.text;
  if (denial.manner === 'qualified' || denial.of === 'all')
    return extent === 'part' || isBareCry ? unclearly(denial) : deny(denial);
  if (extent === 'part') return { type: 'unclear' };
  // "Oh no, chest pain" and "oh, no chest pain" sound alike.
  const { rest } = said;
  const behindCry = extent === 'cried' ? said : said.beginsWithCry ? rest : null;
  if (!behindCry?.isAnsweringNo) return deny(denial);
  if (behindCry.rest.denial) return deny(denial);
  const { symptoms: rows } = behindCry.rest;
  return rows.length > 0 ? doubtOf(rows) : { type: 'unclear' };
}

const unclearly = (denial: Denial): Event => (denial.manner === 'qualified' ? deny(denial) : { type: 'unclear' });

/** Below this age the skill sends the listener away. */
const ADULT_AGE = 18;

/** An age in years, or one that was not heard. */
export function readAge(years: number | null): Event {
  if (years === null) return { type: 'notUnderstood' };
  return years < ADULT_AGE ? { type: 'isUnderage' } : { type: 'saidAge', years };
}

/** Who speaks: another person now, or somebody of an age. No answer is told with it. */
function readPerson({ handsOver, age, denial }: Utterance): Event | null {
  if (handsOver) return { type: 'spokeForAnother' };
  if (age === null) return null;
  const event = readAge(age);
  // "I'm a sixty year old man, so no" is a no more than an age; an age that changes what may be done is never passed over.
  return event.type === 'saidAge' && denial && !limitsForAge(age, gentle as AgeLimits) ? null : event;
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
function readAnswer(said: Utterance): Event | null {
  const { answered } = said;
  if (!answered) return null;
  if (answered.kind === 'yes' && answered.isWhole) return { type: 'saidYes' };
  const event = ANSWERS[answered.kind];
  const asked = answered.isWhole ? null : questionIn(said);
  return event.type === 'saidVague' && asked?.type === 'askedQuestion' ? { ...event, found: asked.found } : event;
}

/** A statement: a symptom, a command, a wish, or a question that began like one. */
export function readStatement(said: Utterance, extent: Extent = 'part'): Event {
  if (extent === 'whole' && said.isAnsweringNo) return readNo(said);
  const { symptoms: rows, question } = said;
  const isDenied = extent !== 'part' && isAllDenied(said);
  if (rows.length > 0 && !isDenied) {
    if (!said.isSupposed) return reportOf(said);
    return { type: 'askedAboutSymptom', rows, found: said.answer, ...(question ? { question } : {}) };
  }
  const doubt = isDenied ? null : doubtIn(said);
  if (doubt) return doubt;
  if (said.offersHands) return acceptHands(said);
  const told = readPerson(said);
  if (told) return told;
  if (said.denial) return denyLater(said, said.denial, extent);
  if (said.isDenying) return readDenial(said.afterNo, null);
  if (said.command) return { type: said.command };
  const answered = extent === 'part' ? null : readAnswer(said);
  if (answered) return answered;
  const { wishesOnly: wishes, unfitOnly: what } = said;
  if (what) return nameUnfit(what, wishes);
  if (Object.keys(wishes).length > 0) return { type: 'chose', wishes };
  const suspected = suspect(said);
  if (suspected) return suspected;
  const asked = questionIn(said);
  const { vague } = said;
  if (!vague) return asked ?? { type: 'notUnderstood' };
  return { type: 'saidVague', ...vague, ...(asked?.type === 'askedQuestion' ? { found: asked.found } : {}) };
}
