// What a listener may report about the body, by the rows of the symptom table, and what it can lead to.

/** Rows of the symptom table, the most urgent first; what each leads to depends on when it is said. */
export const SYMPTOM_ROWS = [
  'emergency', // chest pain, short of breath, has fainted, tearing pain
  'saddle', // new bladder, bowel or groin change
  'numb-both', // numb on both sides, spreading or getting worse
  'weak-both',
  'weak', // weakness, giving way, pain shooting down a limb
  'ill', // fever, feeling ill, weight loss
  'injury', // fall, crash, injury; a lump or changed shape
  'numb', // numb, tingling, pins and needles in an arm or leg
  'standing', // clot, thinners, bleeding, pregnancy, cancer, weak bones, steroids, weak immune system, severe or lasting pain
  'dizzy', // dizzy, faint or sick now
  'sharp', // sharp, electric or burning at the spot
  'skin', // skin broken, bruised, hot or swollen at the spot
] as const;
export type SymptomRow = (typeof SYMPTOM_ROWS)[number];

const URGENT: readonly (SymptomRow | undefined)[] = ['emergency', 'saddle'];

/** Whether a report stands even when what was felt has passed, or when no word says that it is the speaker's own. */
export function isUrgent(row: SymptomRow | undefined): boolean {
  return URGENT.includes(row);
}

/** Emergency, the same day, a doctor first, leave the spot alone. */
export const OUTCOME_CLASSES = ['E', 'D', 'C', 'M'] as const;
export type OutcomeClass = (typeof OUTCOME_CLASSES)[number];
