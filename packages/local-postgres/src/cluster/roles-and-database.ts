import { Client } from 'pg';
import { EmbeddedPostgresError } from '../embedded-postgres.errors.js';
import { connectionUrl } from './connection-url.js';
import { APP_ROLE, DATABASE, OWNER_ROLE, SYSTEM_ROLE } from './names.js';
import type { Passwords } from './passwords.js';

const LOGIN_RIGHTS = 'LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION';

/** Idempotent, and run at every start: a start cut short in between is made good by the next. */
export async function ensureRolesAndDatabase(passwords: Passwords, port: number): Promise<void> {
  const connectionString = connectionUrl(OWNER_ROLE, passwords.owner, port, 'postgres');
  const client = new Client({ connectionString });
  // The query in flight rejects as well; unheard, the event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await ensureLogin(client, APP_ROLE, passwords.app);
    await ensureLogin(client, SYSTEM_ROLE, passwords.system);
    await ensureDatabase(client);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `PostgreSQL started but its roles and database could not be set up: ${reason}.`;
    throw new EmbeddedPostgresError('START_FAILED', message, { cause });
  } finally {
    await client.end();
  }
}

async function ensureLogin(client: Client, role: string, password: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = found.rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(`${verb} ROLE ${role} WITH ${LOGIN_RIGHTS} PASSWORD ${client.escapeLiteral(password)}`);
}

async function ensureDatabase(client: Client): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
}
