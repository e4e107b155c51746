// Puts off what takes long until somebody asks for it.

/** Opens something when it is first asked for, and keeps it. */
export function once<Value>(open: () => Value): () => Value {
  let opened: { value: Value } | undefined;
  return () => {
    opened ??= { value: open() };
    return opened.value;
  };
}
