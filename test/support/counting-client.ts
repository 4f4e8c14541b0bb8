import { once } from 'node:events';
import { connect } from 'node:net';
import type { LargeRequest, SeenAnswer } from './stubborn-client.js';

const BLOCK_BYTES = 256 * 1024;

/** Sends until the service answers, as it can. @returns the answer, and how many bytes of the body were sent until then */
export async function sendUntilAnswered(
  { url, method, headers, beginning = Buffer.alloc(0), bytes }: LargeRequest,
  fill = 0,
): Promise<SeenAnswer & { sent: number }> {
  const { hostname, port, pathname, search } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const seen = { text: '', isOver: false };
  const ended = new Promise<void>((resolve) => {
    socket.on('data', (part: Buffer) => (seen.text += part.toString()));
    for (const event of ['end', 'close', 'error'])
      socket.once(event, () => {
        seen.isOver = true;
        resolve();
      });
  });
  const lines = Object.entries({ host: hostname, 'content-length': String(bytes), ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.write(`${method} ${pathname}${search} HTTP/1.1\r\n${head}\r\n`);
  socket.write(beginning);
  const block = Buffer.alloc(BLOCK_BYTES, fill);
  let sent = beginning.length;
  while (seen.text === '' && !seen.isOver && sent < bytes) {
    if (!socket.write(block)) await Promise.race([once(socket, 'drain'), ended]);
    sent += block.length;
  }
  await ended;
  socket.destroy();
  const [answerHead = '', body = ''] = seen.text.split('\r\n\r\n');
  return { status: Number(answerHead.split(' ')[1]), body, sent };
}
