import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notesOf } from '../http/request-notes.js';
import { queryOf } from '../open-api/api-call.js';
import { startProcessing } from '../posting/lifecycle.js';
import type { World } from '../world.js';
import { admitChunk, continues } from './chunk-admission.js';
import { receiveChunk } from './chunk-transfer.js';
import type { ContentRange } from './content-range.js';
import { keepFreedMemory } from './freed-memory.js';
import { UPLOAD_PATH } from './open-upload.js';
import type { Upload } from './upload.store.js';

/** The host behind `upload_url`: PUT of chunks, in order, hashed as they stream. */
export function uploadRoutes(app: FastifyInstance, world: World): void {
  keepFreedMemory();
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // The body stays on the socket until the handler accepts it.
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.put(UPLOAD_PATH, (request, reply) => receive(world, request, reply));
  });
}

async function receive(world: World, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const upload = findUpload(world, request.url);
  const admitted = admitChunk(upload, request.headers, world.clock.now());
  if ('status' in admitted) return answer(world, request, reply, upload, admitted.status, admitted.reason);
  if (!upload) return answer(world, request, reply, upload, 404, 'no such upload task');
  // A copy, so that a chunk that is cut off does not change the hash.
  const hash = upload.hash?.copy();
  const kept = world.settings.keepUploads ? [] : undefined;
  const bytes = admitted.last - admitted.first + 1;
  const isWhole = await receiveChunk(request.raw, { hash, kept }, bytes, notesOf(request).cutBodyAfterBytes);
  if (!isWhole) {
    // The caller is gone; the log records that there was no response.
    notesOf(request).loseAnswer = true;
    return answer(world, request, reply, upload, 400, 'the connection was cut');
  }
  // Another PUT of the same chunk may have finished first.
  if (!continues(upload, admitted))
    return answer(world, request, reply, upload, 416, 'Content-Range does not match the progress');
  upload.hash = hash;
  if (kept) keep(world, upload, kept);
  const isLast = accept(world, upload, admitted);
  return answer(world, request, reply, upload, isLast ? 201 : 206, 'ok');
}

function findUpload(world: World, url: string): Upload | undefined {
  const query = queryOf(url);
  const upload = world.uploads.get(query.get('upload_id') ?? '');
  return upload?.token === query.get('upload_token') ? upload : undefined;
}

function keep(world: World, { publication }: Upload, bytes: readonly Buffer[]): void {
  world.keptUploads.set(publication.id, [...(world.keptUploads.get(publication.id) ?? []), ...bytes]);
}

/** Counts the chunk; the last one starts processing. */
function accept(world: World, upload: Upload, range: ContentRange): boolean {
  const { publication } = upload;
  publication.receivedBytes = range.last + 1;
  publication.chunks.push({ ...range, receivedAt: world.clock.now() });
  if (publication.receivedBytes < publication.totalBytes) return false;
  publication.sha256 = upload.hash?.copy().digest('hex') ?? null;
  startProcessing(world, publication);
  return true;
}

function answer(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
  upload: Upload | undefined,
  status: number,
  reason: string,
): FastifyReply {
  notesOf(request).code = reason;
  if (upload && (status < 300 || status === 416)) void reply.header('content-range', progress(world, upload));
  return reply.status(status).send();
}

/** `bytes 0-{UPLOADED_BYTES}/{TOTAL}`: TikTok documents the count here, not the last byte. */
function progress(world: World, { publication }: Upload): string {
  const { receivedBytes, totalBytes } = publication;
  const end = world.settings.uploadProgress === 'count' ? receivedBytes : Math.max(0, receivedBytes - 1);
  return `bytes 0-${end}/${totalBytes}`;
}
