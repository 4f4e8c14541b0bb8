import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../common/index.js';
import { StagingStore } from './staging-store.js';

/** Checks for the doctor that files can be written, read and removed. */
@Injectable()
export class StagingProbe {
  constructor(private readonly store: StagingStore) {}

  /** @throws what the store throws */
  async probe(): Promise<void> {
    const name = newId();
    const bytes = Buffer.from('doctor');
    await this.store.write(name, [bytes]);
    try {
      const read = await buffer(this.store.read(name, 0, bytes.length - 1));
      if (!read.equals(bytes)) throw new Error('read other bytes than were written');
    } finally {
      await this.store.remove(name);
    }
  }
}
