import type { QueryRunner } from 'typeorm';

const SYSTEM = `coalesce(current_setting('app.system_reason', true), '') <> ''`;
const OWN = `organisation_id = current_setting('app.organisation_id', true)`;

/** Forces row-level security: an organisation sees its rows, named system work sees all, nobody else sees any. */
export async function isolateTenants(runner: QueryRunner, table: string, visible = OWN): Promise<void> {
  await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await runner.query(
    `CREATE POLICY tenant_isolation ON ${table} USING (${visible} OR ${SYSTEM}) WITH CHECK (${visible} OR ${SYSTEM})`,
  );
}

/** Only named system work reads and writes it; `visibleTo` may let organisations read. */
export async function reserveForSystem(
  runner: QueryRunner,
  table: string,
  visibleTo?: string,
): Promise<void> {
  await isolateTenants(runner, table, 'false');
  if (visibleTo) await runner.query(`CREATE POLICY visible ON ${table} FOR SELECT USING (${visibleTo})`);
}
