// The health questions and their explanations, word for word (docs/safety.md "The health questions").

import type { QuestionId } from '../../lambda/domain/healthQuestions';

export const ASKED: Record<QuestionId, string> = {
  q1: 'Right now, do you have chest pain, trouble breathing, or sudden tearing pain?',
  q2: 'Any new trouble with your bladder or bowels, or numbness around your groin?',
  q3: 'Any numbness, tingling, weakness, or shooting pain in an arm or leg?',
  q4: 'Do you have a fever or chills, or have you lost weight without trying?',
  q5: 'Did this start after a fall, a crash, or another injury?',
  q6: 'Is the pain severe, there all the time, or still bad after two weeks of care?',
  q7: 'Have you had a blood clot, or do you take blood thinners or bleed easily?',
  q8: 'Are you pregnant, or have you had cancer, weak bones, or long-term steroids?',
  q9: 'Look or feel. Is the skin there broken, bruised, hot, or swollen?',
};

export const EXPLAINED: Record<QuestionId, string> = {
  q1: 'I mean pain or pressure in your chest, feeling short of breath or faint, or back or belly pain that hit suddenly and feels like ripping.',
  q2: 'I mean new trouble starting, stopping, or feeling when you pee or poop, leaking, or a numb or strange feeling when you wipe or sit.',
  q3: 'I mean pins and needles, dead skin, a weak grip or a leg that gives way, or pain that runs down an arm or leg. Soreness only in your back is a no.',
  q4: 'I mean feeling hot, shivery, or ill, or losing about ten pounds in six months without a diet.',
  q5: 'A car crash, a hard fall, a blow, or a pull you felt happen. A small fall counts if you are older or have weak bones.',
  q6: "Severe means it's hard to think, sleep, or move. All the time means it never eases, even lying still or at night.",
  q7: 'Blood thinners are medicines such as warfarin or apixaban. Bleeding easily means big bruises or a bleeding illness. If one leg is newly swollen, warm, or sore, say yes and call a doctor today.',
  q8: 'Weak bones means osteoporosis or a break from a small bump. Steroids means tablets for three months or more. A weak immune system counts too. So does recent surgery on your back.',
  q9: 'Look in a mirror or ask someone. I mean a cut, a rash, a bruise, or a spot that is warm, red, or puffy. A new lump or a change in shape: say yes and see a doctor.',
};

export const ALL = Object.keys(ASKED) as QuestionId[];
