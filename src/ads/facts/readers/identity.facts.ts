import { Injectable } from '@nestjs/common';
import type { AdIdentity } from '../../../tiktok/index.js';
import type { IdentityFact } from '../../rules/rule-context.js';
import { fieldsOf, type FactQuestion, type FactReader, type FoundFacts } from '../fact-reader.js';
import { kindKey, kindsOf } from '../identity-lists.js';
import type { NamedThings } from '../named-things.js';

/** Reads the identities of the types that a launch uses. */
@Injectable()
export class IdentityFacts implements FactReader {
  fields({ identities }: NamedThings): string[] {
    return fieldsOf(identities);
  }

  async read({ identities, things }: FactQuestion): Promise<FoundFacts> {
    const lists = await Promise.all(
      kindsOf(things.identities).map((kind) => {
        const wanted = things.identities.filter((one) => kindKey(one) === kindKey(kind));
        return identities.of(kind, wanted);
      }),
    );
    return { facts: { identities: lists.flat().map(toFact) } };
  }
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
