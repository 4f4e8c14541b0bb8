import { ads } from './ads.js';
import type { Api } from './api.js';
import { audience } from './audience.js';
import { connect } from './connect.js';
import { inbox, sync, webhooks } from './observe.js';
import { publish, upload } from './publish.js';
import { sampleVideo } from './sample-video.js';

/**
 * Walks through everything that an organisation does with the connector, and prints each step.
 * @param file a video; by default one is made
 * @returns the address of the sandbox
 */
export async function tellStory(api: Api, file?: string): Promise<string> {
  const sandbox = await connect(api);
  const video = await sampleVideo(file);
  try {
    const publishId = await upload(api, video);
    const postId = await publish(api, publishId, video.sizeBytes);
    await sync(api, postId);
    await webhooks(api);
    await inbox(api, sandbox, postId);
    const accountId = await ads(api, sandbox);
    await audience(api, accountId);
  } finally {
    await video.discard();
  }
  return sandbox;
}
