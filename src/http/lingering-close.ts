import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

// nginx's values: https://nginx.org/en/docs/http/ngx_http_core_module.html#lingering_close. The total is doubled, because the
// rest of the body may be a video.
const SILENCE_MS = 5_000;
const LONGEST_MS = 60_000;

const lingering = new WeakSet<Socket>();

/**
 * Delivers answers that are sent before the body is read, such as a rejected upload. Closing a socket with unread bytes
 * resets the connection, and a client that is still sending never sees the answer. So the service ends its side, discards
 * further bytes, and closes when the client closes, goes silent, or sends for too long.
 */
export function lingerOnClose(fastify: FastifyInstance): void {
  const closing = new Set<Socket>();
  fastify.addHook('onSend', async ({ raw }, reply) => {
    const { socket } = reply.raw;
    if (raw.complete || !socket) return;
    // The unread bytes would precede the next request.
    void reply.header('connection', 'close');
    lingerAfter(raw, socket, () => {
      closing.add(socket);
      socket.once('close', () => closing.delete(socket));
    });
  });
  fastify.addHook('preClose', async () => {
    for (const socket of closing) socket.destroy();
  });
}

/** Applies it to one request, whose answer has `connection: close`. */
export function lingerAfter(request: IncomingMessage, socket: Socket, onClosing?: () => void): void {
  // Node calls it once the answer is written, because the connection ends with it.
  socket.destroySoon = () => {
    onClosing?.();
    linger(socket);
    // The previous reader has stopped, and would block the stream.
    request.removeAllListeners('data');
    // After the last byte nothing is left to read.
    if (request.readableEnded) closeWhenFlushed(socket);
    else request.once('end', () => closeWhenFlushed(socket)).resume();
  };
}

/** Ends a connection after its last answer, and discards what the client still sends. */
export function linger(socket: Socket): void {
  if (lingering.has(socket)) return;
  lingering.add(socket);
  const close = () => socket.destroy();
  const tooLong = setTimeout(close, LONGEST_MS).unref();
  socket.once('close', () => clearTimeout(tooLong));
  socket.setTimeout(SILENCE_MS, close);
  socket.once('end', () => closeWhenFlushed(socket));
  // A client that has read the answer may reset the connection.
  socket.on('error', close);
  socket.end();
}

function closeWhenFlushed(socket: Socket): void {
  if (socket.writableFinished) socket.destroy();
  else socket.once('finish', () => socket.destroy());
}
