/**
 * Splits DATABASE_POOL_SIZE in half between tenants' work and system work. Tenants' work gets an odd connection, and one of
 * system work is reserved for the intake of webhooks.
 */
export function poolShares(size: number): { tenants: number; system: number } {
  const half = Math.floor(size / 2);
  return { tenants: size - half, system: Math.max(1, half - 1) };
}

/** The most connections of a pool that one organisation may use at once, so that others always find one. */
export function shareOfOne(poolSize = 10): number {
  return Math.max(1, poolSize - Math.max(1, Math.floor(poolSize / 4)));
}
