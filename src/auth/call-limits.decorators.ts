import { SetMetadata } from '@nestjs/common';

export const LIMIT_KIND = 'limit-kind';
export const ONLY_READS = 'only-reads';
export const AT_MOST = 'at-most';

/**
 * Who is counted. `caller`: the user in the organisation, or the address where no token is asked for. `upload`: the link
 * and the address. `none`: no caller, as the route must always answer, or answers only what is signed.
 */
export type LimitKind = 'caller' | 'upload' | 'none';

/** Counts the route's calls in another way than by their caller. */
export const Limited = (kind: LimitKind) => SetMetadata(LIMIT_KIND, kind);

/** The route is a POST for its body only: it reads, and counts as a read. */
export const OnlyReads = () => SetMetadata(ONLY_READS, true);

/** The route may be called less often than others that write, by one user in one organisation. */
export const AtMost = (perMinute: number) => SetMetadata(AT_MOST, perMinute);
