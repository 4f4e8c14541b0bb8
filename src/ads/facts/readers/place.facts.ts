import { Injectable } from '@nestjs/common';
import { ToolsService } from '../../tools/tools.service.js';
import type { FactQuestion, FactReader, FoundFacts, Unchecked } from '../fact-reader.js';
import type { NamedLocations, NamedThings } from '../named-things.js';

interface Place {
  id: string;
  parentId: string | null;
  name: string | null;
}

/** Reads the places that ad groups target. TikTok's lists are kept for some minutes. */
@Injectable()
export class PlaceFacts implements FactReader {
  constructor(private readonly tools: ToolsService) {}

  fields({ locations }: NamedThings): string[] {
    return locations.filter(({ ids }) => ids.length > 0).map(({ field }) => field);
  }

  async read({ account, body, things }: FactQuestion): Promise<FoundFacts> {
    const parents = new Map<string, string>();
    const wantedIds = new Set(things.locations.flatMap(({ ids }) => ids));
    const names = new Map<string, string>();
    const open: Unchecked[] = [];
    for (const wanted of things.locations) {
      const query = {
        accountId: account.accountId,
        objective: body.objective,
        placements: [...wanted.placements],
      };
      const { items } = await this.tools.regions(query);
      for (const { id, parentId, name } of items) {
        if (parentId !== null) parents.set(id, parentId);
        if (name !== null && wantedIds.has(id)) names.set(id, name);
      }
      open.push(...openPlaces(wanted, items));
    }
    return { facts: { locationParents: parents, locationNames: names }, open };
  }
}

/** TikTok may take places that it does not list, such as postal codes. */
function openPlaces({ ids, field }: NamedLocations, listed: readonly Place[]): Unchecked[] {
  const known = new Set(listed.map(({ id }) => id));
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length === 0 || known.size === 0) return [];
  const [first, ...more] = unknown;
  const which =
    more.length === 0 ? `the location ${first}` : `${unknown.length} of the locations, such as ${first}`;
  const reason = `TikTok does not list ${which} for these placements, so it may refuse the ad group. GET /api/ads/tools/regions lists them.`;
  return [{ field, reason }];
}
