import { answer, type components } from 'tiktok-connector-client';
import { eventually } from 'tiktok-sandbox/testing';
import type { ApiClient } from '../api-client.js';
import type { RunningConnector } from '../connector.js';
import { clip } from './videos.js';
import { upload } from './uploads.js';

type Schemas = components['schemas'];
/** Of a post whose video is uploaded; one of a `videoUrl` has no links. */
export type Begun = Required<Schemas['InitVideoUploadAnswer']>;
export type Status = Schemas['PublicationView'];
type Post = Partial<Schemas['InitVideoUploadDto']>;

const PROVIDER = '/api/upstream/call/tiktok-provider';

/** Calls `init-video-upload` with a valid post. */
export async function begin(api: ApiClient, post: Post = {}): Promise<Begun> {
  const body = {
    title: 'New product drop',
    caption: 'Check out our spring collection #springfashion',
    privacyLevel: 'PUBLIC_TO_EVERYONE' as const,
    ...post,
  };
  return (await answer(api.typed.POST(`${PROVIDER}/init-video-upload`, { body }))) as Begun;
}

/** Creates a publication and uploads its video. */
export async function ready(api: ApiClient, post: Post = {}): Promise<string> {
  const { publishId, uploadUrl } = await begin(api, post);
  const { status, body } = await upload(api, uploadUrl, await clip(), 'raw');
  if (status !== 200) throw new Error(`the upload answered ${JSON.stringify(body)}`);
  return publishId;
}

/** Creates a publication and publishes it. */
export async function publish(api: ApiClient, post: Post = {}): Promise<string> {
  const publishId = await ready(api, post);
  await answer(api.typed.POST(`${PROVIDER}/publish-video`, { body: { publishId } }));
  return publishId;
}

export function statusOf(api: ApiClient, publishId: string): Promise<Status> {
  return answer(api.typed.POST(`${PROVIDER}/get-publish-status`, { body: { publishId } }));
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
