/** The role of tenants' work. It owns no table, so row-level security applies to it. The first migration creates it. */
export const CONNECTOR_ROLE = 'tiktok_connector_app';

/** The role of named work across organisations. Statements of tenants never run as it. */
export const SYSTEM_ROLE = 'tiktok_connector_system';
