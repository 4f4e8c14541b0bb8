// A process that owns a PostgreSQL: it prints what it started, drains on SIGINT, and just ends on SIGTERM.
import { startEmbeddedPostgres } from 'local-postgres';
import { Client } from 'pg';

const postgres = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '' });

async function drain(): Promise<void> {
  const client = new Client({ connectionString: postgres.appUrl });
  await client.connect();
  const { rowCount } = await client.query('SELECT 1');
  await client.end();
  await postgres.stop();
  process.stdout.write(`drained with ${rowCount} row\n`);
  process.exit(0);
}

process.once('SIGINT', () => void drain());
process.once('SIGTERM', () => process.exit(1));
setInterval(() => {}, 1000);
process.stdout.write(`${JSON.stringify(postgres)}\n`);
