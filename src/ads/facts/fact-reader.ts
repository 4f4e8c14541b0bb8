import type { AdAccountRef } from '../../integrations/index.js';
import type { AdCaller } from '../../tiktok/index.js';
import type { AccountFacts } from '../rules/rule-context.js';
import type { LaunchBody } from '../spec/launch-body.dto.js';
import type { IdentityLists } from './identity-lists.js';
import type { NamedThings } from './named-things.js';

/** A field that could not be checked against the ad account. */
export interface Unchecked {
  field: string;
  reason: string;
}

/** What is being checked. */
export interface FactQuestion {
  account: AdAccountRef;
  caller: AdCaller;
  identities: IdentityLists;
  body: LaunchBody;
  things: NamedThings;
}

export interface FoundFacts {
  facts: AccountFacts;
  /** What TikTok's answer leaves open. */
  open?: Unchecked[];
}

/** Reads one kind of facts. */
export interface FactReader {
  /** The fields that it checks. None: there is nothing to read. */
  fields: (things: NamedThings) => string[];
  /** @throws if TikTok cannot be asked, so that the fields stay unchecked */
  read: (question: FactQuestion) => Promise<FoundFacts>;
}

export function fieldsOf(things: readonly { field: string }[]): string[] {
  return things.map(({ field }) => field);
}
