import { BlockList, isIP } from 'node:net';

// RFC 6890 and its successors: this host, private, shared, link-local, documentation, benchmarks, multicast, reserved.
const NOT_PUBLIC_IPV4 = listOf('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]);
// Everything else is local, or leads to an IPv4 address that would escape the list above.
const GLOBAL_IPV6 = listOf('ipv6', [['2000::', 3]]);
const NOT_PUBLIC_IPV6 = listOf('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]);
const MAPPED_IPV4 = listOf('ipv6', [['::ffff:0:0', 96]]);

/** True for an address that anyone on the internet may reach. An IPv4 address in an IPv6 one counts as the former. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !NOT_PUBLIC_IPV4.check(address);
  if (family !== 6 || address.includes('%')) return false;
  // A list of IPv4 addresses also finds them in IPv6 notation.
  if (MAPPED_IPV4.check(address, 'ipv6')) return !NOT_PUBLIC_IPV4.check(address, 'ipv6');
  return GLOBAL_IPV6.check(address, 'ipv6') && !NOT_PUBLIC_IPV6.check(address, 'ipv6');
}

/** The host of a URL is an address of a private network, or a name that only a local network knows, such as `localhost`. */
export function isPrivateHost({ hostname }: URL): boolean {
  const host = addressIn(hostname);
  if (isIP(host) !== 0) return !isPublicAddress(host);
  const name = host.replace(/\.$/, '');
  return !name.includes('.') || name.endsWith('.localhost');
}

/** Removes the brackets of an IPv6 address. */
function addressIn(hostname: string): string {
  return hostname.replaceAll(/^\[|\]$/g, '');
}

function listOf(family: 'ipv4' | 'ipv6', nets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of nets) list.addSubnet(net, prefix, family);
  return list;
}
