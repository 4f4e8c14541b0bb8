import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';
import { codeOf, isHangUp, withoutSecrets } from '../common/index.js';

/** Logs what ends an answer in the middle: a client that hangs up is no fault, a source that breaks off is one. */
export class HangUpLog extends LogController {
  override streamError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
    const what = `${request.method} ${withoutSecrets(request.url)}`;
    // A stream that was closed on purpose, by its reader or by us, has no other error.
    if (codeOf(error) === 'ERR_STREAM_PREMATURE_CLOSE' || isHangUp(error, request))
      reply.log.debug(`${what}: closed before the answer was complete`);
    else reply.log.warn({ err: error }, `${what}: the answer broke off`);
  }
}
