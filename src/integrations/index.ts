// Connections to TikTok accounts, and custody of their tokens. A token must never leave this module except to TikTok.
export { AdAccountAccess, callerOf, type AdAccountRef } from './ad-accounts/ad-account-access.js';
export { AdAccountsService } from './ad-accounts/ad-accounts.service.js';
export { AdAccountView } from './ad-accounts/dto/ad-account.view.js';
export { CredentialsModule } from './credentials/credentials.module.js';
export { KeyCensus } from './credentials/keys/key-census.js';
export { KeyChecks } from './credentials/keys/key-checks.js';
export { KeyCustody } from './credentials/keys/key-custody.js';
export { KeyRotation, type RowOwner, type SkippedRow } from './credentials/keys/key-rotation.js';
export { StoredSecrets } from './credentials/keys/stored-secrets.js';
export { CredentialTokens } from './credentials/refresh/credential-tokens.js';
export { CredentialReads } from './credentials/store/credential-reads.js';
export { keyIdOf, TokenCipher } from './credentials/store/token-cipher.js';
export { TikTokIncidents } from './incidents/tiktok-incidents.js';
export { AccountOwners } from './integration/account-owners.js';
export type { Capability } from './integration/capabilities.js';
export {
  KeyNotEverywhereError,
  reasonOf,
  ReconnectNeededError,
  SecretUnreadableError,
  TokenUnreadableError,
} from './integration/credential.errors.js';
export { accountName } from './integration/integration-text.js';
export { IntegrationsService } from './integration/integrations.service.js';
export type {
  ConsentRef,
  ConsentRefs,
  IntegrationRef,
  LoadedIntegration,
} from './integration/loaded-integration.js';
export { stepFailure } from './integration/step-failure.js';
export { IntegrationsModule } from './integrations.module.js';
export { OnIntegration, type QuotaUse, type RecentError } from './lifecycle/integration-hooks.js';
export { CALLBACK_PATHS } from './oauth/authorize-urls.js';
export { ReturnPageModule } from './oauth/return-page/return-page.module.js';
