// The schema of a response, from Alexa's own types.

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import modelPackage from 'ask-sdk-model/package.json';
import { createGenerator } from 'ts-json-schema-generator';

const ROOT = join(__dirname, '../..');
const CACHE = join(ROOT, 'node_modules/.cache/knot-relief');
const CACHED = join(CACHE, `response-envelope-${modelPackage.version}.json`);

/** Made from the types once for each version of them: it takes over a second. */
function responseSchema(): object {
  if (!existsSync(CACHED)) keep(JSON.stringify(made()));
  return JSON.parse(readFileSync(CACHED, 'utf8')) as object;
}

function made(): object {
  const generator = createGenerator({
    path: join(ROOT, 'node_modules/ask-sdk-model/index.d.ts'),
    tsconfig: join(ROOT, 'tsconfig.json'),
    type: 'ResponseEnvelope',
    skipTypeCheck: true,
    additionalProperties: false,
  });
  return generator.createSchema('ResponseEnvelope');
}

/** Several test workers may be here at once, so the file appears whole or not at all. */
function keep(text: string): void {
  mkdirSync(CACHE, { recursive: true });
  const beside = `${CACHED}.${process.pid}`;
  writeFileSync(beside, text);
  renameSync(beside, CACHED);
}

let validate: ValidateFunction | undefined;

/** What the official types find wrong with a response as it travels; empty when nothing. */
export function responseFaults(envelope: unknown): string[] {
  validate ??= new Ajv({ strict: false, allErrors: true }).compile(responseSchema());
  if (validate(JSON.parse(JSON.stringify(envelope)))) return [];
  // A response that fits none of many directives is reported once for each; the first few say enough.
  return (validate.errors ?? []).slice(0, 5).map((one) => `response${one.instancePath} ${one.message ?? ''}`);
}
