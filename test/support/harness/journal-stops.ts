import { Client } from 'pg';
import type { TestDatabase } from '../database.js';
import { until } from './until.js';

/** `before` a change, so that a process killed there has not made it. In its `commit`, so that it has. */
export type Phase = 'before' | 'commit';

/** A change of one column. */
export interface ChangeStop {
  relation: string;
  field: string;
  phase: Phase;
  /** Columns of the row after the change, e.g. which of several it is. */
  row?: Record<string, string | boolean>;
}

const KEY = 7;
const INSTALL = `
  CREATE TABLE stops (phase text, relation text, field text, wanted jsonb);
  CREATE FUNCTION stop_here() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM stops WHERE phase = TG_ARGV[0] AND relation = TG_TABLE_NAME
               AND to_jsonb(NEW) @> wanted AND to_jsonb(NEW) -> field IS DISTINCT FROM to_jsonb(OLD) -> field) THEN
      PERFORM pg_advisory_xact_lock(${KEY});
    END IF;
    RETURN NEW;
  END $$;`;

const triggersOn = (relation: string) => `
  CREATE TRIGGER stop_before BEFORE UPDATE ON ${relation} FOR EACH ROW EXECUTE FUNCTION stop_here('before');
  CREATE CONSTRAINT TRIGGER stop_commit AFTER UPDATE ON ${relation} DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION stop_here('commit');`;

const WAITING = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/** Stops a transaction that changes a chosen column. Triggers do it: no code of the service knows of them. */
export class JournalStops {
  private constructor(
    private readonly database: TestDatabase,
    private readonly holder: Client,
  ) {}

  static async install(database: TestDatabase, ...relations: string[]): Promise<JournalStops> {
    await database.query([INSTALL, ...relations.map(triggersOn)].join('\n'));
    const holder = new Client({ connectionString: database.ownerUrl });
    await holder.connect();
    return new JournalStops(database, holder);
  }

  /** @returns a wait for a transaction that is about to change that column; `release` must follow */
  async stopAt({ relation, field, phase, row = {} }: ChangeStop): Promise<() => Promise<void>> {
    await this.holder.query(`SELECT pg_advisory_lock(${KEY})`);
    await this.holder.query('INSERT INTO stops VALUES ($1, $2, $3, $4)', [phase, relation, field, row]);
    return async () => {
      await until(async () => (await this.database.query(WAITING)).length > 0);
    };
  }

  /** Lets waiting transactions go on. PostgreSQL finishes what a killed process had sent. */
  async release(): Promise<void> {
    await this.holder.query('DELETE FROM stops');
    await this.holder.query(`SELECT pg_advisory_unlock(${KEY})`);
  }

  async close(): Promise<void> {
    await this.holder.end();
  }
}
