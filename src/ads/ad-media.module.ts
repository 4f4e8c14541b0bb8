import { Global, Injectable, Module } from '@nestjs/common';
import { CreativeLibrary } from './creatives/creative-library.js';
import { CreativesModule } from './creatives/creatives.module.js';
import { AdMedia, type LibraryMedia } from './management/ad-media.js';

@Injectable()
class UploadedMedia extends AdMedia {
  constructor(private readonly library: CreativeLibrary) {
    super();
  }

  async ofUpload(uploadId: string, accountId: string): Promise<LibraryMedia> {
    const found = await this.library.require(uploadId, accountId);
    return 'imageId' in found ? { imageIds: [found.imageId] } : found;
  }

  ofPublication(publicationId: string, accountId: string): Promise<LibraryMedia | undefined> {
    return this.library.ofPublication({ publicationId, accountId });
  }
}

/** Hands the uploads of creatives to the creation of single ads. The two modules do not know each other. */
@Global()
@Module({
  imports: [CreativesModule],
  providers: [{ provide: AdMedia, useClass: UploadedMedia }],
  exports: [AdMedia],
})
export class AdMediaModule {}
