import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { newId, toProblem } from '../common/index.js';
import { linger } from './lingering-close.js';

interface Refusal {
  status: number;
  code: string;
  message: string;
}

const MALFORMED: Refusal = {
  status: 400,
  code: 'malformed_request',
  message: 'This is not an HTTP request.',
};
const REFUSALS: Record<string, Refusal> = {
  HPE_HEADER_OVERFLOW: { status: 431, code: 'headers_too_large', message: 'The headers are too large.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'request_timeout', message: 'The request took too long.' },
  HPE_INVALID_METHOD: { status: 400, code: 'unknown_method', message: 'There is no such HTTP method.' },
  FST_ERR_BAD_URL: { status: 400, code: 'malformed_request', message: 'The path is not well-formed.' },
  FST_ERR_MAX_PARAM_LENGTH: {
    status: 414,
    code: 'path_too_long',
    message: 'A part of the path is too long.',
  },
};

/** What the router refuses before any handler, as a problem like all others. */
export function refuseByRouter(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = REFUSALS[error.code] ?? MALFORMED;
  void reply.status(refusal.status).type('application/problem+json').send(toProblem(refusal, request.id));
}

/** What Node's parser refuses before there is a request: the answer is written by hand, and the connection ends. */
export function refuseByParser(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const refusal = REFUSALS[error.code ?? ''] ?? MALFORMED;
  const body = JSON.stringify(toProblem(refusal, newId()));
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  linger(socket);
}
