// Rules I, the manifest: what the skill asks for, where it answers, and in which locales.

import type { Model } from '../interaction-model';
import { shapeFaults } from './b-shape';
import { type Fault, fault, faultsOf } from './fault';
import { phraseFaults } from './h-invocation';
import type { Manifest, SkillPackage } from './i-package';
import { storeFaults } from './i-store';
import { taskFaults } from './i-tasks';

const PERMISSIONS = new Set([
  'alexa::alerts:reminders:skill:readwrite',
  'alexa::alerts:timers:skill:readwrite',
  'alexa::person_id:read',
  'alexa::profile:given_name:read',
  'alexa::profile:name:read',
  'alexa::profile:email:read',
  'alexa::profile:mobile_number:read',
  'alexa::devices:all:address:full:read',
  'alexa:devices:all:address:country_and_postal_code:read',
  'alexa::devices:all:geolocation:read',
  'alexa::devices:all:notifications:write',
]);

const OFFER = 'CAN_FULFILL_INTENT_REQUEST';
const INTERFACES = new Set([
  OFFER,
  'ALEXA_PRESENTATION_APL',
  'AUDIO_PLAYER',
  'VIDEO_APP',
  'APP_LINKS',
  'ALEXA_EXTENSION',
]);

const CATEGORIES = new Set([
  'HEALTH_AND_FITNESS',
  'EXERCISE_AND_WORKOUT',
  'SELF_IMPROVEMENT',
  'EDUCATION_AND_REFERENCE',
]);
const DECLARED = ['allowsPurchases', 'usesPersonalInfo', 'isChildDirected', 'isExportCompliant', 'containsAds'];
const INSTRUCTIONS = 4000;
const WHERE = 'skill.json';

/** What is wrong with a manifest, and with what it names in its package. */
export function manifestFaults(all: Manifest, skillPackage: SkillPackage, numbers: readonly string[] = []): Fault[] {
  const { manifest } = all;
  const { locales: texts = {}, category } = manifest.publishingInformation ?? {};
  return [
    ...formFaults(all),
    ...askedForFaults(all),
    ...endpointFaults(all),
    ...localeFaults(all, skillPackage),
    ...(manifest.apis?.custom?.tasks ?? []).flatMap(({ name, version }) => taskFaults(name, version, skillPackage)),
    ...Object.entries(texts).flatMap(([locale, text]) => {
      const model = skillPackage.models[locale];
      return [
        ...storeFaults(text, locale, skillPackage, category === 'HEALTH_AND_FITNESS'),
        ...(model && isShaped(model) ? phraseFaults(text.examplePhrases ?? [], model, locale, numbers) : []),
      ];
    }),
  ];
}

const isShaped = (model: Model): boolean => shapeFaults(model, '').length === 0;

function formFaults({ manifest }: Manifest): Fault[] {
  const { category = '', isAvailableWorldwide, ...publishing } = manifest.publishingInformation ?? {};
  const { distributionCountries = [], testingInstructions = '' } = publishing;
  const { length } = testingInstructions;
  const isSold = isAvailableWorldwide === (distributionCountries.length === 0);
  const undeclared = DECLARED.filter((field) => typeof manifest.privacyAndCompliance?.[field] !== 'boolean');
  return [
    ...(manifest.manifestVersion === '1.0' ? [] : [fault('I12', WHERE, `version ${manifest.manifestVersion}`)]),
    ...(CATEGORIES.has(category) ? [] : [fault('I12', WHERE, `category ${category}`)]),
    ...(isSold ? [] : [fault('I12', WHERE, 'worldwide, or in some countries')]),
    ...faultsOf('I12', WHERE, undeclared),
    ...(length > 0 && length <= INSTRUCTIONS ? [] : [fault('I1', WHERE, `testing instructions of ${length}`)]),
  ];
}

function askedForFaults({ manifest }: Manifest): Fault[] {
  const permissions = (manifest.permissions ?? []).map(({ name }) => name);
  const interfaces = (manifest.apis?.custom?.interfaces ?? []).map(({ type }) => type);
  const elsewhere = Object.keys(manifest.publishingInformation?.locales ?? {}).filter((locale) => locale !== 'en-US');
  return [
    ...faultsOf(
      'I2',
      WHERE,
      permissions.filter((name) => !PERMISSIONS.has(name)),
    ),
    ...faultsOf(
      'I3',
      WHERE,
      interfaces.filter((type) => !INTERFACES.has(type)),
    ),
    ...faultsOf('I4', WHERE, interfaces.includes(OFFER) ? elsewhere : []),
  ];
}

function endpointFaults({ manifest }: Manifest): Fault[] {
  const { endpoint, regions = {} } = manifest.apis?.custom ?? {};
  const uris = [endpoint, ...Object.values(regions).map((region) => region.endpoint)].flatMap((one) => one?.uri ?? []);
  return [
    ...faultsOf(
      'I6',
      WHERE,
      uris.filter((uri) => !/^(arn:|https:\/\/)/.test(uri)),
    ),
    ...(endpoint?.uri ? [] : [fault('I7', WHERE, 'no endpoint')]),
  ];
}

function localeFaults({ manifest }: Manifest, { models }: SkillPackage): Fault[] {
  const { locales: policies = {}, usesPersonalInfo } = manifest.privacyAndCompliance ?? {};
  const everywhere = [manifest.publishingInformation?.locales ?? {}, policies, models].map((one) => Object.keys(one));
  const all = [...new Set(everywhere.flat())];
  const needsPolicy = usesPersonalInfo === true || (manifest.permissions ?? []).length > 0;
  const withoutPolicy = Object.entries(policies).filter(
    ([, { privacyPolicyUrl = '' }]) => !/^https:\/\/\S+$/.test(privacyPolicyUrl),
  );
  return [
    ...faultsOf(
      'I9',
      WHERE,
      all.filter((locale) => everywhere.some((locales) => !locales.includes(locale))),
    ),
    ...faultsOf('I8', WHERE, needsPolicy ? withoutPolicy.map(([locale]) => locale) : []),
  ];
}
