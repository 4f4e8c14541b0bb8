import { createHash, randomUUID } from 'node:crypto';
import type { AdvertiserCall } from '../wire/business-call.js';
import { invalidParam, missing, notFound } from '../wire/business-error.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import type { ChunkUpload } from './creative-files.js';
import { CONTENT_TYPES, keep } from './temporary-upload.endpoint.js';
import { requireSignedFile } from './upload-rules.js';

const MIN_BYTES = 20_000_000;
const MAX_BYTES = 10_000_000_000;
/** The chunk size that the server requests; TikTok documents no number. */
const CHUNK_BYTES = 5_000_000;

/** Large files in chunks; the server names each chunk's place. Source: business reference §6. */
const start = advertiserEndpoint({
  method: 'POST',
  path: '/file/start/upload/',
  handle({ params, tables, advertiser }) {
    const size = params.whole('size', { min: MIN_BYTES, max: MAX_BYTES });
    if (size === undefined) throw missing('size');
    const upload = tables.chunkUploads.add({
      id: randomUUID(),
      advertiserId: advertiser.id,
      name: params.requireText('name'),
      contentType: params.requireOneOf('content_type', CONTENT_TYPES),
      size,
      received: 0,
    });
    return { upload_id: upload.id, file_name: upload.name, ...nextChunk(upload) };
  },
});

const transfer = advertiserEndpoint({
  method: 'POST',
  path: '/file/transfer/upload/',
  handle(call) {
    const upload = requireUpload(call);
    const offset = call.params.whole('start_offset', { min: 0 });
    const chunk = requireSignedFile(call, 'file', 'signature', MAX_BYTES);
    const next = nextChunk(upload);
    if (offset !== next.start_offset || chunk.bytes !== next.end_offset - next.start_offset)
      throw invalidParam(`start_offset: Expected bytes ${next.start_offset} to ${next.end_offset}.`);
    upload.received += chunk.bytes;
    return nextChunk(upload);
  },
});

const finish = advertiserEndpoint({
  method: 'POST',
  path: '/file/finish/upload/',
  handle(call) {
    const upload = requireUpload(call);
    if (upload.received < upload.size) throw invalidParam('upload_id: The upload is not complete.');
    call.tables.chunkUploads.delete(upload.id);
    const { name, contentType, size } = upload;
    const md5 = createHash('md5').update(upload.id).digest('hex');
    const file = keep(call, { name, contentType, bytes: size, md5, width: 720, height: 1280 });
    return { file_id: file.id, file_name: name, size, content_type: contentType };
  },
});

/** Equal offsets mean that the file is complete. */
function nextChunk({ received, size }: ChunkUpload): { start_offset: number; end_offset: number } {
  return { start_offset: received, end_offset: Math.min(received + CHUNK_BYTES, size) };
}

function requireUpload({ params, tables, advertiser }: AdvertiserCall): ChunkUpload {
  const id = params.requireText('upload_id');
  const upload = tables.chunkUploads.getOf(advertiser.id, id);
  if (!upload) throw notFound(`Upload ${id} does not exist.`);
  return upload;
}

export const CHUNK_UPLOAD_ENDPOINTS: readonly BusinessEndpoint[] = [start, transfer, finish];
