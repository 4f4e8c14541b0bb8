import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

// As nginx has them: https://nginx.org/en/docs/http/ngx_http_core_module.html#lingering_close. Twice the time, for what
// still comes may be a video.
const SILENCE_MS = 5_000;
const LONGEST_MS = 60_000;

const lingering = new WeakSet<Socket>();

/**
 * Lets answers arrive that are given before the body was read, such as the refusal of an upload. A connection that is
 * closed with bytes unread is reset, and a client that is still sending then never sees the answer. So the service says
 * that it is done, takes what still comes without looking at it, and closes when the client has closed, falls silent, or
 * goes on for too long.
 */
export function lingerOnClose(fastify: FastifyInstance): void {
  const closing = new Set<Socket>();
  fastify.addHook('onSend', async ({ raw }, reply) => {
    const { socket } = reply.raw;
    if (raw.complete || !socket) return;
    // Another request would stand behind the unread bytes.
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

/** The same for one request whose answer says "connection: close". */
export function lingerAfter(request: IncomingMessage, socket: Socket, onClosing?: () => void): void {
  // Node calls it when the answer is written, since the connection ends with it.
  socket.destroySoon = () => {
    onClosing?.();
    linger(socket);
    // Who read it so far reads no more, and would hold it.
    request.removeAllListeners('data');
    // With the last byte nothing is left to read.
    if (request.readableEnded) closeWhenSaid(socket);
    else request.once('end', () => closeWhenSaid(socket)).resume();
  };
}

/** Ends a connection whose last answer is written, and whose bytes are read. */
export function linger(socket: Socket): void {
  if (lingering.has(socket)) return;
  lingering.add(socket);
  const close = () => socket.destroy();
  const tooLong = setTimeout(close, LONGEST_MS).unref();
  socket.once('close', () => clearTimeout(tooLong));
  socket.setTimeout(SILENCE_MS, close);
  socket.once('end', () => closeWhenSaid(socket));
  // A client that has seen enough may reset the connection.
  socket.on('error', close);
  socket.end();
}

function closeWhenSaid(socket: Socket): void {
  if (socket.writableFinished) socket.destroy();
  else socket.once('finish', () => socket.destroy());
}
