// The sandbox as users start it, but without rate limits, which would answer instead of the route.
import { startSandbox } from 'tiktok-sandbox';
import { ownMemory, play } from './role.js';

const sandbox = await startSandbox({ port: 0, rateLimits: false, processingMs: 0, moderationMs: 0 });

play(sandbox.port, () => Promise.resolve(ownMemory()));
