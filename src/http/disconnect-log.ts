import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';
import { codeOf, isClientDisconnect, withoutSecrets } from '../common/index.js';

/** Logs what interrupts an answer. A client that disconnects is normal; a source that fails is a fault. */
export class DisconnectLog extends LogController {
  override streamError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
    const what = `${request.method} ${withoutSecrets(request.url)}`;
    // The reader or the service closed the stream on purpose.
    if (codeOf(error) === 'ERR_STREAM_PREMATURE_CLOSE' || isClientDisconnect(error, request))
      reply.log.debug(`${what}: the connection closed before the answer was complete`);
    else reply.log.warn({ err: error }, `${what}: the answer failed midway`);
  }
}
