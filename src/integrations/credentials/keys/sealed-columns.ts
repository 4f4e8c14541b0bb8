/** A table with columns that TOKEN_ENCRYPTION_KEYS encrypt. A ciphertext is bound to its row's id and its column's name. */
export interface SealedTable {
  table: 'credentials' | 'publications' | 'crm_webhooks';
  columns: readonly string[];
}

/** Everything in the database that these keys encrypt. On disk they encrypt the token journal. */
export const SEALED_TABLES: readonly SealedTable[] = [
  { table: 'credentials', columns: ['access_token', 'refresh_token'] },
  { table: 'publications', columns: ['upload_url'] },
  { table: 'crm_webhooks', columns: ['secret'] },
];
