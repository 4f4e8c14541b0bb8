import { Injectable } from '@nestjs/common';
import { AudienceApi, fromWireTime, MAX_SEGMENT_NAME } from '../../../tiktok/index.js';
import { AudienceStore } from '../audience-store.js';
import type { Audience } from '../audience.entity.js';
import { AudiencePlacements } from './audience-placements.js';
import { placementOf, type Operation } from './audience-sender.js';

// TikTok's clock may be behind ours.
const CLOCK_SKEW_MS = 60_000;

/** Finds out whether an operation took effect whose answer was lost. */
@Injectable()
export class AudienceLookup {
  constructor(
    private readonly api: AudienceApi,
    private readonly store: AudienceStore,
    private readonly placements: AudiencePlacements,
  ) {}

  /** @returns true if TikTok has it; a new audience is then adopted */
  async tookEffect(operation: Operation): Promise<boolean> {
    const { upload, audience } = operation;
    if (upload.action === 'apply') return await this.placements.isPlaced(placementOf(operation));
    if (audience.tiktokId === null) return upload.action === 'delete' || (await this.adopt(operation));
    if (upload.action === 'delete') return await this.isGone(operation);
    // Rows of a segment may be sent twice: adding a customer again changes nothing.
    if (audience.kind === 'segment') return false;
    return upload.action === 'lookalike' || (await this.isUpdated(operation));
  }

  /** A new audience is known by its name and the time of its creation. */
  private async adopt({ upload, audience, caller }: Operation): Promise<boolean> {
    const known = await this.store.knownIds(audience.accountId);
    for await (const { audience_id: id, name, create_time: createdAt } of this.api.all(caller)) {
      if (name !== nameAtTikTok(audience) || known.has(id) || !isSince(createdAt, upload.sentAt)) continue;
      await this.store.setAudience(audience, { tiktokId: id });
      // A segment is only made now; its rows are still to be sent.
      return audience.kind !== 'segment';
    }
    return false;
  }

  private async isUpdated({ upload, audience, caller }: Operation): Promise<boolean> {
    const [state] = await this.api.get(caller, [audience.tiktokId ?? '']);
    return (state?.audience_history ?? []).some(
      ({ action, editor, opt_time: at }) =>
        action !== 'create' && editor === 'open_api' && isSince(at, upload.sentAt, 1000),
    );
  }

  private async isGone({ audience, caller }: Operation): Promise<boolean> {
    return (await this.api.get(caller, [audience.tiktokId ?? ''])).length === 0;
  }
}

function nameAtTikTok({ kind, name }: Audience): string {
  if (kind !== 'segment' || name.length <= MAX_SEGMENT_NAME) return name;
  return `${name.slice(0, MAX_SEGMENT_NAME - 3)}...`;
}

function isSince(text: string | undefined, since: Date | null, skewMs = CLOCK_SKEW_MS): boolean {
  const at = fromWireTime(text);
  return at !== null && since !== null && at.getTime() >= since.getTime() - skewMs;
}
