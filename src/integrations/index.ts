// Connections to TikTok accounts and custody of their tokens. Must never let a token leave but to TikTok.
export { AccountOwners } from './account-owners.js';
export { accountName } from './life/consent-parts.js';
export type { Capability } from './capabilities.js';
export { CALLBACK_PATHS } from './connect/consent-links.js';
export { KeyCensus } from './keys/key-census.js';
export { KeyChecks } from './keys/key-checks.js';
export { KeyCustody } from './keys/key-custody.js';
export { StoredSecrets } from './keys/stored-secrets.js';
export {
  KeyNotEverywhereError,
  reasonOf,
  ReconnectNeededError,
  SecretUnreadableError,
  TokenUnreadableError,
} from './tokens/credential-errors.js';
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
export { KeyRotation, type RowOwner, type SkippedRow } from './tokens/key-rotation.js';
export { keyIdOf, TokenCipher } from './tokens/token-cipher.js';
export { TokenCustodyModule } from './tokens/token-custody.module.js';
