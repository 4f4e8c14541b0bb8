import { describe, expect, it } from '@jest/globals';
import { serverArguments } from './server-settings.js';

describe('serverArguments', () => {
  it('listen on the loopback, on the port, without a socket file', () => {
    const args = serverArguments({ port: 5433, durable: true });

    expect(args).toEqual(expect.arrayContaining(['listen_addresses=127.0.0.1', 'port=5433']));
    expect(args).toContain('unix_socket_directories=');
  });

  it('give up durability only when asked to', () => {
    expect(serverArguments({ port: 1, durable: true })).not.toContain('fsync=off');
    expect(serverArguments({ port: 1, durable: false })).toEqual(
      expect.arrayContaining(['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
    );
  });
});
