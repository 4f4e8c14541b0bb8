/** Builds the admin UI unless it is up to date. */
export function buildAdmin(): Promise<void>;
