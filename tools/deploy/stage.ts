// Makes exactly what is handed to ask-cli.
//
// ask-cli writes addresses with account numbers into the manifest it deploys and keeps its own notes beside it. So it
// works in a folder of its own below deployment/, which git does not see.

import type { Publishing } from '../model/publishing';

type Table = Record<string, unknown>;

/** The name ask-cli gives to credentials that stand in the environment. */
export const ENVIRONMENT_PROFILE = '__ENVIRONMENT_ASK_PROFILE__';

const DRAFT_WARNING =
  'DRAFT, NOT FOR PUBLICATION: these texts have not been read by a speaker of each language and a clinician. ';

/**
 * The manifest for these locales. Addresses that ask-cli wrote at the deployment before are kept, so that the skill
 * is not without its function while it is deployed again. A draft says to a certifier that it is one.
 */
export function manifestToDeploy(
  committed: Table,
  deployedBefore: Table | undefined,
  { locales, drafts }: { locales: readonly string[]; drafts: boolean },
): Table {
  const manifest = table(committed['manifest']);
  const publishing = table(manifest['publishingInformation']);
  const privacy = table(manifest['privacyAndCompliance']);
  const apis = table(manifest['apis']);
  const before = table(deployedBefore?.['manifest']);
  return {
    ...committed,
    manifest: {
      ...manifest,
      publishingInformation: {
        ...publishing,
        ...(drafts ? { testingInstructions: `${DRAFT_WARNING}${publishing['testingInstructions']}` } : {}),
        locales: only(locales, table(publishing['locales'])),
      },
      privacyAndCompliance: { ...privacy, locales: only(locales, table(privacy['locales'])) },
      apis: { ...apis, custom: { ...table(apis['custom']), ...addressesOf(table(table(before['apis'])['custom'])) } },
      ...(before['events'] ? { events: before['events'] } : {}),
    },
  };
}

/** The settings of ask-cli for one profile, with the address for alarms filled in. */
export function resourcesToDeploy(
  committed: Table,
  profile: string,
  { alarmEmail }: Pick<Publishing, 'alarmEmail'>,
): Table {
  const settings = table(table(committed['profiles'])['default']);
  const infrastructure = table(settings['skillInfrastructure']);
  const userConfig = table(infrastructure['userConfig']);
  const cfn = table(userConfig['cfn']);
  const parameters = { ...table(cfn['parameters']), AlarmEmail: alarmEmail };
  const skillInfrastructure = { ...infrastructure, userConfig: { ...userConfig, cfn: { ...cfn, parameters } } };
  return { ...committed, profiles: { [profile]: { ...settings, skillInfrastructure } } };
}

/**
 * The files of the skill package to hand over for these locales, by their path in it; the manifest is not among them.
 */
export function packageFiles(manifest: Table, locales: readonly string[]): string[] {
  const body = table(manifest['manifest']);
  const texts = Object.values(table(table(body['publishingInformation'])['locales'])).map(table);
  const pictures = texts.flatMap((text) => [text['smallIconUri'], text['largeIconUri']]);
  const tasks = (table(table(body['apis'])['custom'])['tasks'] ?? []) as { name: string; version: string }[];
  return [
    ...locales.map((locale) => `interactionModels/custom/${locale}.json`),
    ...new Set(pictures.filter((uri) => typeof uri === 'string').map((uri) => uri.replace(/^file:\/\//, ''))),
    ...tasks.map(({ name, version }) => `tasks/${name}.${version}.json`),
  ];
}

/** A policy text with the publisher's name and address filled in. */
export function filledIn(text: string, { operator, contact }: Pick<Publishing, 'operator' | 'contact'>): string {
  return text
    .replaceAll('{operator}', operator || '(operator not filled in)')
    .replaceAll('{contact}', contact || '(contact not filled in)');
}

function only(locales: readonly string[], texts: Table): Table {
  return Object.fromEntries(Object.entries(texts).filter(([locale]) => locales.includes(locale)));
}

function addressesOf({ endpoint, regions }: Table): Table {
  return { ...(endpoint ? { endpoint } : {}), ...(regions ? { regions } : {}) };
}

function table(value: unknown): Table {
  return typeof value === 'object' && value !== null ? (value as Table) : {};
}
