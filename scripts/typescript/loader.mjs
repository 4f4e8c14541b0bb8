// `node --import ./scripts/typescript/loader.mjs file.ts` runs a source file without a build. Node 20 runs no TypeScript itself.
import { register } from 'node:module';

register('./hooks.mjs', import.meta.url);
