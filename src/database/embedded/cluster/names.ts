export const DATABASE = 'tiktok_connector';

/** Owns the database and runs migrations. */
export const OWNER_ROLE = 'tiktok_connector_owner';

/** What the service logs in as: owns nothing, so row-level security holds for it. */
export const APP_ROLE = 'tiktok_connector_app';
