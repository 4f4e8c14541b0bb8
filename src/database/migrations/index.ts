import { Roles1763800000001 } from './1763800000001-roles.js';
import { Integrations1763800000002 } from './1763800000002-integrations.js';
import { Publications1763800000003 } from './1763800000003-publications.js';
import { Sync1763800000004 } from './1763800000004-sync.js';
import { Webhooks1763800000005 } from './1763800000005-webhooks.js';
import { CrmInbox1763800000006 } from './1763800000006-crm-inbox.js';
import { TokenCustody1763800000007 } from './1763800000007-token-custody.js';
import { Notifications1763800000008 } from './1763800000008-notifications.js';
import { IntegrationLife1763800000009 } from './1763800000009-integration-life.js';
import { PublicationNews1763800000010 } from './1763800000010-publication-news.js';
import { CredentialFamilies1763800000011 } from './1763800000011-credential-families.js';
import { DataDeletion1763800000012 } from './1763800000012-data-deletion.js';
import { RefreshMarks1763800000013 } from './1763800000013-refresh-marks.js';
import { WebhookFailures1763800000015 } from './1763800000015-webhook-failures.js';
import { PublicationMedia1763800000020 } from './1763800000020-publication-media.js';
import { UploadsUnderWay1763800000021 } from './1763800000021-uploads-under-way.js';
import { PublicationPlans1763800000024 } from './1763800000024-publication-plans.js';
import { PublicationRecovery1763800000025 } from './1763800000025-publication-recovery.js';
import { OrderedIds1763800000026 } from './1763800000026-ordered-ids.js';
import { SystemRole1763800000031 } from './1763800000031-system-role.js';
import { AuditInsertOnly1763800000032 } from './1763800000032-audit-insert-only.js';
import { KeyCustody1763800000035 } from './1763800000035-key-custody.js';
import { Processes1763800000036 } from './1763800000036-processes.js';
import { CompleteListings1763800000043 } from './1763800000043-complete-listings.js';
import { EarlyEvents1763800000044 } from './1763800000044-early-events.js';
import { IdempotencyKeys1763800000047 } from './1763800000047-idempotency-keys.js';
import { CallerCaps1763800000048 } from './1763800000048-caller-caps.js';
import { RefreshLeases1763800000050 } from './1763800000050-refresh-leases.js';
import { AdsCore1763800000051 } from './1763800000051-ads-core.js';
import { Audiences1763800000052 } from './1763800000052-audiences.js';
import { AdMetrics1763800000053 } from './1763800000053-ad-metrics.js';
import { AdCreatives1763800000054 } from './1763800000054-ad-creatives.js';
import { AdPolicies1763800000055 } from './1763800000055-ad-policies.js';
import { AdWrites1763800000056 } from './1763800000056-ad-writes.js';
import { AdHealth1763800000057 } from './1763800000057-ad-health.js';
import { SyncSchedules1763800000058 } from './1763800000058-sync-schedules.js';
import { StoppedLaunches1763800000059 } from './1763800000059-stopped-launches.js';
import { AskedSyncs1763800000060 } from './1763800000060-asked-syncs.js';
import { AdMetricReadings1763800000062 } from './1763800000062-ad-metric-readings.js';
import { SyncPlaces1763800000063 } from './1763800000063-sync-places.js';
import { InboxModel1763800000070 } from './1763800000070-inbox-model.js';
import { SavedReplies1763800000071 } from './1763800000071-saved-replies.js';
import { CommentListings1763800000072 } from './1763800000072-comment-listings.js';
import { CrmOutbox1763800000074 } from './1763800000074-crm-outbox.js';
import { CrmWebhooks1763800000075 } from './1763800000075-crm-webhooks.js';
import { AdsEvents1763800000076 } from './1763800000076-ads-events.js';
import { MessagingRefusals1763800000079 } from './1763800000079-messaging-refusals.js';
import { DirectMessages1763800000080 } from './1763800000080-direct-messages.js';
import { TikTokIncidents1763800000081 } from './1763800000081-tiktok-incidents.js';
import { WebhookKeyRange1763800000082 } from './1763800000082-webhook-key-range.js';
import { WebhookKeyCheck1763800000083 } from './1763800000083-webhook-key-check.js';
import { WebhookWeeks1763800000084 } from './1763800000084-webhook-weeks.js';
import { WebhookChecks1763800000085 } from './1763800000085-webhook-checks.js';
import { IncidentCauses1763800000086 } from './1763800000086-incident-causes.js';
import { WebhookWatches1763800000087 } from './1763800000087-webhook-watches.js';
import { AdComments1763800000088 } from './1763800000088-ad-comments.js';
import { AdConversations1763800000089 } from './1763800000089-ad-conversations.js';
import { AdAccountConversations1763800000090 } from './1763800000090-ad-account-conversations.js';
import { FairWork1763800000091 } from './1763800000091-fair-work.js';
import { MessageMedia1763800000092 } from './1763800000092-message-media.js';
import { PlannedKinds1763800000094 } from './1763800000094-planned-kinds.js';
import { ReadablePartitions1763800000095 } from './1763800000095-readable-partitions.js';
import { WebhookGuard1763800000096 } from './1763800000096-webhook-guard.js';
import { ComingWeeks1763800000097 } from './1763800000097-coming-weeks.js';
import { WebhookHeaders1763800000099 } from './1763800000099-webhook-headers.js';
import { SharedTasks1763800000101 } from './1763800000101-shared-tasks.js';
import { MessageMediaUsage1763800000104 } from './1763800000104-message-media-usage.js';
import { AskedComments1763800000105 } from './1763800000105-asked-comments.js';
import { AdminActions1763800000108 } from './1763800000108-admin-actions.js';
import { InboxCounts1763800000111 } from './1763800000111-inbox-counts.js';

