import type { MigrationInterface, QueryRunner } from 'typeorm';

const fromMilliseconds = `
  SELECT (lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') || '7'
    || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid`;

// The twelve bits after the version may tell parts of a millisecond (RFC 9562, 6.2, method 3).
const fromMicroseconds = `
  SELECT (lpad(to_hex(micros / 1000), 12, '0') || '7' || lpad(to_hex(micros % 1000 * 4096 / 1000), 3, '0')
    || substr(replace(gen_random_uuid()::text, '-', ''), 17))::uuid
  FROM (SELECT floor(extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS micros) AS now`;

/** Ids sort by the time they were made, within a millisecond, too: lists are ordered by them. */
export class OrderedIds1763800000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(newId(fromMicroseconds));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(newId(fromMilliseconds));
  }
}

function newId(body: string): string {
  return `CREATE OR REPLACE FUNCTION new_id() RETURNS uuid LANGUAGE sql VOLATILE AS $$ ${body} $$`;
}
