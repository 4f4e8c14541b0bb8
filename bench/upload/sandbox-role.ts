// The sandbox without limits, and without hashing: that would take longer than taking the bytes.
import { startSandbox } from 'tiktok-sandbox';
import { ownMemory, play } from '../sandbox/role.js';

const sandbox = await startSandbox({
  port: 0,
  rateLimits: false,
  processingMs: 0,
  moderationMs: 0,
  hashUploadsUpTo: 0,
});

play(sandbox.port, () => Promise.resolve(ownMemory()));
