import { once } from 'node:events';
import { connect } from 'node:net';

/** Records every command that a Redis receives, with its arguments. */
export async function monitorRedis(url: string): Promise<{ text(): string; stop(): void }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port || 6379), hostname);
  let text = '';
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write('MONITOR\r\n');
  socket.on('data', (part: Buffer) => (text += part.toString('latin1')));
  await once(socket, 'data');
  return { text: () => text, stop: () => socket.destroy() };
}
