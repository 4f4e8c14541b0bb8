// Prints the OpenAPI document: `client-contract.spec.ts` reads it from a process of its own.
import { describeApi } from './describe-api.js';

process.stdout.write(JSON.stringify(await describeApi()), () => process.exit(0));
