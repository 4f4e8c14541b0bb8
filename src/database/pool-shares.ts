/** How DATABASE_POOL_SIZE is shared out: half for tenants' work, which gets the odd one, and half for system work. */
export function poolShares(size: number): { tenants: number; system: number } {
  const system = Math.max(1, Math.floor(size / 2));
  return { tenants: Math.max(1, size - system), system };
}
