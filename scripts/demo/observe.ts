import { got } from 'got';
import { cutText } from '../../src/common/index.js';
import type { Api } from './api.js';
import { show, step, table, until } from './story.js';

interface Video {
  videoId: string;
  caption: string;
  views: number;
  likes: number;
  comments: number;
  shares: number;
}
interface Run {
  id: string;
  syncType: string;
  status: string;
  items: number;
}
interface Event {
  id: string;
  event: string;
  status: string;
  content: Record<string, unknown>;
}
interface Page<T> {
  items: T[];
}

const ENDED = new Set(['succeeded', 'incomplete', 'failed', 'cancelled']);
// The first reading asks TikTok once for each video, and TikTok takes 40 such calls a minute.
const GOES_ON = new Set(['comments', 'messages']);

/** Fetches engagement and shows the latest videos. */
export async function sync(api: Api, postId: string): Promise<void> {
  step('Sync engagement', 'By cron every quarter of an hour, or on demand, as now.');
  const { runIds } = await api.post<{ runIds: string[] }>('api/sync/trigger', {
    platform: 'tiktok',
    syncType: 'all',
  });
  const runs = await until(
    'the sync to end',
    async () => (await api.get<Page<Run>>('api/sync/runs')).items.filter(({ id }) => runIds.includes(id)),
    (items) => items.every(({ syncType, status }) => GOES_ON.has(syncType) || ENDED.has(status)),
  );
  for (const { syncType, status, items } of runs)
    show(`${syncType} sync`, ENDED.has(status) ? `${status}, ${items} stored` : 'goes on in the background');
  const { items } = await api.get<Page<Video>>('api/social-activity/videos?limit=5');
  table([
    ['', 'video', 'views', 'likes', 'comments', 'shares', 'caption'],
    ...items.map((v) => [
      v.videoId === postId ? '→' : '',
      v.videoId,
      v.views,
      v.likes,
      v.comments,
      v.shares,
      cutText(v.caption, 32),
    ]),
  ]);
}

/** Shows the webhooks that TikTok has sent. */
export async function webhooks(api: Api): Promise<void> {
  step(
    'Receive webhooks',
    'TikTok called POST /connect/webhook/tiktok: signature checked, stored, acknowledged, then handled.',
  );
  const { items } = await until(
    'a webhook',
    () => api.get<Page<Event>>('api/webhooks/events'),
    (page) => page.items.some(({ event }) => event.startsWith('post.publish')),
  );
  table([
    ['event', 'status', 'about'],
    ...items
      .slice(0, 5)
      .map((e) => [e.event, e.status, String(e.content.post_id ?? e.content.publish_id ?? '')]),
  ]);
}

/** A viewer comments; the comment becomes a conversation. */
export async function inbox(api: Api, sandbox: string, postId: string): Promise<void> {
  step('CRM inbox', 'A viewer comments on the video; the comment arrives as a conversation.');
  const text = 'Love it! Is it available in size M? 😍';
  await got.post(`${sandbox}/__sandbox/comments`, { json: { videoId: postId, username: 'lena.k', text } });
  show('at TikTok', `lena.k writes “${text}”`);
  const { items } = await until(
    'the conversation',
    () => api.get<Page<{ id: string; videoId: string }>>('api/crm-inbox/conversations'),
    (page) => page.items.some(({ videoId }) => videoId === postId),
  );
  const conversation = items.find(({ videoId }) => videoId === postId);
  show('conversation', `${conversation?.id} under video ${postId}`);
  const messages = await api.get<Page<{ authorId: string; text: string; sentAt: string }>>(
    `api/crm-inbox/conversations/${conversation?.id}/messages`,
  );
  for (const message of messages.items) show(message.sentAt.slice(11, 19), `“${message.text}”`);
}
