// Connections to TikTok accounts and custody of their tokens. Must never let a token leave but to TikTok.
export { AccountOwners } from './integration/account-owners.js';
export { accountName } from './lifecycle/notice-texts.js';
export type { Capability } from './integration/capabilities.js';
export { CALLBACK_PATHS } from './oauth/authorize-urls.js';
export { KeyCensus } from './credentials/keys/key-census.js';
export { KeyChecks } from './credentials/keys/key-checks.js';
export { KeyCustody } from './credentials/keys/key-custody.js';
export { StoredSecrets } from './credentials/keys/stored-secrets.js';
export {
  KeyNotEverywhereError,
  reasonOf,
  ReconnectNeededError,
  SecretUnreadableError,
  TokenUnreadableError,
} from './integration/credential.errors.js';
export { CredentialTokens } from './credentials/refresh/credential-tokens.js';
export {
  IntegrationHooks,
  type IntegrationHook,
  type QuotaUse,
  type RecentError,
} from './lifecycle/integration-hooks.js';
export type { ConsentRef, ConsentRefs } from './integration/loaded-integration.js';
export { IntegrationsModule } from './integrations.module.js';
export { IntegrationsService, type IntegrationRef } from './integration/integrations.service.js';
export { ReturnPageModule } from './oauth/return-page/return-page.module.js';
export { KeyRotation, type RowOwner, type SkippedRow } from './credentials/keys/key-rotation.js';
export { keyIdOf, TokenCipher } from './credentials/store/token-cipher.js';
export { TokenCustodyModule } from './credentials/credentials.module.js';
