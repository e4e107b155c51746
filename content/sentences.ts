// The sentences that a launch does not need.

/** How the keys begin of what is said to a question, and of what is said once a routine is chosen and gone through. */
const LATER = [
  'answer.',
  'check.',
  'choose.',
  'exercise.',
  'find.',
  'hold.',
  'mend_',
  'pin.',
  'plan.',
  'prepare.',
  'press.',
  'ready.',
  'remind.',
  'replan.',
  'stretch.',
  'warmUp.',
];

/** Whether a sentence lies in the file that is read when the first of its sentences is said. */
export const isSaidLater = (key: string): boolean => LATER.some((opening) => key.startsWith(opening));
