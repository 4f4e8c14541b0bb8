import { Injectable } from '@nestjs/common';
import type { AdAccountRef } from '../../integrations/index.js';
import type { Unchecked } from '../facts/fact-reader.js';
import { AdObjectStore } from '../objects/ad-object.store.js';
import type { AdChange } from '../writes/ad-change.entity.js';
import { toDetailView } from './dto/ad-object.view.js';
import type { WrittenObjectView } from './dto/written-object.view.js';

/** Answers a write with the object that it has made. */
@Injectable()
export class WrittenObjects {
  constructor(private readonly store: AdObjectStore) {}

  /** @param unchecked fields that were sent without a check */
  async view(
    account: AdAccountRef,
    change: AdChange,
    unchecked: Unchecked[] = [],
  ): Promise<WrittenObjectView> {
    const { id: changeId, level, adopted, differences, objectId } = change;
    const id = objectId ?? '';
    const [row] = differences === null ? [] : await this.store.find(account.accountId, level, [id]);
    const object = row ? toDetailView(row, account.currency) : null;
    return { id, changeId, adopted, differences, object, unchecked };
  }
}
