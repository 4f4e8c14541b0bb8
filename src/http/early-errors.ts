import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { newId, toProblem } from '../common/index.js';
import { linger, lingerAfter } from './lingering-close.js';
import { REQUEST_ID_HEADER } from './request-log.js';

interface EarlyError {
  status: number;
  code: string;
  message: string;
}

const MALFORMED: EarlyError = {
  status: 400,
  code: 'malformed_request',
  message: 'This is not a valid HTTP request. Check the request line and the headers.',
};
const ERRORS: Record<string, EarlyError> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'headers_too_large',
    message: 'The headers are too large. Send fewer or shorter ones.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'request_timeout',
    message: 'The request took too long. Send it again.',
  },
  HPE_INVALID_METHOD: {
    status: 400,
    code: 'unknown_method',
    message: 'The HTTP method is unknown. Use one from the API documentation.',
  },
  FST_ERR_BAD_URL: {
    status: 400,
    code: 'malformed_request',
    message: 'The path is not well-formed. Percent-encode it as UTF-8.',
  },
  FST_ERR_MAX_PARAM_LENGTH: {
    status: 414,
    code: 'path_too_long',
    message: 'A segment of the path is too long. Check the id in it.',
  },
};
const EXPECTATION: EarlyError = {
  status: 417,
  code: 'expectation_failed',
  message: 'The header Expect has an unknown value. Leave it out, or send 100-continue.',
};

/** Answers requests that fail before any hook runs: with a problem, and with the headers of every answer. */
export class EarlyErrors {
  constructor(private readonly headers: Readonly<Record<string, string>>) {}

  /** Answers requests that the router rejects. */
  readonly byRouter = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    const early = ERRORS[error.code] ?? MALFORMED;
    void reply.status(early.status).headers(this.headersFor(request.id));
    void reply.type('application/problem+json').send(toProblem(early, request.id));
  };

  /** Answers what Node's parser rejects. There is no request yet, so it writes to the socket and ends the connection. */
  readonly byParser = (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    const { status, head, body } = this.byHand(ERRORS[error.code ?? ''] ?? MALFORMED);
    const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
    const top = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines].join('\r\n');
    if (socket.writable) socket.write(`${top}\r\n\r\n${body}`);
    linger(socket);
  };

  /** Answers an unknown header `Expect`, which Node would answer without a body. */
  readonly byExpectation = (request: IncomingMessage, response: ServerResponse): void => {
    const { status, head, body } = this.byHand(EXPECTATION);
    if (response.socket) lingerAfter(request, response.socket);
    response.writeHead(status, head).end(body);
  };

  private byHand(early: EarlyError): { status: number; head: Record<string, string>; body: string } {
    const id = newId();
    const body = JSON.stringify(toProblem(early, id));
    const head = {
      ...this.headersFor(id),
      'content-type': 'application/problem+json',
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    };
    return { status: early.status, head, body };
  }

  private headersFor(requestId: string): Record<string, string> {
    return { ...this.headers, [REQUEST_ID_HEADER]: requestId };
  }
}
