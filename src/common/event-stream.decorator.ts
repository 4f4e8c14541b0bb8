import type { Readable } from 'node:stream';
import { applyDecorators, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

/** Marks a route that answers with server-sent events. */
export function SendsEvents(): MethodDecorator {
  return applyDecorators(
    Header('cache-control', 'no-store, no-cache, no-transform'),
    Header('x-accel-buffering', 'no'),
    // Nothing follows a stream on its connection, so a stopping server need not wait for another request.
    Header('connection', 'close'),
    ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } }),
  );
}

/** Answers with the events of a stream. @param open is given a signal that is aborted when the client disconnects */
export async function sendEvents(
  reply: FastifyReply,
  open: (gone: AbortSignal) => Readable | Promise<Readable>,
): Promise<StreamableFile> {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return new StreamableFile(await open(gone.signal), { type: 'text/event-stream; charset=utf-8' });
}
