import { Injectable } from '@nestjs/common';
import { MAX_PIXELS, PixelApi, type AdPixel } from '../../../tiktok/index.js';
import {
  fieldsOf,
  type FactQuestion,
  type FactReader,
  type FoundFacts,
  type Unchecked,
} from '../fact-reader.js';
import type { NamedEvent, NamedThings } from '../named-things.js';
import { assertWhole } from '../whole-list.js';

/** Reads the pixels of the ad account, and the events that they know. */
@Injectable()
export class PixelFacts implements FactReader {
  constructor(private readonly api: PixelApi) {}

  fields({ pixels }: NamedThings): string[] {
    return fieldsOf(pixels);
  }

  async read({ caller, things }: FactQuestion): Promise<FoundFacts> {
    const listed = await this.api.list(caller);
    const pixels = listed.map((pixel) => ({ id: pixel.pixel_id, retiredEvents: retiredIn(pixel) }));
    assertWhole(things.pixels, pixels, 'pixels', MAX_PIXELS);
    return { facts: { pixels }, open: things.events.flatMap((event) => openEvent(event, listed)) };
  }
}

/** An event may be listed twice: as retired, and as its successor. */
function retiredIn({ events }: AdPixel): string[] {
  const namesOf = (deprecated: boolean) =>
    (events ?? []).flatMap((one) =>
      (one.deprecated === true) === deprecated && one.optimization_event ? [one.optimization_event] : [],
    );
  const alive = new Set(namesOf(false));
  return namesOf(true).filter((name) => !alive.has(name));
}

/** TikTok does not say whether it refuses an event that it does not list for the pixel. */
function openEvent({ id, pixelId, field }: NamedEvent, listed: readonly AdPixel[]): Unchecked[] {
  const events = listed.find((pixel) => pixel.pixel_id === pixelId)?.events ?? [];
  if (events.length === 0 || events.some((one) => one.optimization_event === id)) return [];
  const reason =
    `TikTok does not list the event ${id} for the pixel ${pixelId}, so it may refuse the ad group. Check in TikTok Events ` +
    'Manager that the website sends it.';
  return [{ field, reason }];
}
