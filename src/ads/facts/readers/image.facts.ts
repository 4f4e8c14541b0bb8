import { Injectable } from '@nestjs/common';
import { inBatches } from '../../../common/index.js';
import { AdFileApi, MAX_IMAGE_IDS } from '../../../tiktok/index.js';
import type { ImageFact } from '../../rules/rule-context.js';
import { fieldsOf, type FactQuestion, type FactReader, type FoundFacts } from '../fact-reader.js';
import type { NamedThings } from '../named-things.js';

/** Reads the images of carousels, and the covers of videos. */
@Injectable()
export class ImageFacts implements FactReader {
  constructor(private readonly api: AdFileApi) {}

  fields({ images, covers }: NamedThings): string[] {
    return fieldsOf([...images, ...covers]);
  }

  async read({ caller, things: { images, covers } }: FactQuestion): Promise<FoundFacts> {
    const ids = [...new Set([...images, ...covers].map(({ id }) => id))];
    const found = new Map<string, ImageFact>();
    for (const batch of inBatches(ids, MAX_IMAGE_IDS))
      for (const image of await this.api.images(caller, batch))
        found.set(image.image_id ?? '', { forCarousel: image.is_carousel_usable ?? null });
    const facts = new Map(images.map(({ id }) => [id, found.get(id) ?? null]));
    // A frame that TikTok suggests as a cover works without being in the library.
    const open = covers
      .filter(({ id }) => !found.has(id))
      .map(({ id, field }) => ({ field, reason: coverText(id) }));
    return { facts: { images: facts }, open };
  }
}

function coverText(id: string): string {
  return (
    `The ad account's library has no image ${id}. TikTok takes it only if it is a cover that it suggested for this video; ` +
    'GET /api/ads/creatives lists them.'
  );
}
