import { Injectable } from '@nestjs/common';
import { OrgContext } from '../../../database/index.js';
import { PublicationMedia } from '../../post/publication-media.entity.js';
import type { Publication } from '../../post/publication.entity.js';
import { MediaFactsReader } from './media-facts-reader.js';

/** Reads facts that could not be read when the file was uploaded. */
@Injectable()
export class MissingFacts {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly reader: MediaFactsReader,
  ) {}

  /** Updates the facts in the database and in the given publication. */
  async fill({ media }: Publication): Promise<void> {
    await Promise.all(media.filter(({ facts }) => facts === null).map((file) => this.fillOne(file)));
  }

  private async fillOne(file: PublicationMedia): Promise<void> {
    const { id, stagedFile: name, sizeBytes, mediaType } = file;
    if (name === null || sizeBytes === null || mediaType === null) return;
    file.facts = await this.reader.read({ name, sizeBytes, mediaType });
    if (file.facts === null) return;
    const { facts } = file;
    await this.orgContext.transaction((em) => em.getRepository(PublicationMedia).update({ id }, { facts }));
  }
}
