import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { MediaStore, MediaUses } from './media-store.js';

/** Binds the store of files that another module has. */
@Module({})
export class InboxFilesModule {
  static forRoot(files: {
    module: Type<unknown>;
    store: Type<MediaStore> | (abstract new () => MediaStore);
    uses: Type<MediaUses>;
  }): DynamicModule {
    return {
      module: InboxFilesModule,
      global: true,
      imports: [files.module],
      providers: [
        { provide: MediaStore, useExisting: files.store },
        { provide: MediaUses, useExisting: files.uses },
      ],
      exports: [MediaStore, MediaUses],
    };
  }
}
