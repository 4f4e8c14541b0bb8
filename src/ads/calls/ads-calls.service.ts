import { Injectable } from '@nestjs/common';
import { ForbiddenError, InvalidInputError, type FieldError } from '../../common/index.js';
import { AdAccountAccess, callerOf } from '../../integrations/index.js';
import { AdReadApi, toHttpError } from '../../tiktok/index.js';
import type { AdsCallDto } from './dto/ads-call.dto.js';
import type { AdsCallAnswer } from './dto/ads-call.view.js';
import { READABLE_PATHS, readablePath } from './readable-paths.js';

type Query = Parameters<AdReadApi['get']>[2];

/** Parameters that name whose data TikTok answers. The account is ours to set. */
const SET_BY_US = new Set(['advertiser_id', 'advertiser_ids', 'bc_id', 'access_token']);
/** TikTok's gateway refuses longer addresses. */
const MAX_QUERY_CHARACTERS = 7_000;

/** Passes reads through to TikTok, of listed endpoints and for accounts of the organisation only. */
@Injectable()
export class AdsCalls {
  constructor(
    private readonly accounts: AdAccountAccess,
    private readonly reads: AdReadApi,
  ) {}

  /** @throws DomainError for a path that is not listed, an account of others, or what TikTok refuses */
  async call({ accountId, path, query = {} }: AdsCallDto): Promise<AdsCallAnswer> {
    const known = readablePath(path);
    if (known === undefined)
      throw new ForbiddenError(
        'ads_path_not_allowed',
        `${path} cannot be called through this service. These paths can: ${READABLE_PATHS.join(', ')}.`,
      );
    const checked = checkedQuery(query);
    const account = await this.accounts.find(accountId);
    try {
      return await this.reads.get(callerOf(account, 'interactive'), known, checked);
    } catch (error) {
      throw toHttpError(error);
    }
  }
}

/** Leaves out nulls. @throws InvalidInputError for parameters that the service sets, and for too many */
function checkedQuery(query: Record<string, unknown>): Query {
  const errors: FieldError[] = Object.keys(query)
    .filter((key) => SET_BY_US.has(key))
    .map((key) => ({ field: `query.${key}`, message: 'is set by the service from accountId; leave it out' }));
  const present = Object.entries(query).filter(([, value]) => value !== null && value !== undefined);
  const checked = Object.fromEntries(present) as Query;
  if (JSON.stringify(checked).length > MAX_QUERY_CHARACTERS)
    errors.push({ field: 'query', message: `must have at most ${MAX_QUERY_CHARACTERS} characters as JSON` });
  if (errors.length === 0) return checked;
  throw new InvalidInputError(errors.map(({ field, message }) => `${field}: ${message}`).join('; '), errors);
}
