import { openAsBlob } from 'node:fs';
import type { Api } from './api.js';
import { approve } from './connect.js';
import type { LaunchParts } from './launch-body.js';
import { CLIP } from './sample-video.js';
import { show, step, until } from './story.js';

interface Account {
  accountId: string;
  name: string;
  currency: string;
  timeZone: string;
}
interface Creative {
  id: string;
  status: string;
  failReason: string | null;
  videoId: string | null;
  coverImageId: string | null;
}
interface Page<T> {
  items: T[];
}

const UPLOADED = new Set(['ready', 'failed', 'unknown']);

/** Connects the ad accounts of the user. @returns the one in US dollars, because minimum budgets differ by currency */
export async function connectAds(api: Api): Promise<Account> {
  step('Connect ad accounts', 'A consent of its own: who runs ads need not be who posts.');
  const returnUrl = `${api.baseUrl}/connect/done`;
  const [integration] = (await api.get<Page<{ id: string }>>('api/integrations')).items;
  const { authUrl } = await api.action<{ authUrl: string }>('get-ads-auth-url', {
    returnUrl,
    integrationId: integration?.id,
  });
  await approve(authUrl, returnUrl);
  const { items } = await until(
    'the ad accounts',
    () => api.get<Page<Account>>('api/ads/accounts'),
    (page) => page.items.length > 0,
  );
  for (const one of items)
    show('ad account', `${one.accountId}  ${one.name}, ${one.currency}, ${one.timeZone}`);
  const account = items.find(({ currency }) => currency === 'USD') ?? items[0];
  if (!account) throw new Error('no ad account was connected');
  return account;
}

/** Uploads a video, and chooses the identity and the pixel that a form would offer. */
export async function partsOf(api: Api, accountId: string): Promise<LaunchParts> {
  step('Upload a creative', 'Streamed to disk, sent with its MD5, and watched until ads can use it.');
  const form = new FormData();
  form.append('accountId', accountId);
  form.append('name', 'Spring drop');
  form.append('file', await openAsBlob(CLIP), 'spring.mp4');
  const { id } = await api.send<Creative>('api/ads/creatives/videos', form);
  const video = await until(
    'the creative',
    () => api.get<Creative>(`api/ads/creatives/${id}`),
    ({ status }) => UPLOADED.has(status),
  );
  if (video.status !== 'ready') throw new Error(video.failReason ?? `the creative ended as ${video.status}`);
  show('video', `${video.videoId}, cover ${video.coverImageId}`);
  const tool = async (name: string) =>
    (await api.get<Page<Record<string, string>>>(`api/ads/tools/${name}?accountId=${accountId}`)).items;
  const identity = (await tool('identities')).find(({ type }) => type === 'TT_USER');
  const [pixel] = await tool('pixels');
  show('shown by', `@${identity?.username} (${identity?.type})`);
  show('pixel', `${pixel?.id} (${pixel?.name})`);
  return { accountId, uploadId: id, identityId: identity?.id ?? '', pixelId: pixel?.id ?? '' };
}
