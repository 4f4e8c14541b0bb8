import type { FastifyRequest } from 'fastify';
import { codeOf } from './error-message.js';

// What reading from a client says, and writing to it, when its connection has ended.
const HANG_UPS = new Set(['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE']);

/** Whether the client of this request has hung up, and the error says no more than that. */
export function isHangUp(error: unknown, { raw }: FastifyRequest): boolean {
  return HANG_UPS.has(codeOf(error) ?? '') && raw.socket.destroyed;
}
