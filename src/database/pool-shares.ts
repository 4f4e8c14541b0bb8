/** How DATABASE_POOL_SIZE is shared out: half for tenants' work, which gets the odd one, and half for system work. */
export function poolShares(size: number): { tenants: number; system: number } {
  const system = Math.max(1, Math.floor(size / 2));
  return { tenants: Math.max(1, size - system), system };
}

/** How many connections of a pool one organisation may have at once: some are always left for the others. */
export function shareOfOne(poolSize = 10): number {
  return Math.max(1, poolSize - Math.max(1, Math.floor(poolSize / 4)));
}
