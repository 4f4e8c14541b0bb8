// Connections to TikTok accounts and custody of their tokens. Must never let a token leave but to TikTok.
export { accountName } from './life/consent-parts.js';
export type { Capability } from './capabilities.js';
export { CALLBACK_PATHS } from './connect/consent-links.js';
export { ReconnectNeededError } from './tokens/credential-errors.js';
export { CredentialTokens } from './tokens/credential-tokens.js';
export {
  IntegrationHooks,
  type IntegrationHook,
  type QuotaUse,
  type RecentError,
} from './life/integration-hooks.js';
export type { ConsentRef, ConsentRefs } from './integration-details.js';
export { IntegrationsModule } from './integrations.module.js';
export { IntegrationsService, type IntegrationRef } from './integrations.service.js';
export { ReturnPageModule } from './connect/return-page.module.js';
export { KeyRotation } from './tokens/key-rotation.js';
export { TokenCipher } from './tokens/token-cipher.js';
export { TokenCustodyModule } from './tokens/token-custody.module.js';
