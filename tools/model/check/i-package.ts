// The skill package as the checks see it: the manifest, the models, and the files that the manifest names.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Model } from '../interaction-model';

export interface StoreText {
  name?: string;
  summary?: string;
  description?: string;
  examplePhrases?: string[];
  keywords?: string[];
  smallIconUri?: string;
  largeIconUri?: string;
}

export interface Manifest {
  manifest: {
    manifestVersion?: string;
    publishingInformation?: {
      category?: string;
      isAvailableWorldwide?: boolean;
      distributionCountries?: string[];
      testingInstructions?: string;
      locales?: Record<string, StoreText>;
    };
    privacyAndCompliance?: Record<string, unknown> & { locales?: Record<string, { privacyPolicyUrl?: string }> };
    permissions?: { name: string }[];
    apis?: {
      custom?: {
        endpoint?: { uri?: string };
        regions?: Record<string, { endpoint?: { uri?: string } }>;
        interfaces?: { type: string }[];
        tasks?: { name: string; version: string }[];
      };
    };
  };
}

export interface SkillPackage {
  models: Readonly<Record<string, Model>>;
  /** A file by its path in the package; null where there is none. */
  file(path: string): Buffer | null;
}

/** The manifest in a folder, and the rest of the package. */
export function packageIn(folder: string): SkillPackage & { manifest: Manifest } {
  return {
    manifest: JSON.parse(readFileSync(join(folder, 'skill.json'), 'utf8')) as Manifest,
    models: modelsIn(join(folder, 'interactionModels/custom')),
    file: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : null),
  };
}

/** The models in a folder by their locale. */
export function modelsIn(folder: string): Record<string, Model> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name) => [basename(name, '.json'), JSON.parse(readFileSync(join(folder, name), 'utf8')) as Model]),
  );
}
