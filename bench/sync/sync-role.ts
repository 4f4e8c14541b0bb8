// One process of the service that stores the videos of an account as a sync does, or the same rows in barer ways.
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { parseEnvironment } from '../../src/config/index.js';
import { OrgContext } from '../../src/database/index.js';
import { CredentialReads, IntegrationsService } from '../../src/integrations/index.js';
import { SocialVideo } from '../../src/sync/activity/social-video.entity.js';
import { VideoSync } from '../../src/sync/kinds/videos/video-sync.js';
import { RunProgress } from '../../src/sync/runs/run-progress.js';
import { SyncRuns } from '../../src/sync/runs/sync-runs.js';
import { RunEndings } from '../../src/sync/schedule/run-endings.js';
import { play } from '../sandbox/role.js';
import { bareInsert, bareRows } from './bare-rows.js';
import { SAVED_SNAPSHOT, snapshotOf } from './saved-snapshot.js';

const SAMPLE_MS = 20;
const BATCH = 500;

export interface SyncQuestion {
  kind: 'sync' | 'bare' | 'save';
  organisationId: string;
  integrationId: string;
  videos: number;
}

export interface SyncAnswer {
  perSecond: number;
  /** Bytes, while it worked. */
  peak: number;
}

@Module({
  imports: [AppModule.forRoot(parseEnvironment(process.env)), TypeOrmModule.forFeature([SAVED_SNAPSHOT])],
})
class MeasuredModule {}

const app = await NestFactory.createApplicationContext(MeasuredModule, { logger: false });

const WAYS: Record<SyncQuestion['kind'], (question: SyncQuestion) => Promise<() => Promise<void>>> = {
  /** Fetches, parses and stores, in a run of its own. */
  sync: async ({ organisationId, integrationId }) => {
    const integration = await app.get(IntegrationsService).load(integrationId);
    const runs = app.get(SyncRuns);
    const id = await beginRun(organisationId, integrationId);
    const queued = await runs.find(id);
    if (!queued) throw new Error('the run of the measurement is missing');
    const run = await runs.started(queued);
    const claim = {
      id,
      organisationId,
      row: {},
      attempts: 1,
      assertHeld: () => Promise.resolve(),
      signal: new AbortController().signal,
    };
    return async () => {
      const progress = new RunProgress(runs, run, { requestIds: [] });
      const { complete, nextDueAt } = await app
        .get(CredentialReads)
        .during(() => app.get(VideoSync).run({ run, integration, claim, progress }));
      if (!complete) throw new Error('the measurement was cut short');
      await app.get(RunEndings).succeeded(run, progress.counts(), nextDueAt);
    };
  },
  /** Only inserts the same rows into the same tables, from memory. */
  bare: ({ organisationId, integrationId, videos }) => {
    const batches = bareRows(videos, BATCH);
    return Promise.resolve(async () => {
      for (const batch of batches)
        await app.get(OrgContext).transaction((em) => bareInsert(em, organisationId, integrationId, batch));
    });
  },
  /** The same rows into the same tables by TypeORM's save(), from memory. */
  save: ({ organisationId, integrationId, videos }) => {
    const owner = { organisationId, integrationId };
    const batches = bareRows(videos, BATCH).map((rows) => ({
      latest: rows.map((row) => Object.assign(new SocialVideo(), { ...row, ...owner })),
      history: rows.map((row) => snapshotOf(row, owner)),
    }));
    return Promise.resolve(async () => {
      for (const { latest, history } of batches)
        await app.get(OrgContext).transaction(async (em) => {
          await em.getRepository(SocialVideo).save(latest);
          await em.getRepository(SAVED_SNAPSHOT).save(history);
        });
    });
  },
};

async function beginRun(organisationId: string, integrationId: string): Promise<string> {
  const id = randomUUID();
  await app.get(OrgContext).transaction((em) =>
    em.query(
      `INSERT INTO sync_runs (id, organisation_id, integration_id, kind, trigger, status)
       VALUES ($1, $2, $3, 'videos', 'cron', 'queued')`,
      [id, organisationId, integrationId],
    ),
  );
  return id;
}

async function measured(question: SyncQuestion): Promise<SyncAnswer> {
  return await app.get(OrgContext).run(question.organisationId, 'bench', async () => {
    const work = await WAYS[question.kind](question);
    let peak = process.memoryUsage.rss();
    const sampler = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), SAMPLE_MS);
    const startedAt = performance.now();
    await work();
    const seconds = (performance.now() - startedAt) / 1000;
    clearInterval(sampler);
    return { perSecond: question.videos / seconds, peak };
  });
}

if (!app.get(DataSource).isInitialized) throw new Error('the measurement needs a database');
play(0, (question) => measured(question as SyncQuestion));
