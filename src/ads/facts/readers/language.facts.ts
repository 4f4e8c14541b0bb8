import { Injectable } from '@nestjs/common';
import { ToolsService } from '../../tools/tools.service.js';
import { fieldsOf, type FactQuestion, type FactReader, type FoundFacts } from '../fact-reader.js';
import type { NamedThings } from '../named-things.js';

/** Reads the languages that TikTok knows. Its list is kept for some minutes. */
@Injectable()
export class LanguageFacts implements FactReader {
  constructor(private readonly tools: ToolsService) {}

  fields({ languages }: NamedThings): string[] {
    return fieldsOf(languages);
  }

  async read({ account: { accountId } }: FactQuestion): Promise<FoundFacts> {
    const { items } = await this.tools.languages({ accountId });
    // An empty list would refuse every language.
    return { facts: items.length === 0 ? {} : { languages: new Set(items.map(({ code }) => code)) } };
  }
}
