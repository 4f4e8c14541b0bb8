/**
 * Believes so many proxies, seen from here: each has added the address that it saw to X-Forwarded-For. What stands before
 * those addresses may be written by the caller.
 */
export function trustedProxies(count: number): false | ((address: string, hop: number) => boolean) {
  return count > 0 && ((_address, hop) => hop < count);
}