/** In the order in which they apply. Listed by hand: a file that is not here does not run. */
export const migrations = [
  Roles1763800000001,
  Integrations1763800000002,
  Publications1763800000003,
  Sync1763800000004,
  Webhooks1763800000005,
  CrmInbox1763800000006,
  TokenCustody1763800000007,
  Notifications1763800000008,
  IntegrationLife1763800000009,
  PublicationNews1763800000010,
  CredentialFamilies1763800000011,
  DataDeletion1763800000012,
  RefreshMarks1763800000013,
  WebhookFailures1763800000015,
  PublicationMedia1763800000020,
  UploadsUnderWay1763800000021,
  PublicationPlans1763800000024,
  PublicationRecovery1763800000025,
  OrderedIds1763800000026,
  SystemRole1763800000031,
  AuditInsertOnly1763800000032,
  KeyCustody1763800000035,
  Processes1763800000036,
  CompleteListings1763800000043,
  EarlyEvents1763800000044,
  IdempotencyKeys1763800000047,
  CallerCaps1763800000048,
  RefreshLeases1763800000050,
  AdsCore1763800000051,
  Audiences1763800000052,
  AdMetrics1763800000053,
  AdCreatives1763800000054,
  AdPolicies1763800000055,
  AdWrites1763800000056,
  AdHealth1763800000057,
  SyncSchedules1763800000058,
  StoppedLaunches1763800000059,
  AskedSyncs1763800000060,
  AdMetricReadings1763800000062,
  SyncPlaces1763800000063,
  InboxModel1763800000070,
  SavedReplies1763800000071,
  CommentListings1763800000072,
  CrmOutbox1763800000074,
  CrmWebhooks1763800000075,
  AdsEvents1763800000076,
  MessagingRefusals1763800000079,
  DirectMessages1763800000080,
  TikTokIncidents1763800000081,
  WebhookKeyRange1763800000082,
  WebhookKeyCheck1763800000083,
  WebhookWeeks1763800000084,
  WebhookChecks1763800000085,
  IncidentCauses1763800000086,
  WebhookWatches1763800000087,
  AdComments1763800000088,
  AdConversations1763800000089,
  AdAccountConversations1763800000090,
  FairWork1763800000091,
  MessageMedia1763800000092,
  PlannedKinds1763800000094,
  ReadablePartitions1763800000095,
  WebhookGuard1763800000096,
  ComingWeeks1763800000097,
  WebhookHeaders1763800000099,
  SharedTasks1763800000101,
  MessageMediaUsage1763800000104,
  AskedComments1763800000105,
  AdminActions1763800000108,
  InboxCounts1763800000111,
];
