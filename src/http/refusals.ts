import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { newId, toProblem } from '../common/index.js';
import { linger, lingerAfter } from './lingering-close.js';
import { REQUEST_ID_HEADER } from './request-log.js';

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
const EXPECTATION: Refusal = {
  status: 417,
  code: 'expectation_failed',
  message: 'Send no header "Expect" but "100-continue".',
};

/** Answers requests that fail before any hook runs, with a problem and the headers of all other answers. */
export class Refusals {
  constructor(private readonly headers: Readonly<Record<string, string>>) {}

  /** Answers what the router refuses before any handler. */
  readonly byRouter = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    const refusal = REFUSALS[error.code] ?? MALFORMED;
    void reply.status(refusal.status).headers(this.headersFor(request.id));
    void reply.type('application/problem+json').send(toProblem(refusal, request.id));
  };

  /** Answers what Node's parser refuses before there is a request: by hand, and the connection ends. */
  readonly byParser = (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    const { status, head, body } = this.byHand(REFUSALS[error.code ?? ''] ?? MALFORMED);
    const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
    const top = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines].join('\r\n');
    if (socket.writable) socket.write(`${top}\r\n\r\n${body}`);
    linger(socket);
  };

  /** Answers a header `Expect` that Node does not know, which it would refuse without a body. */
  readonly byExpectation = (request: IncomingMessage, response: ServerResponse): void => {
    const { status, head, body } = this.byHand(EXPECTATION);
    if (response.socket) lingerAfter(request, response.socket);
    response.writeHead(status, head).end(body);
  };

  private byHand(refusal: Refusal): { status: number; head: Record<string, string>; body: string } {
    const id = newId();
    const body = JSON.stringify(toProblem(refusal, id));
    const head = {
      ...this.headersFor(id),
      'content-type': 'application/problem+json',
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    };
    return { status: refusal.status, head, body };
  }

  private headersFor(requestId: string): Record<string, string> {
    return { ...this.headers, [REQUEST_ID_HEADER]: requestId };
  }
}
