// `node --import ./test/support/jest/typescript-loader.mjs file.ts`: Node 20 runs no TypeScript, and a helper process of
// the tests has no Jest to compile it.
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
