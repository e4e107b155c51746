// Tells what would keep the skill out of the store, as far as that can be told without asking Amazon.

import { ICONS, readPng } from '../icons';

type Table = Record<string, unknown>;

/** What is about to be deployed, as it would lie before whoever certifies it. */
export interface Submission {
  manifest: Table;
  locales: readonly string[];
  /** Locales that nobody has read. */
  drafts: readonly string[];
  /** What the publisher has not said about themselves, one sentence each. */
  unpublished: readonly string[];
  /** Whether the health questions are asked, and not only read aloud. */
  asksAboutHealth: boolean;
  /** Whether a function is deployed with it. */
  hasFunction: boolean;
  /** A file of the skill package; nothing when it is not there. */
  file(path: string): Buffer | undefined;
}

/** One thing the store asks for, and what stands against it: what is sure to block, and what only may. */
export interface Finding {
  subject: string;
  blocks: string[];
  mayBlock: string[];
}

/** Everything the store asks for that can be looked at here, in the order in which it is told. */
export function findingsIn(submission: Submission): Finding[] {
  const finding = (subject: string, blocks: string[], mayBlock: string[] = []) => ({ subject, blocks, mayBlock });
  return [
    finding('review', submission.drafts.length > 0 ? [unread(submission.drafts)] : []),
    finding('publisher', [...submission.unpublished]),
    finding('privacy policy', policyFaults(submission)),
    finding('permissions', permissionFaults(submission)),
    finding('store texts', textFaults(submission)),
    finding('icons', iconFaults(submission)),
    finding('models', modelFaults(submission)),
    finding('tasks', taskFaults(submission)),
    finding('interfaces', [], interfaceRisks(submission)),
    finding('endpoint', endpointFaults(submission)),
    finding('health policy', [], submission.asksAboutHealth ? [HEALTH] : []),
  ];
}

/** The findings a line each, every subject named, so that silence is never taken for a pass. */
export function toldFindings(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ subject, blocks, mayBlock }) => {
    if (blocks.length + mayBlock.length === 0) return [`  ok         ${subject}`];
    return [
      ...blocks.map((fault) => `  BLOCKS     ${subject}: ${fault}`),
      ...mayBlock.map((risk) => `  may block  ${subject}: ${risk}`),
    ];
  });
}

const HEALTH =
  'Amazon refuses skills that collect information about health, and eight questions about it are asked; docs/certification.md has the way out.';

const unread = (drafts: readonly string[]): string =>
  `${drafts.join(', ')} have not been read by a speaker of the language and a clinician (content/locales.json).`;

function policyFaults({ manifest, locales }: Submission): string[] {
  const privacy = table(manifest['privacyAndCompliance']);
  const why = [
    ...(listOf(manifest['permissions']).length > 0 ? ['permissions are asked for'] : []),
    ...(privacy['usesPersonalInfo'] === true ? ['personal information is used'] : []),
  ];
  const texts = table(privacy['locales']);
  const without = locales.filter(
    (locale) => !String(table(texts[locale])['privacyPolicyUrl'] ?? '').startsWith('https://'),
  );
  if (why.length === 0 || without.length === 0) return [];
  return [`no address in ${without.join(', ')}, and one is needed because ${why.join(' and ')}.`];
}

/** What this skill has a use for, and says so; any other would be asked about by whoever certifies it. */
const USED = [
  'alexa::alerts:reminders:skill:readwrite',
  'alexa::alerts:timers:skill:readwrite',
  'alexa::person_id:read',
];

function permissionFaults({ manifest }: Submission): string[] {
  const names = listOf(manifest['permissions']).map(({ name }) => String(name));
  return names.filter((name) => !USED.includes(name)).map((name) => `${name} is asked for and has no use.`);
}

/** Amazon's limits on a store page, in characters or entries. */
const LONGEST = { summary: 160, description: 4000, examplePhrases: 3, keywords: 30 };

function textFaults({ manifest, locales }: Submission): string[] {
  const publishing = table(manifest['publishingInformation']);
  const texts = table(publishing['locales']);
  const instructions = String(publishing['testingInstructions'] ?? '');
  return [
    ...locales.flatMap((locale) => pageFaults(locale, table(texts[locale]))),
    ...(instructions === '' || instructions.length > 4000 ? ['testing instructions are missing or too long.'] : []),
  ];
}

function pageFaults(locale: string, page: Table): string[] {
  const wrong = Object.entries(LONGEST).filter(([field, most]) => {
    const length = (page[field] as string | unknown[] | undefined)?.length ?? 0;
    return length === 0 || length > most;
  });
  const name = String(page['name'] ?? '').length < 2 ? ['name'] : [];
  return [...name, ...wrong.map(([field]) => field)].map((field) => `${field} of ${locale} is missing or too long.`);
}

function iconFaults({ manifest, locales, file }: Submission): string[] {
  const texts = table(table(manifest['publishingInformation'])['locales']);
  const faults = locales.flatMap((locale) =>
    Object.entries(ICONS).flatMap(([field, size]) => {
      const uri = String(table(texts[locale])[field] ?? '');
      const png = file(uri.replace(/^file:\/\//, ''));
      const is = png && readPng(png);
      return is?.width === size && is.height === size ? [] : [`${field} of ${locale} is no picture of ${size} pixels.`];
    }),
  );
  return faults;
}

function modelFaults({ locales, file }: Submission): string[] {
  return locales.flatMap((locale) => {
    const model = file(`interactionModels/custom/${locale}.json`);
    if (!model) return [`${locale} has none.`];
    const intents = JSON.parse(model.toString()).interactionModel.languageModel.intents.length as number;
    return [
      ...(model.length > 1_500_000 ? [`that of ${locale} weighs more than 1.5 MB.`] : []),
      ...(intents > 250 ? [`that of ${locale} has ${intents} intents of 250.`] : []),
    ];
  });
}

function taskFaults({ manifest, file }: Submission): string[] {
  const tasks = listOf(table(table(manifest['apis'])['custom'])['tasks']);
  return tasks.flatMap(({ name, version }) => {
    const definition = file(`tasks/${name}.${version}.json`);
    if (!definition) return [`${name} has no definition.`];
    const { info, paths } = JSON.parse(definition.toString());
    const fits = info?.version === version && Object.keys(paths ?? {}).join() === `/${name}`;
    return fits ? [] : [`the definition of ${name} is that of another one.`];
  });
}

function interfaceRisks({ manifest, locales }: Submission): string[] {
  const types = listOf(table(table(manifest['apis'])['custom'])['interfaces']).map(({ type }) => type);
  const beta = locales.filter((locale) => locale !== 'en-US');
  if (!types.includes('CAN_FULFILL_INTENT_REQUEST') || beta.length === 0) return [];
  return [`CAN_FULFILL_INTENT_REQUEST is public in en-US alone; in ${beta.join(', ')} it is Amazon's private beta.`];
}

function endpointFaults({ manifest, hasFunction }: Submission): string[] {
  const { endpoint } = table(table(manifest['apis'])['custom']);
  return hasFunction || endpoint ? [] : ['no function is deployed with it, so nobody would answer.'];
}

const listOf = (value: unknown): Table[] => (Array.isArray(value) ? value : []);

function table(value: unknown): Table {
  return typeof value === 'object' && value !== null ? (value as Table) : {};
}
