import { eventually } from 'tiktok-sandbox/testing';
import type { ApiClient } from '../api-client.js';
import type { RunningConnector } from '../connector.js';
import { clip } from './videos.js';
import { upload } from './uploads.js';

export interface Begun {
  publishId: string;
  uploadUrl: string;
  tusUrl: string;
}

export interface Status {
  publishId: string;
  status: string;
  postIds: string[];
  failCode?: string;
  failReason?: string;
  progress?: { uploadedBytes: number; totalBytes: number };
}

/** Calls `init-video-upload` with a valid post. */
export async function begin(api: ApiClient, post: Record<string, unknown> = {}): Promise<Begun> {
  const { status, body } = await api.provider<Begun>('init-video-upload', {
    title: 'New product drop',
    caption: 'Check out our spring collection #springfashion',
    privacyLevel: 'PUBLIC_TO_EVERYONE',
    ...post,
  });
  if (status !== 200) throw new Error(`init-video-upload answered ${JSON.stringify(body)}`);
  return body;
}

/** Creates a publication and uploads its video. */
export async function ready(api: ApiClient, post: Record<string, unknown> = {}): Promise<string> {
  const { publishId, uploadUrl } = await begin(api, post);
  const { status, body } = await upload(api, uploadUrl, await clip(), 'raw');
  if (status !== 200) throw new Error(`the upload answered ${JSON.stringify(body)}`);
  return publishId;
}

/** Creates a publication and publishes it. */
export async function publish(api: ApiClient, post: Record<string, unknown> = {}): Promise<string> {
  const publishId = await ready(api, post);
  const { status, body } = await api.provider('publish-video', { publishId });
  if (status !== 202) throw new Error(`publish-video answered ${JSON.stringify(body)}`);
  return publishId;
}

export async function statusOf(api: ApiClient, publishId: string): Promise<Status> {
  return (await api.provider<Status>('get-publish-status', { publishId })).body;
}

/** Waits for one of the statuses. @returns the answer that showed it */
export async function untilStatus(api: ApiClient, publishId: string, ...wanted: string[]): Promise<Status> {
  let seen: Status | undefined;
  try {
    return await eventually(async () => {
      seen = await statusOf(api, publishId);
      return wanted.includes(seen.status) && seen;
    });
  } catch (error) {
    throw new Error(`Expected ${wanted.join(' or ')}, saw ${JSON.stringify(seen)}`, { cause: error });
  }
}

/** Waits for the status, skipping the pauses between attempts. */
export async function soon(
  connector: RunningConnector,
  api: ApiClient,
  publishId: string,
  ...wanted: string[]
): Promise<Status> {
  let seen: Status | undefined;
  try {
    return await eventually(async () => {
      await connector.hurry();
      seen = await statusOf(api, publishId);
      return wanted.includes(seen.status) && seen;
    });
  } catch (error) {
    throw new Error(`Expected ${wanted.join(' or ')}, saw ${JSON.stringify(seen)}`, { cause: error });
  }
}
