// Small checks of the shape of values that come from outside.

import { fieldsOf } from '../envelope';

/** True for a valid value. Values come from JSON; no shape throws. */
export type Shape = (value: unknown) => boolean;

export const flag: Shape = (value) => typeof value === 'boolean';

export const among =
  (choices: readonly (string | number)[]): Shape =>
  (value) =>
    choices.some((choice) => choice === value);

export const number =
  (least: number, most: number): Shape =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most;

export const whole =
  (least: number, most: number): Shape =>
  (value) =>
    Number.isInteger(value) && number(least, most)(value);

export const text =
  (pattern: RegExp): Shape =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

export const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null || shape(value);

export const optional =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined || shape(value);

export const listOf =
  (shape: Shape, most: number): Shape =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(shape);

/** A shape that is made on first use: a launch needs few of them. */
export function makeLater(make: () => Shape): Shape {
  let made: Shape | undefined;
  return (value) => {
    made ??= make();
    return made(value);
  };
}

/** One shape for each field of `T`: the compiler reports a field that is missing here. Other fields are allowed. */
export function table<T extends object>(shapes: { [K in keyof T]-?: Shape }): Shape {
  const named = Object.entries<Shape>(shapes);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const found = fieldsOf(value);
    return named.every(([name, shape]) => shape(Object.hasOwn(found, name) ? found[name] : undefined));
  };
}

/** The field `by` names the kind, and the kind has its own shape. */
export const kindOf =
  (by: string, kinds: Record<string, Shape>): Shape =>
  (value) => {
    const kind = fieldsOf(value)[by];
    return typeof kind === 'string' && Object.hasOwn(kinds, kind) && kinds[kind]?.(value) === true;
  };
