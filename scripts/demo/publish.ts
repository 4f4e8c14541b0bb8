import { createReadStream } from 'node:fs';
import { SingleBar } from 'cli-progress';
import { got } from 'got';
import type { Api } from './api.js';
import type { SampleVideo } from './sample-video.js';
import { show, step, until } from './story.js';

interface Status {
  status: string;
  postIds: string[];
  failReason?: string;
  progress?: { uploadedBytes: number; totalBytes: number };
}

const CAPTION = 'Check out our spring collection #springfashion';
const ENDED = new Set(['public', 'failed', 'unknown', 'in_inbox', 'removed', 'cancelled']);

function bar(name: string, total: number): SingleBar {
  const format = `   ${name.padEnd(15)} {bar} {percentage} %  {mb} MB`;
  const progress = new SingleBar({
    format,
    barsize: 30,
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 1000,
  });
  progress.start(total, 0, { mb: '0.0' });
  return progress;
}

const mb = (bytes: number) => ({ mb: (bytes / 1e6).toFixed(1) });

/** @returns the id of the publication, its bytes uploaded to the connector */
export async function upload(api: Api, video: SampleVideo): Promise<string> {
  step(
    'Upload a video',
    'One call begins a publication and answers a signed URL; the bytes go there, streamed to disk.',
  );
  const post = {
    title: 'New product drop',
    caption: CAPTION,
    privacyLevel: 'PUBLIC_TO_EVERYONE',
    allowComment: true,
  };
  const { publishId, uploadUrl } = await api.action<{ publishId: string; uploadUrl: string }>(
    'init-video-upload',
    post,
  );
  show('publication', publishId);
  const progress = bar('uploading', video.sizeBytes);
  const sending = got.put(uploadUrl, {
    body: createReadStream(video.file),
    headers: { 'content-type': 'video/mp4', 'content-length': String(video.sizeBytes) },
    retry: { limit: 0 },
  });
  void sending.on('uploadProgress', ({ transferred }) => progress.update(transferred, mb(transferred)));
  const { sha256, mediaType } = await sending.json<{ sha256: string; mediaType: string }>();
  progress.update(video.sizeBytes, mb(video.sizeBytes));
  progress.stop();
  show('received', `${mediaType}, sha256 ${sha256.slice(0, 16)}…`);
  return publishId;
}

/** @returns the id of the post at TikTok */
export async function publish(api: Api, publishId: string, totalBytes: number): Promise<string> {
  step(
    'Publish it',
    'In the background: creator info → init → chunks → processing → moderation. Asking twice is still one post.',
  );
  await api.action('publish-video', { publishId });
  await api.action('publish-video', { publishId });
  const progress = bar('to TikTok', totalBytes);
  const passed: string[] = [];
  const last = await until(
    'the post to be public',
    async () => {
      const now = await api.action<Status>('get-publish-status', { publishId });
      progress.update(now.progress?.uploadedBytes ?? 0, mb(now.progress?.uploadedBytes ?? 0));
      if (passed.at(-1) !== now.status) passed.push(now.status);
      return now;
    },
    ({ status }) => ENDED.has(status),
  );
  progress.stop();
  show('states', passed.join(' → '));
  const [postId] = last.postIds;
  if (!postId) throw new Error(last.failReason ?? `it ended as ${last.status}`);
  show('post id', `${postId}  (19 digits, as text)`);
  return postId;
}
