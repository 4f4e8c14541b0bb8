import { Injectable } from '@nestjs/common';
import pLimit from 'p-limit';
import { PostOwners, PublicationWebhook } from '../../content/index.js';
import type { IntegrationRef } from '../../integrations/index.js';
import { VideoEvents } from '../../sync/index.js';
import type { IncomingEvent } from '../incoming-event.js';
import { OnWebhook, type Handled } from '../on-webhook.js';

// Each status update occupies a database connection, and API requests need some, too.
const CONCURRENCY = 6;

/** Applies status updates of posts to publications, and to the stored videos. */
@Injectable()
export class PostEventsHandler {
  private readonly limit = pLimit(CONCURRENCY);

  constructor(
    private readonly publications: PublicationWebhook,
    private readonly owners: PostOwners,
    private readonly videos: VideoEvents,
  ) {}

  @OnWebhook('post.publish.*')
  postChanged(event: IncomingEvent, recipients: readonly IntegrationRef[]): Promise<Handled> {
    return this.limit(async () => {
      const handled = await this.apply(event);
      if (handled.kind === 'early') return handled;
      const { event: name, content, eventTime } = event;
      const concernsVideo = await this.videos.accept(recipients, name, content, eventTime);
      return concernsVideo && recipients.length > 0 ? { kind: 'done' } : handled;
    });
  }

  /** A post of an older share kit of another app: the new video is soon in the list of videos. */
  @OnWebhook('video.publish.completed')
  async sharedElsewhere(_event: IncomingEvent, recipients: readonly IntegrationRef[]): Promise<Handled> {
    await this.videos.posted(recipients);
    return recipients.length > 0 ? { kind: 'done' } : { kind: 'unused', reason: null };
  }

  private async apply({ event, content, eventTime }: IncomingEvent): Promise<Handled> {
    if (await this.publications.accept(event, content, eventTime)) return { kind: 'done' };
    const { publish_id: publishId } = content;
    if (typeof publishId !== 'string') return { kind: 'unused', reason: 'The event has no publish_id.' };
    // The publish_id is saved a moment after TikTok has sent it.
    return (await this.owners.knows(publishId))
      ? { kind: 'unused', reason: null }
      : { kind: 'early', missing: 'publication' };
  }
}
