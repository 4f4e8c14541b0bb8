// The service as it is deployed, in a process of its own. With `no-database`, deliveries are not stored.
import 'reflect-metadata';
import { parseEnvironment } from '../../src/config/index.js';
import { serve } from '../../src/serve.js';
import { WebhookStore } from '../../src/webhooks/intake/webhook-store.js';
import { ownMemory, play } from '../sandbox/role.js';

const config = parseEnvironment(process.env);
const app = await serve(config);
if (process.argv.includes('no-database')) app.get(WebhookStore).add = () => Promise.resolve(undefined);

play(config.http.port, () => Promise.resolve(ownMemory()));
