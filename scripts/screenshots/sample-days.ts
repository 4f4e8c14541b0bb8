import { got } from 'got';
import type { Api } from '../demo/api.js';
import { until } from '../demo/story.js';
import type { StoryClock } from './story-clock.js';

const DAY_SECONDS = 86_400;
const ENDED = new Set(['succeeded', 'incomplete', 'failed', 'cancelled']);

interface Run {
  id: string;
  status: string;
}

/** Lets days pass, here and at TikTok, and reads the figures on each, so that charts have a history. */
export async function passDays(api: Api, sandbox: string, clock: StoryClock, days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    await got.post(`${sandbox}/__sandbox/clock`, { json: { advanceSeconds: DAY_SECONDS } });
    clock.passDay();
    for (const syncType of ['videos', 'profile']) await sync(api, syncType);
  }
}

async function sync(api: Api, syncType: string): Promise<void> {
  const { runIds } = await api.post<{ runIds: string[] }>('api/sync/trigger', {
    platform: 'tiktok',
    syncType,
  });
  await until(
    `the sync of ${syncType}`,
    async () => await Promise.all(runIds.map((id) => api.get<Run>(`api/sync/runs/${id}`))),
    (runs) => runs.every(({ status }) => ENDED.has(status)),
  );
}
