type Column = Float64Array | Int32Array | Uint32Array | Uint8Array;

/**
 * The same column where it has room for `length` entries, else an empty one with room to spare. Stages keep their
 * columns from call to call, so that a community's intervals are cleared without allocating.
 */
export function roomFor<T extends Column>(column: T, length: number): T {
  if (column.length >= length) return column;
  const Column = column.constructor as new (length: number) => T;
  return new Column(column.length === 0 ? length : Math.ceil(length * 1.5));
}
