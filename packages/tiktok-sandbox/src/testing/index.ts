// What a test suite needs beside the sandbox: clients of both APIs, a webhook endpoint, and a wait for effects.
// Nothing here loads the sandbox's own code before a client starts one.
export {
  ALL_ACCOUNT_SCOPES,
  APP,
  BusinessClient,
  type Envelope,
} from '../business/testing/business-client.js';
export { eventually } from './eventually.js';
export { ALL_SCOPES, KEYS, REDIRECT_URI, SandboxClient, type Answer } from './sandbox-client.js';
export { WebhookReceiver, type Received } from './webhook-receiver.js';
