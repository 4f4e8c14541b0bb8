import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { byteRange } from './byte-range.js';

export interface PartedFile {
  /** In quotation marks, as the header has it. */
  etag: string;
  bytes: number;
  /** Reads a part; both ends are included. */
  read: (first: number, last: number) => Readable;
  /** Of an answer with content. */
  headers?: Record<string, string>;
}

/**
 * Answers with a file, or with the part that the headers `Range` and `If-Range` ask for (RFC 9110 §14): 200, 206 or 416. HEAD
 * gets the headers alone.
 */
export async function sendPart(
  request: FastifyRequest,
  reply: FastifyReply,
  { etag, bytes, read, headers = {} }: PartedFile,
): Promise<void> {
  void reply.headers({ 'accept-ranges': 'bytes', etag });
  const range = rangeOf(request, etag, bytes);
  if (range === 'unsatisfiable')
    return await reply.status(416).header('content-range', `bytes */${bytes}`).send();
  const { first, last } = range ?? { first: 0, last: bytes - 1 };
  void reply.headers({ ...headers, 'content-length': last - first + 1 });
  if (range) void reply.status(206).header('content-range', `bytes ${first}-${last}/${bytes}`);
  // HEAD needs an empty stream: for other bodies Fastify overwrites content-length.
  await reply.send(request.method === 'HEAD' ? Readable.from([]) : read(first, last));
}

/** Ignores the range when `If-Range` names another version of the file: a part of it would not fit. */
function rangeOf({ headers }: FastifyRequest, etag: string, bytes: number): ReturnType<typeof byteRange> {
  const condition = headers['if-range'];
  return condition === undefined || condition === etag ? byteRange(headers.range, bytes) : undefined;
}
