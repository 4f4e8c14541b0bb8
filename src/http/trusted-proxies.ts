/**
 * Trusts this many proxies, counted from the service. Each has appended the address that it saw to X-Forwarded-For; the
 * caller may have forged what precedes those addresses.
 */
export function trustedProxies(count: number): false | ((address: string, hop: number) => boolean) {
  return count > 0 && ((_address, hop) => hop < count);
}
