// A Node server that reads a body and answers: the least that an upload can cost.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ownMemory, play } from './role.js';

const server = createServer((request, response) => {
  request.on('data', () => {});
  request.on('end', () => response.writeHead(201).end());
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

play((server.address() as AddressInfo).port, () => Promise.resolve(ownMemory()));
