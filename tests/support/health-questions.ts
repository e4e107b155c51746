// The health questions and their explanations, word for word (docs/safety.md "The health questions").

import type { QuestionId } from '../../lambda/domain/healthQuestions';

export const ASKED: Record<QuestionId, string> = {
  q1: 'Today, have you had chest pain, trouble breathing, fainting, or sudden tearing pain?',
  q2: 'Do you have new bladder or bowel trouble, or numbness around your groin or bottom?',
  q3: 'Do you have numbness, tingling, weakness, or shooting pain in an arm or leg?',
  q4: 'Do you have a fever or chills, or have you lost weight without trying?',
  q5: 'Did this start after a fall, a crash, or another injury?',
  q6: 'Is the pain severe, there day and night, or still as bad after two weeks?',
  q7: 'Do you take blood thinners or long-term steroids, bleed easily, or have you had a clot?',
  q8: 'Are you pregnant, or have you had cancer, weak bones, back surgery, or a back implant?',
  q9: 'Look or feel. Is the skin there broken, bruised, hot, swollen, or numb?',
  r0: 'Is someone new using this today?',
  r3: 'Since last time, a fever, an injury, or a numb, tingling, or weak arm or leg?',
  r4: 'Since last time, a new illness, medicine, operation, blood clot, or pregnancy, or is the pain worse?',
};

export const EXPLAINED: Record<QuestionId, string> = {
  q1: 'I mean pain or pressure in your chest, into the jaw or arm too, a cold sweat, feeling short of breath or faint, or back or belly pain that hit suddenly and feels like ripping.',
  q2: 'I mean new trouble starting, stopping, or feeling when you pee or poop, leaking, or a numb or strange feeling when you wipe or sit.',
  q3: 'I mean pins and needles, dead skin, a weak grip or a leg that gives way, or pain that runs down an arm or leg. Soreness only in your back is a no.',
  q4: 'I mean feeling hot, shivery, or ill, or losing about ten pounds in six months without a diet.',
  q5: 'A car crash, a hard fall, a blow, or a pull you felt happen. A small fall counts if you are older or have weak bones.',
  q6: "Severe means it's hard to think, sleep, or move. Day and night means it never eases, even lying still.",
  q7: 'Blood thinners are medicines such as warfarin or apixaban. Steroids means tablets for three months or more. Bleeding easily means big bruises or a bleeding illness. If one leg is newly swollen, warm, or sore, say yes and call a doctor today.',
  q8: 'Weak bones means osteoporosis or a break from a small bump. An implant is a pump, a stimulator, or metal in your back. Surgery that healed over a year ago, with nothing left in, is a no. If you are seriously ill, or your defenses are weak, say yes.',
  q9: 'Look in a mirror or ask someone. I mean a cut, a rash, a bruise, or a spot that is warm, red, or puffy. A new lump or a change in shape: say yes and see a doctor.',
  r0: 'I mean anyone other than the person who answered the eight questions.',
  r3: 'Since your last visit: feeling hot, shivery, or ill. A fall, a crash, or a blow. Pins and needles, dead skin, a weak grip, or a leg that gives way.',
  r4: "Since your last visit: anything new from a doctor, or a tablet you didn't take before. If your back hurts more than it did, say yes.",
};

export type OfFirstVisit = Exclude<QuestionId, 'r0' | 'r3' | 'r4'>;

/** The questions of a first visit, the one on the skin last. */
export const ALL: readonly OfFirstVisit[] = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9'];

/** The questions of a return visit, before the one on the skin. */
export const ON_RETURN: readonly QuestionId[] = ['r0', 'q1', 'q2', 'r3', 'r4'];
