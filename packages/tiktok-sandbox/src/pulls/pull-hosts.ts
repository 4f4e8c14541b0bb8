import { isUrl } from '../is-url.js';
/** Where a URL's bytes really come from. */
export interface PullTarget {
  /** Origin on this machine, e.g. `http://127.0.0.1:3000`. */
  readonly origin: URL;
  /** The URL that TikTok was given. */
  readonly url: URL;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Local origins by the domains that they stand for. */
export type PullHosts = Record<string, string>;

/** @returns undefined for a host without an origin, whose files are only simulated */
export function pullTarget(hosts: PullHosts, address: string): PullTarget | undefined {
  const url = new URL(address);
  const origin = hosts[url.hostname];
  return origin === undefined ? undefined : { origin: new URL(origin), url };
}

/** @returns the problem with the setting, or undefined */
export function pullHostsProblem(hosts: PullHosts): string | undefined {
  for (const [host, origin] of Object.entries(hosts)) {
    if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)) return `pullHosts: ${host} must be a domain in lower case`;
    const url = typeof origin === 'string' && isUrl(origin) ? new URL(origin) : undefined;
    // The sandbox never contacts another machine.
    const isLocal = url?.protocol === 'http:' && LOOPBACK.has(url.hostname) && url.href === `${url.origin}/`;
    if (!isLocal) return `pullHosts: ${host} must stand for an http origin of this machine`;
  }
  return undefined;
}
