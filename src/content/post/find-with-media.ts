import type { EntityManager } from 'typeorm';
import { Publication } from './publication.entity.js';

/** A publication with its files, in their order. */
export async function findWithMedia(em: EntityManager, id: string): Promise<Publication | null> {
  return await em.getRepository(Publication).findOne({
    where: { id },
    relations: { media: true },
    order: { media: { position: 'ASC' } },
  });
}
