import { Injectable } from '@nestjs/common';
import { IdentityApi, MAX_IDENTITIES, type AdIdentity } from '../../../tiktok/index.js';
import type { IdentityFact } from '../../rules/rule-context.js';
import {
  assertWhole,
  fieldsOf,
  type FactQuestion,
  type FactReader,
  type FoundFacts,
} from '../fact-reader.js';
import type { NamedThings } from '../named-things.js';

/** Reads the identities of the types that a launch uses. */
@Injectable()
export class IdentityFacts implements FactReader {
  constructor(private readonly api: IdentityApi) {}

  fields({ identities }: NamedThings): string[] {
    return fieldsOf(identities);
  }

  async read({ caller, things }: FactQuestion): Promise<FoundFacts> {
    const lists = await Promise.all(
      listsOf(things.identities).map(async ({ type, businessCenterId }) => {
        const listed = (await this.api.list(caller, type, businessCenterId)).map(toFact);
        const wanted = things.identities.filter(
          (one) => one.type === type && one.businessCenterId === businessCenterId,
        );
        assertWhole(wanted, listed, `identities of the type ${type}`, MAX_IDENTITIES);
        return listed;
      }),
    );
    return { facts: { identities: lists.flat() } };
  }
}

/** TikTok lists one type at a time, and those of a business center for each of them. */
function listsOf(identities: NamedThings['identities']): { type: string; businessCenterId?: string }[] {
  const lists = identities.map(({ type, businessCenterId }) => ({
    type,
    ...(businessCenterId !== undefined && { businessCenterId }),
  }));
  return [...new Map(lists.map((one) => [`${one.type} ${one.businessCenterId ?? ''}`, one])).values()];
}

/** A government's or a politician's account takes part in no Spark ads: neither its posts nor new ones. */
function toFact(one: AdIdentity): IdentityFact {
  const isPolitical = one.is_gpppa === true;
  return {
    id: one.identity_id,
    type: one.identity_type,
    businessCenterId: one.identity_authorized_bc_id ?? null,
    status: one.available_status ?? null,
    adsOnly: one.ads_only_mode ?? null,
    canPushVideo: isPolitical ? false : (one.can_push_video ?? null),
    canPullVideo: isPolitical ? false : (one.can_pull_video ?? null),
  };
}
