import { bareNumber } from '../exact-json.js';
import type { Endpoint } from '../open-api/endpoint.js';
import { ownPublication } from './own-publication.js';

/** Reference §5.7; the misspelt key is TikTok's, and its ids are bare 19-digit numbers. */
export const publishStatus: Endpoint = {
  method: 'POST',
  path: '/v2/post/publish/status/fetch/',
  scopes: ['video.upload', 'video.publish'],
  limit: { name: 'status', per: 'token' },
  handle(call) {
    const publication = ownPublication(call);
    const bytes = publication.source === 'FILE_UPLOAD' ? 'uploaded_bytes' : 'downloaded_bytes';
    return {
      status: publication.status,
      ...(publication.failReason === null ? {} : { fail_reason: publication.failReason }),
      ...(publication.status === 'PUBLISH_COMPLETE'
        ? { publicaly_available_post_id: publication.postIds.map((id) => bareNumber(id)) }
        : {}),
      [bytes]: publication.receivedBytes,
    };
  },
};
