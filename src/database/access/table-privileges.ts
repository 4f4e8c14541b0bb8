import { CONNECTOR_ROLE, SYSTEM_ROLE } from '../connector-role.js';

export type Privilege = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

const EVERYTHING: readonly Privilege[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];
const WRITE: readonly Privilege[] = ['SELECT', 'INSERT', 'UPDATE'];
const APPEND: readonly Privilege[] = ['SELECT', 'INSERT'];
const READ: readonly Privilege[] = ['SELECT'];
const NOTHING: readonly Privilege[] = [];

/**
 * What tenants' work does with each table; row-level security narrows it to the organisation's rows. A new table is a line
 * here: `table-privileges.spec.ts` finds those that are missing.
 */
export const TENANT_PRIVILEGES: Record<string, readonly Privilege[]> = {
  ad_accounts: WRITE,
  audit_entries: APPEND,
  conversations: WRITE,
  credentials: NOTHING,
  encryption_key_checks: NOTHING,
  idempotency_keys: EVERYTHING,
  integrations: ['SELECT', 'UPDATE'],
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
  social_videos: WRITE,
  sync_runs: WRITE,
  upload_reservations: EVERYTHING,
  webhook_events: READ,
  webhook_receipts: READ,
};

/** System work does everything with a table, but for these. */
const SYSTEM_EXCEPTIONS: Record<string, readonly Privilege[]> = {
  audit_entries: APPEND,
  schema_migrations: NOTHING,
};

/** @returns what the role may do with the table; undefined for a table that is not the service's */
export function privilegesOf(role: string, table: string): readonly Privilege[] | undefined {
  const tenants = TENANT_PRIVILEGES[table];
  if (tenants === undefined || role === CONNECTOR_ROLE) return tenants;
  if (role !== SYSTEM_ROLE) throw new Error(`${role} is no role of the service`);
  return SYSTEM_EXCEPTIONS[table] ?? EVERYTHING;
}
