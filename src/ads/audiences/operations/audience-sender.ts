import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/index.js';
import type { AdAccountRef } from '../../../integrations/index.js';
import {
  AudienceApi,
  MAX_SEGMENT_ROWS,
  SegmentApi,
  TikTokApiError,
  type AdCaller,
  type AudienceUpdate,
} from '../../../tiktok/index.js';
import { AudienceStore } from '../audience-store.js';
import type { AudienceUpload } from '../audience-upload.entity.js';
import type { Audience } from '../audience.entity.js';
import { segmentColumn } from '../staging/hashed-columns.js';
import { HashedFiles } from '../staging/hashed-files.js';
import { hashedRows } from '../staging/hashed-rows.js';
import { AudiencePlacements, type PlacementOrder } from './audience-placements.js';

// The audience does not exist: a delete has nothing to do.
const NOT_FOUND = '40007';

/** An operation, its audience, and whose token its calls use. */
export interface Operation {
  readonly upload: AudienceUpload;
  readonly audience: Audience;
  readonly account: AdAccountRef;
  readonly caller: AdCaller;
  /** Fails if another process has taken the operation over. */
  readonly assertHeld: () => Promise<void>;
}

/** Sends an operation to TikTok. Every method sends its mutation once. */
@Injectable()
export class AudienceSender {
  constructor(
    private readonly api: AudienceApi,
    private readonly segments: SegmentApi,
    private readonly files: HashedFiles,
    private readonly store: AudienceStore,
    private readonly placements: AudiencePlacements,
    private readonly clock: Clock,
  ) {}

  /** Uploads the parts that TikTok does not have yet. Nothing changes there before an audience names them. */
  async uploadParts({ upload, audience, caller, assertHeld }: Operation): Promise<void> {
    if (audience.kind === 'segment') return;
    const parts = [...(upload.parts ?? [])];
    for (const [index, part] of parts.entries()) {
      if (part.path !== undefined) continue;
      await assertHeld();
      const file = {
        name: part.name,
        sizeBytes: part.bytes,
        open: () => this.files.open(upload.id, part.name),
      };
      parts[index] = { ...part, path: await this.api.uploadFile(caller, file, part.md5) };
      await this.store.setUpload(upload, { parts: [...parts] });
    }
  }

  /** Does what the operation is for. */
  async send(operation: Operation): Promise<void> {
    const { upload, audience } = operation;
    switch (upload.action) {
      case 'append':
      case 'replace':
      case 'remove':
        return audience.kind === 'segment' ? await this.stream(operation) : await this.change(operation);
      case 'lookalike':
        return await this.lookalike(operation);
      case 'apply':
        return await this.placements.place(placementOf(operation));
      case 'delete':
        return await this.delete(operation);
    }
  }

  private async change({ upload, audience, caller }: Operation): Promise<void> {
    const paths = (upload.parts ?? []).flatMap(({ path }) => path ?? []);
    if (audience.tiktokId !== null) {
      const action = upload.action.toUpperCase() as AudienceUpdate;
      return await this.api.update(caller, audience.tiktokId, action, paths);
    }
    const tiktokId = await this.api.create(caller, {
      custom_audience_name: audience.name,
      file_paths: paths,
      ...(audience.retentionDays !== null && { retention_in_days: audience.retentionDays }),
    });
    await this.created(audience, tiktokId);
  }

  private async lookalike({ audience, caller }: Operation): Promise<void> {
    if (!audience.lookalike) throw new Error('a lookalike without its source');
    await this.created(audience, await this.api.createLookalike(caller, audience.name, audience.lookalike));
  }

  /** Streams rows into a segment. What was sent is saved after each call; a repeated call changes nothing. */
  private async stream({ upload, audience, caller, assertHeld }: Operation): Promise<void> {
    if (audience.tiktokId === null) {
      await this.created(audience, await this.segments.create(caller, audience.name));
    }
    const schema = (upload.kinds ?? []).map((kind) => segmentColumn(kind) ?? '');
    const action = upload.action === 'remove' ? 'delete' : 'add';
    const sent = Number(upload.rowsSent);
    let seen = 0;
    for (const { name } of upload.parts ?? [])
      for await (const rows of hashedRows(this.files.open(upload.id, name), MAX_SEGMENT_ROWS)) {
        seen += rows.length;
        if (seen <= sent) continue;
        await assertHeld();
        await this.segments.map(caller, idOf(audience), action, schema, rows);
        await this.store.setUpload(upload, { rowsSent: String(seen) });
      }
  }

  private async delete({ audience, caller }: Operation): Promise<void> {
    if (audience.tiktokId !== null) {
      const api = audience.kind === 'segment' ? this.segments : this.api;
      await api.delete(caller, audience.tiktokId).catch((error: unknown) => {
        if (!(error instanceof TikTokApiError && error.code === NOT_FOUND)) throw error;
      });
    }
    await this.store.setAudience(audience, { deletedAt: this.clock.now() });
  }

  private async created(audience: Audience, tiktokId: string | undefined): Promise<void> {
    if (tiktokId === undefined) throw new AnswerWithoutIdError();
    await this.store.setAudience(audience, { tiktokId });
  }
}

/** TikTok said yes, and not to what: the audience is looked up. */
export class AnswerWithoutIdError extends Error {
  constructor() {
    super('TikTok sent no id for the new audience');
    this.name = 'AnswerWithoutIdError';
  }
}

export function placementOf({ account, upload, audience, assertHeld }: Operation): PlacementOrder {
  return { account, upload, audienceId: idOf(audience), assertHeld };
}

function idOf({ tiktokId }: Audience): string {
  if (tiktokId === null) throw new Error('the audience is not at TikTok yet');
  return tiktokId;
}
