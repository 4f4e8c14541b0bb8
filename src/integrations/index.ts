// Connections to TikTok accounts and custody of their tokens. Must never let a token leave but to TikTok.
export { ReconnectNeededError } from './credential-errors.js';
export { CredentialTokens } from './credential-tokens.js';
export { IntegrationsModule } from './integrations.module.js';
export { IntegrationsService, type IntegrationRef } from './integrations.service.js';
export { TokenCipher } from './token-cipher.js';
export { TokenCustodyModule } from './token-custody.module.js';
