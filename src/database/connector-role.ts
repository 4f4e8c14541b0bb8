/** The role the service works as: it owns no table, so row-level security binds it. Made by the first migration. */
export const CONNECTOR_ROLE = 'tiktok_connector_app';
