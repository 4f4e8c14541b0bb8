import { Injectable, Logger } from '@nestjs/common';
import { messageOf } from '../../common/index.js';
import { callerOf, type AdAccountRef } from '../../integrations/index.js';
import { IdentityApi, type Priority } from '../../tiktok/index.js';
import type { AccountFacts } from '../rules/rule-context.js';
import { withoutNulls } from '../rules/without-nulls.js';
import type { LaunchBody } from '../spec/launch-body.dto.js';
import type { FactQuestion, FactReader, FoundFacts, Unchecked } from './fact-reader.js';
import { IdentityLists } from './identity-lists.js';
import { namedThings } from './named-things.js';
import { patiently, reasonOf } from './patiently.js';
import { PublicationCreatives } from './publications/publication-creatives.js';
import { AppFacts } from './readers/app.facts.js';
import { AudienceFacts } from './readers/audience.facts.js';
import { IdentityFacts } from './readers/identity.facts.js';
import { ImageFacts } from './readers/image.facts.js';
import { LanguageFacts } from './readers/language.facts.js';
import { PixelFacts } from './readers/pixel.facts.js';
import { PlaceFacts } from './readers/place.facts.js';
import { PostFacts } from './readers/post.facts.js';
import { UploadFacts } from './readers/upload.facts.js';
import { VideoFacts } from './readers/video.facts.js';

/** What a body's publications become: to be decided now, or decided when the launch was accepted. */
export type Publications = 'decide' | 'decided';

/** What is known of an ad account, and what is not. */
export interface KnownFacts {
  /** Without nulls, and with posts in the place of publications that are advertised as such. */
  body: LaunchBody;
  facts: AccountFacts;
  /** In the order of the kinds of facts. */
  unchecked: Unchecked[];
}

/** Asks TikTok for everything that a launch names. What it does not answer is unchecked, and refuses nothing. */
@Injectable()
export class AccountFactFinder {
  private readonly logger = new Logger(AccountFactFinder.name);
  private readonly readers: readonly FactReader[];

  constructor(
    private readonly api: IdentityApi,
    private readonly publications: PublicationCreatives,
    identities: IdentityFacts,
    pixels: PixelFacts,
    apps: AppFacts,
    places: PlaceFacts,
    languages: LanguageFacts,
    audiences: AudienceFacts,
    videos: VideoFacts,
    images: ImageFacts,
    uploads: UploadFacts,
    posts: PostFacts,
  ) {
    this.readers = [identities, pixels, apps, places, languages, audiences, videos, images, uploads, posts];
  }

  async find(
    account: AdAccountRef,
    given: LaunchBody,
    priority: Priority,
    mode: Publications = 'decide',
  ): Promise<KnownFacts> {
    const caller = callerOf(account, priority);
    const identities = new IdentityLists(this.api, caller);
    const whole = withoutNulls(given);
    const { body, publications, openPublications, open } =
      mode === 'decide'
        ? await this.publications.decide(whole, identities)
        : await this.publications.asFiles(whole);
    const question = { account, caller, identities, body, things: namedThings(body) };
    const found = await Promise.all(this.readers.map((reader) => this.ask(reader, question)));
    const facts = Object.assign({}, ...found.map((one) => one.facts)) as AccountFacts;
    return {
      body,
      facts: { ...facts, publications, openPublications },
      unchecked: [...found.flatMap((one) => one.open ?? []), ...open],
    };
  }

  private async ask(reader: FactReader, question: FactQuestion): Promise<FoundFacts> {
    const fields = reader.fields(question.things);
    if (fields.length === 0) return { facts: {} };
    try {
      return await patiently(() => reader.read(question));
    } catch (error) {
      this.logger.warn(`${reader.constructor.name} could not be read: ${messageOf(error)}`);
      const reason = reasonOf(error);
      return { facts: {}, open: fields.map((field) => ({ field, reason })) };
    }
  }
}
