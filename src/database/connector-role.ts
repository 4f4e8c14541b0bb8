/** The role of tenants' work: it owns no table, so row-level security binds it. Made by the first migration. */
export const CONNECTOR_ROLE = 'tiktok_connector_app';

/** The role of named work across organisations, which tenants' statements never run as. */
export const SYSTEM_ROLE = 'tiktok_connector_system';
