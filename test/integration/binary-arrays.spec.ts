import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { binaryArrays } from '../../src/database/index.js';
import { useServiceDatabase } from '../support/service-database.js';

const service = useServiceDatabase();
const column = <Value>(value: fc.Arbitrary<Value>) =>
  fc.array(fc.option(value), { minLength: 1, maxLength: 20 });
// PostgreSQL stores no zero byte in texts.
const text = fc.string({ unit: 'grapheme' }).map((value) => value.replaceAll('\0', ''));
const date = fc.date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') });

async function read(type: string, parameter: Buffer): Promise<unknown[]> {
  const [row] = await service().database.query<{ value: unknown[] }>(`SELECT $1::${type}[] AS value`, [
    parameter,
  ]);
  return row?.value ?? [];
}

describe('binary arrays', () => {
  const { texts, jsonbs, uuids, byteas, booleans, timestamptzs } = binaryArrays;

  it.each<[string, fc.Arbitrary<unknown[]>, (values: never) => Buffer]>([
    ['text', column(text), texts],
    ['uuid', column(fc.uuid()), uuids],
    ['bytea', column(fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes))), byteas],
    ['boolean', column(fc.boolean()), booleans],
    ['timestamptz', column(date), timestamptzs],
  ])('are read by PostgreSQL as the same %s values', async (type, values, encode) => {
    await fc.assert(
      fc.asyncProperty(values, async (given) => {
        expect(await read(type, encode(given as never))).toEqual(given);
      }),
    );
  });

  it('are read as the same JSON, with the exact digits of an id', async () => {
    const sent = '{"id": 7602997517160199999, "text": "Grüße 🎬"}';
    const sql = 'SELECT value::text FROM unnest($1::jsonb[]) AS value';
    const rows = await service().database.query(sql, [jsonbs([sent, null])]);
    expect(rows).toEqual([{ value: sent }, { value: null }]);
  });

  it('are refused if a value does not fit its type', async () => {
    await expect(read('text', texts(['zero \0 byte']))).rejects.toThrow('invalid byte sequence');
    await expect(read('timestamptz', timestamptzs([new Date(-8.64e15)]))).rejects.toThrow('out of range');
    expect(() => timestamptzs([new Date(NaN)])).toThrow(RangeError);
    expect(await read('uuid', uuids([randomUUID().toUpperCase()]))).toHaveLength(1);
  });
});
