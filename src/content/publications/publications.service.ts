import { Injectable } from '@nestjs/common';
import { OrgContext } from '../../database/index.js';
import { findWithMedia } from '../post/find-with-media.js';
import { unknownPublication, validId } from './publication-id.js';
import { Publication } from '../post/publication.entity.js';

/** The publications of an organisation. */
@Injectable()
export class PublicationsService {
  constructor(private readonly orgContext: OrgContext) {}

  /** @throws NotFoundError, also for another organisation's */
  async get(publishId: string): Promise<Publication> {
    const id = validId(publishId);
    const found = await this.orgContext.transaction((em) => findWithMedia(em, id));
    if (!found) throw unknownPublication();
    return found;
  }
}
