// What may somebody report about their body, and which rule of the symptom table does it fall under?

/** Rows of the symptom table (safety.md 3.6); what each leads to depends on when it is said. */
export type SymptomRow =
  | 'emergency' // chest pain, short of breath, has fainted, tearing pain
  | 'saddle' // new bladder, bowel or groin change
  | 'numb' // numb, tingling, pins and needles in an arm or leg
  | 'numb-both' // the same on both sides, spreading or getting worse
  | 'weak' // weakness, giving way, pain shooting down a limb
  | 'weak-both'
  | 'sharp' // sharp, electric or burning at the spot
  | 'dizzy' // dizzy, faint or sick now
  | 'ill' // fever, feeling ill, weight loss
  | 'injury' // fall, crash, injury; a lump or changed shape
  | 'standing' // clot, thinners, bleeding, pregnancy, cancer, weak bones, steroids, weak immune system, severe or lasting pain
  | 'skin'; // skin broken, bruised, hot or swollen at the spot

/** Outcome classes of safety.md 2.1. */
export type OutcomeClass = 'E' | 'D' | 'C' | 'M';

export const SYMPTOM_ROWS: readonly SymptomRow[] = [
  'emergency',
  'saddle',
  'numb',
  'numb-both',
  'weak',
  'weak-both',
  'sharp',
  'dizzy',
  'ill',
  'injury',
  'standing',
  'skin',
];
