import { SetMetadata } from '@nestjs/common';

export const AUDITED_ROUTE = 'audited-route';

/** Records the route's calls by editors as well. Calls by admins that change something are recorded without it. */
export const Audited = () => SetMetadata(AUDITED_ROUTE, true);

/** Records no calls of the route: they only mark something as seen. */
export const Unaudited = () => SetMetadata(AUDITED_ROUTE, false);
