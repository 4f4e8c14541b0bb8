import { readFile } from 'node:fs/promises';
import { got } from 'got';
import type { Api } from '../demo/api.js';
import { CLIP } from '../demo/sample-video.js';
import { until } from '../demo/story.js';

interface Created {
  publishId: string;
  uploadUrl: string;
}

const DAY_MS = 86_400_000;
const INIT = 'POST /v2/post/publish/video/init/';

async function uploaded(api: Api, title: string, caption: string, more: object = {}): Promise<string> {
  const post = { title, caption, privacyLevel: 'PUBLIC_TO_EVERYONE', allowComment: true, ...more };
  const { publishId, uploadUrl } = await api.action<Created>('init-video-upload', post);
  await got.put(uploadUrl, { body: await readFile(CLIP), headers: { 'content-type': 'video/mp4' } });
  return publishId;
}

async function publish(api: Api, publishId: string, status: string): Promise<void> {
  await api.action('publish-video', { publishId });
  await until(
    `a post that is ${status}`,
    () => api.get<{ status: string }>(`api/publications/${publishId}`),
    (post) => post.status === status,
  );
}

/** Makes posts in the states that a list should show: planned, ready, in the creator's inbox and failed. */
export async function samplePosts(api: Api, sandbox: string): Promise<void> {
  const draft = await uploaded(api, 'Behind the scenes', 'How the tent is made', {
    mode: 'draft',
    privacyLevel: undefined,
    allowComment: undefined,
  });
  await publish(api, draft, 'in_inbox');
  const failed = await uploaded(api, 'Flash sale', 'Only today #sale');
  const fault = { match: INIT, kind: 'error_code', code: 'spam_risk_too_many_posts', status: 403, times: 1 };
  await got.post(`${sandbox}/__sandbox/faults`, { json: fault });
  await publish(api, failed, 'failed');
  await uploaded(api, 'Winter teaser', 'Guess what comes next #winter');
  // A week passes before the pictures are taken.
  for (const [days, title, caption] of [
    [8, 'Advent calendar', 'Door one: win a lantern #advent'],
    [9, 'Camp kitchen', 'Five dishes in one pan #camping'],
    [11, 'Tent review', 'A week in the snow #winter'],
  ] as const) {
    const publishId = await uploaded(api, title, caption);
    const publishAt = new Date(Date.now() + days * DAY_MS).toISOString();
    await api.action('publish-video', { publishId, publishAt, timeZone: 'Europe/Berlin' });
  }
}
