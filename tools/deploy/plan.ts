// Decides whether this may be deployed, which locales go, and in which order.

import { type Publishing, publishingFaults } from '../model/publishing';

/** What a deployment needs to know of a locale. */
export interface ReviewedLocale {
  locale: string;
  review: { language: boolean; clinician: boolean };
}

export interface Wishes {
  /** Locales that have not been read yet go too, to the developer's own stage. */
  drafts: boolean;
  /** Hand what was deployed to Amazon for certification, on its way to the public store. */
  submit: boolean;
  /** Texts and models alone go: no function, nothing on AWS. */
  modelOnly: boolean;
  /** The profile of ask-cli. */
  profile: string;
}

export interface Circumstances {
  locales: readonly ReviewedLocale[];
  publishing: Publishing;
  /** Why ask-cli cannot be used, or nothing when it can. */
  askProblem: string | undefined;
}

export interface Plan {
  /** Why nothing happens, one sentence each; nothing is done unless this is empty. */
  refusals: string[];
  /** What the developer should know, one sentence each. */
  notices: string[];
  /** The locales that go. */
  locales: string[];
  steps: Step[];
}

export type Step = 'check' | 'stage' | 'build' | 'deploy' | 'submit';

/** True when a speaker of the language and a clinician have read the locale's texts. */
export const isReviewed = ({ review }: ReviewedLocale): boolean => review.language && review.clinician;

/** Decides without touching anything. */
export function planDeployment(wishes: Wishes, circumstances: Circumstances): Plan {
  const drafts = circumstances.locales.filter((locale) => !isReviewed(locale)).map(({ locale }) => locale);
  const locales = circumstances.locales.map(({ locale }) => locale);
  const going = wishes.drafts ? locales : locales.filter((locale) => !drafts.includes(locale));
  const missing = publishingFaults(circumstances.publishing);
  return {
    refusals: [
      ...(wishes.drafts && wishes.submit ? [DRAFTS_NEVER_SUBMITTED] : []),
      ...(wishes.modelOnly && wishes.submit ? [MODELS_ALONE_NEVER_SUBMITTED] : []),
      ...(going.length === 0 ? [nothingReviewed(drafts)] : []),
      ...(wishes.drafts ? [] : missing),
      ...(circumstances.askProblem ? [circumstances.askProblem] : []),
    ],
    notices: [
      ...(wishes.drafts ? [draftsGo(drafts), ...missing] : leftOut(drafts)),
      'Texts and models go to the development stage, which only devices of your own developer account can open.',
      wishes.modelOnly ? NOBODY_ANSWERS : SAME_FUNCTION,
    ],
    locales: going,
    steps: stepsFor(wishes),
  };
}

function stepsFor({ modelOnly, submit }: Wishes): Step[] {
  if (modelOnly) return ['check', 'stage', 'deploy'];
  return ['check', 'stage', 'build', 'deploy', ...(submit ? (['submit'] as const) : [])];
}

const NOBODY_ANSWERS =
  'AWS is not asked. What the models make of a sentence can be seen (npm run profile); a skill that has no function yet answers nothing.';

const SAME_FUNCTION =
  'The function is the same for a version that is live already; a --profile of its own keeps the two apart.';

const MODELS_ALONE_NEVER_SUBMITTED =
  'Models alone never go to certification: --submit deploys the function they belong to as well, so leave --model-only out.';

const DRAFTS_NEVER_SUBMITTED =
  'Drafts never go to certification: give either --drafts, for your own devices, or --submit, for the store.';

const nothingReviewed = (drafts: string[]): string =>
  `No locale may go: ${drafts.join(', ')} are drafts, because content/locales.json does not say of any of them that ` +
  'a speaker of the language and a clinician have read it. To try them on your own devices: npm run deploy -- --drafts';

const draftsGo = (drafts: string[]): string =>
  drafts.length > 0
    ? `DRAFTS: ${drafts.join(', ')} go without having been read by a speaker of the language and a clinician. ` +
      'This is for your own devices only; do not submit it.'
    : 'There are no drafts; --drafts changes nothing.';

const leftOut = (drafts: string[]): string[] =>
  drafts.length > 0 ? [`Left out as drafts: ${drafts.join(', ')} (see "review" in content/locales.json).`] : [];
