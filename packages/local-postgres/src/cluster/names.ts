export const DATABASE = 'tiktok_connector';

/** Owns the database and runs migrations. */
export const OWNER_ROLE = 'tiktok_connector_owner';

/** What tenants' work logs in as: owns nothing, so row-level security holds for it. */
export const APP_ROLE = 'tiktok_connector_app';

/** What work across organisations logs in as. Neither of the two may become the other. */
export const SYSTEM_ROLE = 'tiktok_connector_system';
