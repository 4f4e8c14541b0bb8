/** For bigint columns of bytes: sizes fit a double exactly, and node-postgres hands such columns out as text. */
export const byteCount = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};
