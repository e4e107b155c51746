// What is said, word for word, when there is a reason to stop, in en-US (docs/safety.md "Outcome lines").

export const E =
  "Stop here, please. That could need emergency care. Call nine one one now on a phone, or ask someone near you to. I can't make the call. Don't press or stretch your back.";
export const D =
  "Let's not do the routine today. Please contact a doctor or urgent care today. If you get chest pain, trouble breathing, weak legs, or bladder changes, call nine one one.";
/** The same once the routine is over. */
export const D_AFTER = D.replace("Let's not do the routine today.", "Let's leave it there for today.");
export const C =
  "Let's hold off pressing on your back for now. Please check with a doctor or physical therapist first. They can tell you what's okay for you.";
export const M =
  "We'll leave that spot alone, no pressing and no heat. I can take you through gentle stretches instead.";
export const ALL_NO = "Thanks. I didn't hear a reason to stop.";
export const AWAY = 'Step away now.';
export const GO_BACK = 'If I misheard you, say go back.';
export const Q3B = 'Is it on both sides, or getting worse?';
export const SAFETY_NET =
  "See a doctor if it isn't better in two weeks, or gets severe. Chest pain, weak or numb legs, or bladder changes: call nine one one.";

const EXTRA = {
  q2: "Go to an emergency room today, even if it doesn't hurt much.",
  q5: 'If it was a serious crash or a hard fall, go to an emergency room.',
  q6: "If you can't sleep or can't move, call a doctor today.",
  q7: 'If one leg is newly swollen, warm, or sore, call a doctor today. With chest pain or trouble breathing, call nine one one.',
};

/** The outcome of a yes to each question, as it is heard before the way to correct it. */
export const LINES = {
  q1: E,
  q2: `${E} ${EXTRA.q2}`,
  q3: D,
  q4: D,
  q5: `${D} ${EXTRA.q5}`,
  q6: `${C} ${EXTRA.q6}`,
  q7: `${C} ${EXTRA.q7}`,
  q8: C,
  q9: M,
};
