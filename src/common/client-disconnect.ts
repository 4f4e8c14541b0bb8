import type { FastifyRequest } from 'fastify';
import { codeOf } from './error-message.js';

// Codes of reading from, or writing to, a closed client connection.
const DISCONNECT_CODES = new Set(['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE']);

/** True if the client of this request has disconnected and the error means nothing else. */
export function isClientDisconnect(error: unknown, { raw }: FastifyRequest): boolean {
  return DISCONNECT_CODES.has(codeOf(error) ?? '') && raw.socket.destroyed;
}
