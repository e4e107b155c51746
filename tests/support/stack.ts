// The deployment's template as plain values that a test can read.

import { join } from 'node:path';
import { RegoEngine, TemplateFile, TemplateModel } from '@aws/cloudformation-validate';

const PATH = join(__dirname, '../../infrastructure/skill-stack.yaml');
const TEMPLATE = new TemplateFile(PATH);

/** One resource: its type, what happens to it when the stack goes, and its properties. */
export interface StackResource {
  type: string;
  deletionPolicy: unknown;
  condition: string | undefined;
  properties: Record<string, unknown>;
}

type Resolved = TemplateModelResource['properties'][string];
type TemplateModelResource = ReturnType<TemplateModel['resources']>[string];

/** `{ of, attribute }` for another resource, `{ parameter }` for what is handed in, `[if, else]` for a condition. */
function plain(value: Resolved): unknown {
  if ('Concrete' in value) return value.Concrete.value;
  if ('List' in value) return value.List.items.map(plain);
  if ('Map' in value) return Object.fromEntries(value.Map.entries.map((entry) => [entry.key, plain(entry.value)]));
  if ('Conditional' in value) return [plain(value.Conditional.if_true), plain(value.Conditional.if_false)];
  if ('Reference' in value) {
    const { target, kind } = value.Reference;
    return { of: target, attribute: typeof kind === 'object' && 'GET_ATT' in kind ? kind.GET_ATT.attr : 'Ref' };
  }
  const parameter = 'TypedDynamic' in value && /^parameter (\w+) value unknown$/.exec(value.TypedDynamic.reason)?.[1];
  return parameter ? { parameter } : value;
}

/** Every resource of the template by its logical name. */
export function stackResources(): Record<string, StackResource> {
  const model = new TemplateModel(TEMPLATE);
  const resources = Object.entries(model.resources()).map(([name, resource]) => [
    name,
    {
      type: resource.resourceType,
      deletionPolicy: resource.deletionPolicy && plain(resource.deletionPolicy),
      condition: resource.condition ?? undefined,
      properties: Object.fromEntries(Object.entries(resource.properties).map(([key, value]) => [key, plain(value)])),
    },
  ]);
  const found = Object.fromEntries(resources) as Record<string, StackResource>;
  model.free();
  return found;
}

/** The outputs' names and values. */
export function stackOutputs(): Record<string, unknown> {
  const model = new TemplateModel(TEMPLATE);
  const outputs = Object.entries(model.outputs()).map(([name, output]) => [name, plain(output.value)]);
  model.free();
  return Object.fromEntries(outputs) as Record<string, unknown>;
}

/** The names of the parameters, and whether each can be left out. */
export function stackParameters(): Record<string, boolean> {
  const model = new TemplateModel(TEMPLATE);
  const parameters = Object.entries(model.parameters()).map(([name, { default: value }]) => [
    name,
    value !== undefined && value !== null,
  ]);
  model.free();
  return Object.fromEntries(parameters) as Record<string, boolean>;
}

/** Making one compiles all the rules, which takes seconds; it goes with the process. */
let engine: InstanceType<typeof RegoEngine> | undefined;

/**
 * What AWS's own validator has against the template with these parameters, as "severity rule resource: message". The
 * runtime is written in where it is referred to, because the rules about runtimes do not look behind a parameter.
 */
export function stackFaults(runtime: string, parameterOverrides: Record<string, string>, region: string): string[] {
  engine ??= new RegoEngine();
  const { status, diagnostics } = engine.validateStandard(new WithRuntime(runtime), {
    parameterOverrides,
    pseudoParameterOverrides: { region },
    // The parameter that was written in is not referred to any more.
    exclude: { logicalIds: [{ ruleId: 'W2001', logicalId: 'LambdaRuntime' }] },
  });
  const faults = diagnostics.filter(({ severity }) => severity !== 'INFO' && severity !== 'DEBUG');
  const told = faults.map(
    ({ severity, ruleId, entity, message }) => `${severity} ${ruleId} ${entity?.logicalId}: ${message}`,
  );
  return status === 'OK' ? told : [`the validator did not finish: ${status}`, ...told];
}

class WithRuntime extends TemplateFile {
  constructor(private readonly runtime: string) {
    super(PATH);
  }

  override readBytes(): Buffer {
    return Buffer.from(super.readBytes().toString().replace('!Ref LambdaRuntime', this.runtime));
  }
}
