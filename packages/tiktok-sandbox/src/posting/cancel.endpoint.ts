import type { Endpoint } from '../open-api/endpoint.js';
import { OpenApiError } from '../open-api/open-api-error.js';
import { fail } from './lifecycle.js';
import { ownPublication } from './own-publication.js';
import { requireOwnedUrl } from './owned-url.js';

/** Stops a pull that is still downloading; the answer has no `data`. Reference §5.8. */
export const cancelPublish: Endpoint = {
  method: 'POST',
  path: '/v2/post/publish/cancel/',
  scopes: ['video.upload', 'video.publish'],
  limit: { name: 'cancel', per: 'token' },
  handle(call) {
    const publication = ownPublication(call);
    for (const url of publication.pullUrls) requireOwnedUrl(url, call.world.settings);
    // Once the file is complete it is "in processing", which is too late to cancel.
    const isDownloading = publication.receivedBytes < publication.totalBytes;
    if (publication.status !== 'PROCESSING_DOWNLOAD' || !isDownloading)
      throw new OpenApiError(400, 'publish_not_cancellable', 'The publish can no longer be cancelled.');
    fail(call.world, publication, 'publish_cancelled');
    return undefined;
  },
};
