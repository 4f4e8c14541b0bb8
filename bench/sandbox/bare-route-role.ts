// A Fastify route that answers the JSON it was started with: the least that such a call can cost.
import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import { ownMemory, play } from './role.js';

const answer = JSON.parse(process.argv[2] ?? '{}') as object;
const app = fastify();
app.get('/v2/user/info/', () => answer);
await app.listen({ port: 0, host: '127.0.0.1' });

play((app.server.address() as AddressInfo).port, () => Promise.resolve(ownMemory()));
