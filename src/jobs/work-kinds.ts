/** Where the rows of a kind of work are, and how much of it one process does. */
export interface WorkKindSettings {
  /** A table with the columns of `work-columns.ts`. */
  table: string;
  /** Rows that one process handles at once. */
  concurrency: number;
  /** Organisations take turns when more is due than one process handles. The table has a column `organisation_id`. */
  isFair?: true;
  /** Its successes are logged at `debug`: there may be thousands a second, and the table lists them. */
  quiet?: boolean;
  /** New rows that a process may hold in memory, leased to it as they are stored. They need no claim. */
  ahead?: number;
  /** The columns that the handler reads. By default, a claim returns all. */
  columns?: readonly string[];
  /** What the table is split by, among `columns`: spares a look into each of its parts. */
  splitBy?: string;
}

const WEBHOOK_COLUMNS = [
  'status',
  'event',
  'client_key',
  'user_openid',
  'content',
  'event_time',
  'signed_at',
  'received_at',
  'dedupe_key',
];

/** Every kind of background work. The name appears in queues and logs. */
export const WORK_KINDS = {
  token: { table: 'credentials', concurrency: 2 },
  integration: { table: 'integrations', concurrency: 2 },
  publish: { table: 'publications', concurrency: 4 },
  sync: { table: 'sync_runs', concurrency: 4, isFair: true },
  // High, because events claimed at the same time are routed, shown and settled in one statement each.
  webhook: {
    table: 'webhook_events',
    concurrency: 200,
    quiet: true,
    ahead: 2_000,
    columns: WEBHOOK_COLUMNS,
    splitBy: 'dedupe_key',
  },
  launch: { table: 'ad_launches', concurrency: 4 },
  'ad-change': { table: 'ad_changes', concurrency: 4 },
  creative: { table: 'ad_creatives', concurrency: 2 },
  'ad-health': { table: 'ad_account_health', concurrency: 4 },
  audience: { table: 'ad_audience_uploads', concurrency: 2 },
  'crm-outbox': { table: 'crm_outbox', concurrency: 4, isFair: true },
  'crm-media': { table: 'message_media', concurrency: 2, isFair: true },
  'crm-webhook': { table: 'crm_webhook_deliveries', concurrency: 4, isFair: true },
  'webhook-check': { table: 'webhook_checks', concurrency: 2 },
  'notification-delivery': { table: 'notification_deliveries', concurrency: 4 },
} as const satisfies Record<string, WorkKindSettings>;

export type WorkKind = keyof typeof WORK_KINDS;

/** A table whose rows are work. */
export type WorkTable = (typeof WORK_KINDS)[WorkKind]['table'];
