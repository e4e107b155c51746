// Validates a response against Alexa's own types.

import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import modelPackage from 'ask-sdk-model/package.json';

const ROOT = join(__dirname, '../..');
const CACHE = join(ROOT, 'node_modules/.cache/knot-relief');
const CACHED = join(CACHE, `response-envelope-${modelPackage.version}.cjs`);

/**
 * The code of the validator, made from the types once for each version of them. Making it takes two seconds, and each of
 * some thirty test files would take half a second to make it from a ready schema.
 */
function validatorCode(): string {
  const { createGenerator } = require('ts-json-schema-generator') as typeof import('ts-json-schema-generator');
  const { default: Ajv } = require('ajv') as typeof import('ajv');
  const { default: standaloneCode } = require('ajv/dist/standalone') as typeof import('ajv/dist/standalone');
  const schema = createGenerator({
    path: join(ROOT, 'node_modules/ask-sdk-model/index.d.ts'),
    tsconfig: join(ROOT, 'tsconfig.json'),
    type: 'ResponseEnvelope',
    skipTypeCheck: true,
    additionalProperties: false,
  }).createSchema('ResponseEnvelope') as object;
  const ajv = new Ajv({ strict: false, allErrors: true, code: { source: true } });
  return standaloneCode(ajv, ajv.compile(schema));
}

/** Several test workers may be here at once, so the file appears whole or not at all. */
function keep(text: string): void {
  mkdirSync(CACHE, { recursive: true });
  const beside = `${CACHED}.${process.pid}`;
  writeFileSync(beside, text);
  renameSync(beside, CACHED);
}

let validate: ValidateFunction | undefined;

function validator(): ValidateFunction {
  if (!existsSync(CACHED)) keep(validatorCode());
  return require(CACHED) as ValidateFunction;
}

/** What the official types find wrong with a response as it travels; empty when nothing. */
export function responseFaults(envelope: unknown): string[] {
  validate ??= validator();
  if (validate(JSON.parse(JSON.stringify(envelope)))) return [];
  // A response that fits none of many directives is reported once for each; the first few say enough.
  return (validate.errors ?? []).slice(0, 5).map((one) => `response${one.instancePath} ${one.message ?? ''}`);
}
