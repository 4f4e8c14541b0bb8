import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { DomainError, messageOf } from '../../common/index.js';
import { callerOf, type AdAccountRef } from '../../integrations/index.js';
import { retryAfterSeconds, toHttpError, type Priority } from '../../tiktok/index.js';
import type { AccountFacts } from '../rules/rule-context.js';
import { withoutNulls } from '../rules/without-nulls.js';
import type { LaunchBody } from '../spec/launch-body.dto.js';
import {
  CutListError,
  type FactQuestion,
  type FactReader,
  type FoundFacts,
  type Unchecked,
} from './fact-reader.js';
import { namedThings } from './named-things.js';
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

const LONGEST_PAUSE_SECONDS = 2;
const MOST_ATTEMPTS = 3;

/** What is known of an ad account, and what is not. */
export interface KnownFacts {
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

  async find(account: AdAccountRef, given: LaunchBody, priority: Priority): Promise<KnownFacts> {
    const body = withoutNulls(given);
    const question = { account, caller: callerOf(account, priority), body, things: namedThings(body) };
    const found = await Promise.all(this.readers.map((reader) => this.ask(reader, question)));
    return {
      facts: Object.assign({}, ...found.map(({ facts }) => facts)) as AccountFacts,
      unchecked: found.flatMap(({ open = [] }) => open),
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

/** A check asks several things at once, so that it may meet the limit of calls in a second. */
async function patiently<T>(read: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await read();
    } catch (error) {
      const cause = error instanceof DomainError ? error.cause : error;
      const seconds = retryAfterSeconds(cause);
      if (seconds === undefined || seconds > LONGEST_PAUSE_SECONDS || attempt === MOST_ATTEMPTS) throw error;
      await sleep(seconds * 1000);
    }
  }
}

/** @throws errors of ours */
function reasonOf(error: unknown): string {
  if (error instanceof CutListError) return error.message;
  const known = toHttpError(error);
  if (known instanceof DomainError) return known.message;
  throw error;
}
