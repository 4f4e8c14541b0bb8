import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATUS = 'ALTER TABLE sync_runs DROP CONSTRAINT sync_runs_status_check';
const BEFORE = `'queued', 'running', 'succeeded', 'failed'`;
const TOLD = ['caption', 'views', 'likes', 'comments', 'shares'];

const each = (change: string) => TOLD.map((column) => `ALTER COLUMN ${column} ${change}`).join(', ');

/** What TikTok does not tell is unknown, not zero; a list that is cut short ends a run; videos may be gone. */
export class CompleteListings1763800000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${STATUS}, ADD CONSTRAINT sync_runs_status_check CHECK (status IN (${BEFORE}, 'incomplete'))`);
    await runner.query(`
      ALTER TABLE social_videos ${each('DROP NOT NULL')}, ADD COLUMN seen_run uuid, ADD COLUMN gone_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Row-level security binds the owner, too.
    await runner.query(`SELECT set_config('app.system_reason', 'undo a migration', true)`);
    const known = TOLD.map(
      (column) => `${column} = coalesce(${column}, ${column === 'caption' ? `''` : '0'})`,
    );
    await runner.query(`UPDATE social_videos SET ${known.join(', ')}`);
    await runner.query(`
      ALTER TABLE social_videos ${each('SET NOT NULL')}, DROP COLUMN gone_at, DROP COLUMN seen_run`);
    await runner.query(`UPDATE sync_runs SET status = 'failed' WHERE status = 'incomplete'`);
    await runner.query(`
      ${STATUS}, ADD CONSTRAINT sync_runs_status_check CHECK (status IN (${BEFORE}))`);
  }
}
