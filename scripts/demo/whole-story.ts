import { randomUUID } from 'node:crypto';
import { ads } from './ads.js';
import type { Api } from './api.js';
import { audience } from './audience.js';
import { connect } from './connect.js';
import { inbox, sync, webhooks } from './observe.js';
import { publish, upload } from './publish.js';
import { sampleVideo } from './sample-video.js';

/** What the objects of ads are called. TikTok refuses a name that is taken. */
export interface StoryNames {
  campaign: string;
  audience: string;
}

/**
 * Walks through everything that an organisation does with the connector, and prints each step.
 * @param options.file a video; by default one is made
 * @param options.names by default no earlier walk has used them
 * @returns the address of the sandbox
 */
export async function tellStory(
  api: Api,
  { file, names = newNames() }: { file?: string | undefined; names?: StoryNames } = {},
): Promise<string> {
  const sandbox = await connect(api);
  const video = await sampleVideo(file);
  try {
    const publishId = await upload(api, video);
    const postId = await publish(api, publishId, video.sizeBytes);
    await sync(api, postId);
    await webhooks(api);
    await inbox(api, sandbox, postId);
    const accountId = await ads(api, sandbox, names.campaign);
    await audience(api, accountId, names.audience);
  } finally {
    await video.discard();
  }
  return sandbox;
}

function newNames(): StoryNames {
  const mark = randomUUID().slice(0, 8);
  return { campaign: `Spring ${mark}`, audience: `Newsletter ${mark}` };
}
