import type { Account } from '../../accounts/account.js';
import type { World } from '../../world.js';
import type { Advertiser } from '../advertisers/advertiser.js';
import type { BusinessSettings } from '../business-settings.js';
import type { AccountGrant } from '../oauth/account-grant.store.js';
import type { AdvertiserGrant } from '../oauth/advertiser-grant.js';
import type { BusinessState } from '../store/business-state.js';
import type { Params } from './params.js';
import type { ReceivedFile } from './received-file.js';

/** A call of an endpoint that takes no token. */
export interface AppCall {
  readonly world: World;
  readonly state: BusinessState;
  readonly tables: BusinessState['tables'];
  readonly settings: BusinessSettings;
  readonly params: Params;
  /** The files of a multipart body, by their field. */
  readonly files: ReadonlyMap<string, ReceivedFile>;
  /** Where the caller reached the sandbox. */
  readonly origin: string;
  readonly now: number;
  /** Sets a header of the answer. */
  readonly header: (name: string, value: string) => void;
}

/** A call with an advertiser token that need not name one advertiser. */
export interface GrantedCall extends AppCall {
  readonly grant: AdvertiserGrant;
}

/** A call about one advertiser that the token may use. */
export interface AdvertiserCall extends GrantedCall {
  readonly advertiser: Advertiser;
}

/** A call with the token of the TikTok account that `business_id` names. */
export interface AccountCall extends AppCall {
  readonly grant: AccountGrant;
  readonly account: Account;
}
