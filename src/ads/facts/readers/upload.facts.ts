import { Injectable } from '@nestjs/common';
import { CreativeLibrary } from '../../creatives/creative-library.js';
import type { UploadFact } from '../../rules/rule-context.js';
import { fieldsOf, type FactQuestion, type FactReader, type FoundFacts } from '../fact-reader.js';
import type { NamedThings } from '../named-things.js';

/** Reads the organisation's uploads that ads show. */
@Injectable()
export class UploadFacts implements FactReader {
  constructor(private readonly library: CreativeLibrary) {}

  fields({ uploads }: NamedThings): string[] {
    return fieldsOf(uploads);
  }

  async read({ account, things }: FactQuestion): Promise<FoundFacts> {
    const ids = things.uploads.map(({ id }) => id);
    const known = await this.library.summaries(ids);
    const uploads = new Map<string, UploadFact | null>(ids.map((id) => [id, null]));
    for (const { id, accountId, failure } of known)
      uploads.set(id, { otherAccountId: accountId === account.accountId ? null : accountId, failure });
    return { facts: { uploads } };
  }
}
