import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { request as requestHttp, type ClientRequest, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isPrivateHost, isPublicAddress } from './public-address.js';

type Options = Omit<RequestOptions, 'agent' | 'lookup'>;
type Callback = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

/** The address leads into a private network. */
export class NotPublicError extends Error {
  constructor() {
    super('the address is not on the public internet');
  }
}

/** Resolves a name to all of its addresses. */
export type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export interface Guard {
  /** Where the operator allows it, for development. */
  allowPrivate: boolean;
  /** By default that of the system. */
  resolve?: Resolve;
}

/**
 * Opens a request to an address that a user gave, without letting the user reach the operator's network. The check belongs to
 * the connection, because a name may lead elsewhere than when it was registered. Follows no redirects.
 * @throws NotPublicError, also by the event `error` after a name was looked up
 */
export function guardedRequest(
  url: URL,
  options: Options,
  { allowPrivate, resolve = lookup }: Guard,
): ClientRequest {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  // A connection of its own: a shared one may have been opened without the guard.
  if (allowPrivate) return request(url, { ...options, agent: false });
  // No name is looked up for a numeric address.
  if (isPrivateHost(url)) throw new NotPublicError();
  return request(url, { ...options, agent: false, lookup: publicLookup(resolve) });
}

function publicLookup(resolve: Resolve): NonNullable<RequestOptions['lookup']> {
  return (hostname: string, options: LookupOptions, callback: Callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const [first] = addresses;
      if (!first || addresses.some(({ address }) => !isPublicAddress(address)))
        return callback(new NotPublicError(), []);
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}
