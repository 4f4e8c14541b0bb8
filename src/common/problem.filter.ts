import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseUnavailable } from './database-unavailable.js';
import { describeError } from './describe-error.js';
import { DomainError, InvalidInputError, UnavailableError } from './errors.js';
import { isClientDisconnect } from './client-disconnect.js';
import { withFormerNames } from './former-names.js';
import { withoutSecrets } from './log-redaction.js';
import { toProblem } from './problem.js';
import type { Problem } from './problem.view.js';
import { isClientError, statusOf } from './status-of.js';

/** Turns every thrown error into `application/problem+json` (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = this.problemOf(error, request);
    if (reply.sent) return;
    if (problem.retryAfterSeconds) void reply.header('retry-after', problem.retryAfterSeconds);
    void reply.status(problem.status).type('application/problem+json').send(problem);
  }

  private problemOf(error: unknown, request: FastifyRequest): Problem {
    const { id: requestId, log } = request;
    if (error instanceof InvalidInputError) {
      const errors = error.fields.map((field) => withFormerNames('FieldProblem', field));
      return toProblem(error, requestId, { errors });
    }
    if (error instanceof DomainError) {
      const { retryAfterSeconds } = error;
      return toProblem(error, requestId, retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
    }
    if (error instanceof HttpException || isClientError(error))
      return fromFramework(error, statusOf(error, request), requestId);
    const { message } = describeError(error);
    if (isDatabaseUnavailable(error)) {
      log.error(`the database is unavailable: ${message}`);
      const gone = new UnavailableError(
        'database_unavailable',
        'The database is unavailable. Try again shortly.',
      );
      return { ...toProblem(gone, requestId), retryAfterSeconds: 5 };
    }
    if (isClientDisconnect(error, request)) {
      log.debug(`the client disconnected: ${message}`);
      return toProblem({ status: 400, code: 'client_gone', message: 'The client disconnected.' }, requestId);
    }
    log.error({ err: error }, message);
    return {
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      code: 'internal_error',
      detail: 'Something went wrong on our side. Include the requestId when you report it.',
      requestId,
    };
  }
}

function fromFramework(error: Error, status: number, requestId: string): Problem {
  const code = status === 404 ? 'not_found' : status === 400 ? 'malformed_request' : `http_${status}`;
  // The router's message contains the unknown URL, whose query may contain codes and signatures.
  const message = status === 404 ? withoutSecrets(error.message) : error.message;
  return toProblem({ status, code, message }, requestId);
}
