import { Injectable } from '@nestjs/common';
import { AdToolApi } from '../../../tiktok/index.js';
import { fieldsOf, type FactQuestion, type FactReader, type FoundFacts } from '../fact-reader.js';
import type { NamedThings } from '../named-things.js';

/** Reads the apps of the ad account. */
@Injectable()
export class AppFacts implements FactReader {
  constructor(private readonly api: AdToolApi) {}

  fields({ apps }: NamedThings): string[] {
    return fieldsOf(apps);
  }

  async read({ caller }: FactQuestion): Promise<FoundFacts> {
    const apps = await this.api.apps(caller);
    return { facts: { apps: apps.map((app) => ({ id: app.app_id, system: app.platform ?? null })) } };
  }
}
