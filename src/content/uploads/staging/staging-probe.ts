import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../common/index.js';
import { StagingStore } from '../staging-store.js';

/** For the doctor: whether bytes can be staged, read and removed right now. */
@Injectable()
export class StagingProbe {
  constructor(private readonly store: StagingStore) {}

  /** @throws whatever the store says */
  async probe(): Promise<void> {
    const name = newId();
    const bytes = Buffer.from('doctor');
    await this.store.write(name, [bytes]);
    try {
      const read = await buffer(this.store.read(name, 0, bytes.length - 1));
      if (!read.equals(bytes)) throw new Error('the bytes that were read are not those that were written');
    } finally {
      await this.store.remove(name);
    }
  }
}
