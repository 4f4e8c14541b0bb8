import { Injectable } from '@nestjs/common';
import { inBatches } from '../../../common/index.js';
import { AudienceApi, MAX_AUDIENCE_IDS, type AudienceDetails } from '../../../tiktok/index.js';
import type { AudienceFact } from '../../rules/rule-context.js';
import { fieldsOf, type FactQuestion, type FactReader, type FoundFacts } from '../fact-reader.js';
import type { NamedThings } from '../named-things.js';

/** Reads the audiences that a launch reaches or leaves out. */
@Injectable()
export class AudienceFacts implements FactReader {
  constructor(private readonly api: AudienceApi) {}

  fields({ audiences }: NamedThings): string[] {
    return fieldsOf(audiences);
  }

  async read({ caller, things }: FactQuestion): Promise<FoundFacts> {
    const ids = things.audiences.map(({ id }) => id);
    const audiences = new Map<string, AudienceFact | null>(ids.map((id) => [id, null]));
    for (const batch of inBatches(ids, MAX_AUDIENCE_IDS))
      for (const { audience_details: details } of await this.api.get(caller, batch))
        audiences.set(details.audience_id, toFact(details));
    return { facts: { audiences } };
  }
}

function toFact({ is_valid: isValid, cover_num: matched }: AudienceDetails): AudienceFact {
  return { usable: isValid !== false, matched: matched ?? null };
}
