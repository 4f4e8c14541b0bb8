import { SetMetadata } from '@nestjs/common';

export const LIMIT_KIND = 'limit-kind';
export const ONLY_READS = 'only-reads';
export const AT_MOST = 'at-most';

/**
 * Whose requests are counted. `caller`: the user in the organisation, or the address on public routes. `upload`: the link
 * and the address. `none`: nothing is counted, because the route must always respond or only accepts signed requests.
 */
export type LimitKind = 'caller' | 'upload' | 'none';

/** Counts the route's requests by something else than the caller. */
export const Limited = (kind: LimitKind) => SetMetadata(LIMIT_KIND, kind);

/** Counts a POST as a read: it uses the method only to send a body. */
export const OnlyReads = () => SetMetadata(ONLY_READS, true);

/** Lowers the route's limit for one user in one organisation. */
export const MaxPerMinute = (perMinute: number) => SetMetadata(AT_MOST, perMinute);
