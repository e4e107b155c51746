// Rules I, the tasks: what another skill or a timer may open.

import { type Fault, fault } from './fault';
import type { SkillPackage } from './i-package';

interface Task {
  openapi?: string;
  info?: { version?: string; 'x-amzn-alexa-access-scope'?: string };
  paths?: Record<string, { post?: Operation } & Record<string, unknown>>;
}

interface Operation {
  requestBody?: Content;
  responses?: Record<string, Content>;
}

type Content = { content?: Record<string, unknown> };

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];
const SCOPES = ['public', 'vendor-private'];

/** What is wrong with a task that the manifest names. */
export function taskFaults(name: string, version: string, { file }: SkillPackage): Fault[] {
  const where = `tasks/${name}.${version}.json`;
  const text = file(where)?.toString('utf8');
  if (text === undefined) return [fault('I10', where, 'is not there')];
  const task = JSON.parse(text) as Task;
  const [path, ...furtherPaths] = Object.entries(task.paths ?? {});
  const methods = Object.keys(path?.[1] ?? {}).filter((key) => METHODS.includes(key));
  const scope = task.info?.['x-amzn-alexa-access-scope'];
  const kept = {
    'is OpenAPI 3': /^3\./.test(task.openapi ?? ''),
    'has its version': /^[1-9]\d*$/.test(version) && task.info?.version === version,
    'has one path, its name': path?.[0] === `/${name}` && furtherPaths.length === 0,
    'is a POST': methods.join() === 'post',
    'speaks JSON': mediaOf(path?.[1].post).every((media) => media === 'application/json'),
    'names nothing outside': !/"\$ref"\s*:\s*"(?!#\/)/.test(text),
    'has a known scope': scope === undefined || SCOPES.includes(scope),
  };
  return Object.entries(kept).flatMap(([what, isSo]) => (isSo ? [] : [fault('I10', where, `not so: ${what}`)]));
}

function mediaOf({ requestBody = {}, responses = {} }: Operation = {}): string[] {
  return [requestBody, ...Object.values(responses)].flatMap(({ content = {} }) => Object.keys(content));
}
