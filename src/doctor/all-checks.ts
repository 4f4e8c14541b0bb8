import type { Type } from '@nestjs/common';
import type { Check } from './check.js';
import { AccountWebhooksCheck } from './checks/account-webhooks.check.js';
import { AdsWebhooksCheck } from './checks/ads-webhooks.check.js';
import { AppAuditCheck } from './checks/app-audit.check.js';
import { BusinessAppCheck } from './checks/business-app.check.js';
import { ClientSecretCheck } from './checks/client-secret.check.js';
import { ClockSkewCheck } from './checks/clock-skew.check.js';
import { DatabaseLoginsCheck } from './checks/database-logins.check.js';
import { DatabasePoolCheck } from './checks/database-pool.check.js';
import { DatabaseTlsCheck } from './checks/database-tls.check.js';
import { DueWorkCheck } from './checks/due-work.check.js';
import { EncryptionKeysCheck } from './checks/encryption-keys.check.js';
import { ExpiredIntegrationsCheck } from './checks/expired-integrations.check.js';
import { JwtCheck } from './checks/jwt.check.js';
import { MigrationsCheck } from './checks/migrations.check.js';
import { ProcessesCheck } from './checks/processes.check.js';
import { PublicUrlCheck } from './checks/public-url.check.js';
import { QuarantinedWebhooksCheck } from './checks/quarantined-webhooks.check.js';
import { RedirectUrisCheck } from './checks/redirect-uris.check.js';
import { RedisCheck } from './checks/redis.check.js';
import { RefreshHorizonCheck } from './checks/refresh-horizon.check.js';
import { ScopesCheck } from './checks/scopes.check.js';
import { SettingsCheck } from './checks/settings.check.js';
import { StagingFolderCheck } from './checks/staging-folder.check.js';
import { TenantAccessCheck } from './checks/tenant-access.check.js';
import { TokenJournalCheck } from './checks/token-journal.check.js';
import { TikTokIncidentsCheck } from './checks/tiktok-incidents.check.js';
import { TikTokReachableCheck } from './checks/tiktok-reachable.check.js';
import { StagingBucketCheck } from './checks/staging-bucket.check.js';
import { PullsCheck } from './checks/pulls.check.js';
import { UnreadableTokensCheck } from './checks/unreadable-tokens.check.js';
import { UnknownCodesCheck } from './checks/unknown-codes.check.js';
import { WebhookSignaturesCheck } from './checks/webhook-signatures.check.js';
import { WebhookCheck } from './checks/webhook.check.js';

/** All checks, in the order of the report. A new check is a file and a line here. */
export const ALL_CHECKS: Type<Check>[] = [
  SettingsCheck,
  PublicUrlCheck,
  RedirectUrisCheck,
  WebhookCheck,
  WebhookSignaturesCheck,
  AccountWebhooksCheck,
  AdsWebhooksCheck,
  QuarantinedWebhooksCheck,
  TikTokReachableCheck,
  TikTokIncidentsCheck,
  ClockSkewCheck,
  ClientSecretCheck,
  AppAuditCheck,
  BusinessAppCheck,
  UnknownCodesCheck,
  JwtCheck,
  EncryptionKeysCheck,
  ProcessesCheck,
  ScopesCheck,
  RefreshHorizonCheck,
  ExpiredIntegrationsCheck,
  UnreadableTokensCheck,
  MigrationsCheck,
  DatabaseLoginsCheck,
  DatabaseTlsCheck,
  TenantAccessCheck,
  DatabasePoolCheck,
  DueWorkCheck,
  RedisCheck,
  TokenJournalCheck,
  StagingFolderCheck,
  StagingBucketCheck,
  PullsCheck,
];
