import { CONNECTOR_ROLE, SYSTEM_ROLE } from '../connector-role.js';

export type Privilege = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

const EVERYTHING: readonly Privilege[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];
const WRITE: readonly Privilege[] = ['SELECT', 'INSERT', 'UPDATE'];
const APPEND: readonly Privilege[] = ['SELECT', 'INSERT'];
const READ: readonly Privilege[] = ['SELECT'];
const NOTHING: readonly Privilege[] = [];

/**
 * The privileges of tenants' work on each table; row-level security limits it to the organisation's rows. A new table needs
 * a line here: `tenancy.spec.ts` finds missing ones.
 */
export const TENANT_PRIVILEGES: Record<string, readonly Privilege[]> = {
  account_days: WRITE,
  ad_account_capabilities: WRITE,
  ad_account_health: WRITE,
  ad_accounts: WRITE,
  ad_audience_uploads: WRITE,
  ad_audiences: WRITE,
  ad_changes: WRITE,
  ad_comment_listings: WRITE,
  ad_health_findings: EVERYTHING,
  ad_launch_steps: WRITE,
  ad_launches: WRITE,
  ad_objects: WRITE,
  ad_creatives: WRITE,
  ad_policies: WRITE,
  ad_spark_posts: WRITE,
  ad_spend_reservations: EVERYTHING,
  ad_subscriptions: NOTHING,
  ad_metric_readings: WRITE,
  ad_metrics: EVERYTHING,
  admin_actions: WRITE,
  audit_entries: APPEND,
  comment_listings: WRITE,
  conversation_events: EVERYTHING,
  conversations: EVERYTHING,
  credentials: NOTHING,
  direct_threads: WRITE,
  crm_contacts: WRITE,
  crm_inboxes: WRITE,
  crm_saved_replies: EVERYTHING,
  crm_outbox: WRITE,
  crm_webhook_deliveries: WRITE,
  crm_webhooks: EVERYTHING,
  encryption_key_checks: NOTHING,
  engagement_snapshots: APPEND,
  idempotency_keys: EVERYTHING,
  integrations: ['SELECT', 'UPDATE'],
  message_images: WRITE,
  message_media: EVERYTHING,
  message_media_usage: WRITE,
  message_reactions: EVERYTHING,
  messages: WRITE,
  notification_deliveries: WRITE,
  notifications: WRITE,
  oauth_states: WRITE,
  processes: NOTHING,
  publication_media: WRITE,
  publications: WRITE,
  quota_refusals: NOTHING,
  resumable_uploads: EVERYTHING,
  schema_migrations: NOTHING,
  shared_tasks: NOTHING,
  social_activity: WRITE,
  sync_policies: WRITE,
  sync_runs: WRITE,
  sync_schedules: WRITE,
  sync_turns: WRITE,
  tiktok_incidents: NOTHING,
  upload_reservations: EVERYTHING,
  webhook_checks: NOTHING,
  webhook_events: READ,
  webhook_receipts: READ,
  webhook_watches: NOTHING,
};

/** System work has every privilege, except on these tables. */
const SYSTEM_EXCEPTIONS: Record<string, readonly Privilege[]> = {};

/** @returns the privileges of the role; undefined for a table that does not belong to the service */
export function privilegesOf(role: string, table: string): readonly Privilege[] | undefined {
  const tenants = TENANT_PRIVILEGES[table];
  if (tenants === undefined || role === CONNECTOR_ROLE) return tenants;
  if (role !== SYSTEM_ROLE) throw new Error(`${role} is not a role of the service`);
  return SYSTEM_EXCEPTIONS[table] ?? EVERYTHING;
}
