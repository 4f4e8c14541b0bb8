// PostgreSQL's binary form of one-dimensional arrays. node-postgres sends arrays as text: it escapes each string, writes bytes
// as hex, and PostgreSQL undoes both. For many rows per statement that costs more than storing them.
// https://www.postgresql.org/docs/current/protocol-overview.html#PROTOCOL-FORMAT-CODES

/** Element types, by their numbers in PostgreSQL's catalog. */
const TYPES = { boolean: 16, bytea: 17, text: 25, timestamptz: 1184, uuid: 2950, jsonb: 3802 } as const;
const HEAD_BYTES = 20;
const LENGTH_BYTES = 4;
const NULL_LENGTH = -1;
// PostgreSQL counts microseconds since 2000.
const EPOCH_MS = Date.UTC(2000, 0, 1);
const JSONB_VERSION = 1;

/** Writes one element, without its length. */
type Write<Value> = (to: Buffer, value: Value, at: number) => void;

interface Codec<Value> {
  bytes: (value: Value) => number;
  write: Write<Value>;
}

const TEXT: Codec<string> = {
  bytes: (value) => Buffer.byteLength(value),
  write: (to, value, at) => void to.write(value, at),
};
const JSONB: Codec<string> = {
  bytes: (value) => 1 + Buffer.byteLength(value),
  write: (to, value, at) => void to.write(value, to.writeUInt8(JSONB_VERSION, at)),
};
const UUID: Codec<string> = {
  bytes: () => 16,
  write: (to, value, at) => void to.write(value.replaceAll('-', ''), at, 'hex'),
};
const BYTEA: Codec<Buffer> = {
  bytes: (value) => value.length,
  write: (to, value, at) => void value.copy(to, at),
};
const BOOLEAN: Codec<boolean> = {
  bytes: () => 1,
  write: (to, value, at) => void to.writeUInt8(value ? 1 : 0, at),
};
const TIMESTAMPTZ: Codec<Date> = {
  bytes: () => 8,
  write: (to, value, at) => void to.writeBigInt64BE(BigInt(value.getTime() - EPOCH_MS) * 1000n, at),
};

type Column<Value> = readonly (Value | null)[];

/** Each returns the value of a parameter, such as `$1::uuid[]`. */
export const binaryArrays = {
  texts: (values: Column<string>): Buffer => encoded(TYPES.text, TEXT, values),
  /** @param values JSON texts */
  jsonbs: (values: Column<string>): Buffer => encoded(TYPES.jsonb, JSONB, values),
  /** @param values 32 hex digits, with or without dashes */
  uuids: (values: Column<string>): Buffer => encoded(TYPES.uuid, UUID, values),
  byteas: (values: Column<Buffer>): Buffer => encoded(TYPES.bytea, BYTEA, values),
  booleans: (values: Column<boolean>): Buffer => encoded(TYPES.boolean, BOOLEAN, values),
  timestamptzs: (values: Column<Date>): Buffer => encoded(TYPES.timestamptz, TIMESTAMPTZ, values),
};

function encoded<Value>(type: number, { bytes, write }: Codec<Value>, values: Column<Value>): Buffer {
  const lengths = values.map((value) => (value === null ? NULL_LENGTH : bytes(value)));
  const total = lengths.reduce((sum, length) => sum + LENGTH_BYTES + Math.max(length, 0), HEAD_BYTES);
  const to = Buffer.allocUnsafe(total);
  let at = writeHead(to, type, lengths);
  values.forEach((value, index) => {
    const length = lengths[index] ?? NULL_LENGTH;
    at = to.writeInt32BE(length, at);
    if (value === null) return;
    write(to, value, at);
    at += length;
  });
  return to;
}

function writeHead(to: Buffer, type: number, lengths: readonly number[]): number {
  const head = [1, lengths.includes(NULL_LENGTH) ? 1 : 0, type, lengths.length, 1];
  return head.reduce((at, value) => to.writeInt32BE(value, at), 0);
}
