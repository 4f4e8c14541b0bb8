import { Injectable } from '@nestjs/common';
import { PublicationFiles, type PublicationFacts } from '../../content/index.js';
import { callerOf, IntegrationsService, type AdAccountRef } from '../../integrations/index.js';
import { IdentityApi, toHttpError, type AdIdentity } from '../../tiktok/index.js';
import type { AdDto } from '../spec/ad.dto.js';
import type { CreativeDto } from '../spec/creative.dto.js';
import type { LaunchBodyDto } from '../spec/launch-body.dto.js';
import { sourcesOf } from './creative-kind.js';
import type { PublicationFact } from './rule-context.js';

type Ad = Pick<AdDto, 'identity' | 'creative'>;

/** What is known about the publications of a body. Read once, and only as far as it is needed. */
interface Known {
  publications: ReadonlyMap<string, PublicationFacts>;
  usernames: ReadonlyMap<string, string>;
  identities: readonly AdIdentity[];
}

/**
 * Decides what becomes of a publication in an ad. If the ad's identity is the account that posted it, its public post
 * becomes the ad (Spark), and TikTok needs no code for an account's own posts. Otherwise its files are uploaded.
 */
@Injectable()
export class PublicationCreatives {
  constructor(
    private readonly files: PublicationFiles,
    private readonly integrations: IntegrationsService,
    private readonly api: IdentityApi,
  ) {}

  /**
   * @returns the launch with posts in the place of such publications, and facts about the others
   * @throws UnavailableError if TikTok does not answer which identities the account has
   */
  async ofLaunch<Body extends LaunchBodyDto>(
    body: Body,
    account: AdAccountRef,
  ): Promise<{ body: Body; publications: ReadonlyMap<string, PublicationFact> }> {
    const ads = body.adGroups.flatMap((group) => group.ads).filter(isOfPublication);
    if (ads.length === 0) return { body, publications: new Map() };
    const known = await this.know(ads, account);
    const adGroups = body.adGroups.map((group) => ({
      ...group,
      ads: group.ads.map((ad) => ({ ...ad, creative: resolved(ad, known) })),
    }));
    const uploads = adGroups.flatMap((group) => group.ads).filter(isOfPublication);
    return { body: { ...body, adGroups }, publications: factsOf(uploads, known) };
  }

  /** @returns the creative with the post in the place of such a publication; otherwise as it was given */
  async ofAd(ad: Ad, account: AdAccountRef): Promise<CreativeDto> {
    return isOfPublication(ad) ? resolved(ad, await this.know([ad], account)) : ad.creative;
  }

  private async know(ads: readonly Ad[], account: AdAccountRef): Promise<Known> {
    const publications = new Map<string, PublicationFacts>();
    for (const id of new Set(ads.flatMap(({ creative }) => creative.publicationId ?? []))) {
      const facts = await this.files.facts(id);
      if (facts) publications.set(id, facts);
    }
    const isAsked = ads.some(({ identity, creative }) => {
      const post = publications.get(creative.publicationId ?? '')?.postId ?? null;
      return post !== null && isLinked(identity.type);
    });
    if (!isAsked) return { publications, usernames: new Map(), identities: [] };
    const active = await this.integrations.active();
    const usernames = new Map(active.map(({ id, username }) => [id, username ?? '']));
    return { publications, usernames, identities: await this.identities(account) };
  }

  private async identities(account: AdAccountRef): Promise<AdIdentity[]> {
    try {
      return await this.api.list(callerOf(account, 'interactive'));
    } catch (error) {
      throw toHttpError(error);
    }
  }
}

function isOfPublication({ creative }: Ad): boolean {
  const [source, second] = sourcesOf(creative);
  return source === 'publicationId' && second === undefined;
}

function isLinked(type: string): boolean {
  return type === 'TT_USER' || type === 'BC_AUTH_TT';
}

function resolved(ad: Ad, known: Known): CreativeDto {
  const { publicationId, ...rest } = ad.creative;
  const facts = known.publications.get(publicationId ?? '');
  if (!isOfPublication(ad) || !facts?.postId || !mayShow(ad, facts, known)) return ad.creative;
  return { ...rest, postId: facts.postId, postType: facts.kind === 'photo' ? 'CAROUSEL' : 'VIDEO' };
}

/** A code allows nothing but a post. TikTok checks that it is this one. */
function mayShow({ identity }: Ad, { integrationId }: PublicationFacts, known: Known): boolean {
  if (identity.type === 'AUTH_CODE') return true;
  if (!isLinked(identity.type)) return false;
  const poster = known.usernames.get(integrationId)?.toLowerCase();
  const found = known.identities.find(
    (one) => one.identity_id === identity.id && one.identity_type === identity.type,
  );
  if (!poster || found?.username?.toLowerCase() !== poster) return false;
  return found.can_pull_video !== false && found.is_gpppa !== true;
}

function factsOf(ads: readonly Ad[], { publications }: Known): Map<string, PublicationFact> {
  const ids = ads.flatMap(({ creative }) => creative.publicationId ?? []);
  return new Map(ids.map((id) => [id, factOf(publications.get(id))]));
}

function factOf(facts: PublicationFacts | undefined): PublicationFact {
  if (!facts)
    return {
      kind: 'video',
      fileCount: 1,
      problem: 'Your organisation has no such publication. GET /api/publications lists them.',
    };
  const { kind, fileCount, hasFiles } = facts;
  if (hasFiles) return { kind, fileCount };
  return {
    kind,
    fileCount,
    problem:
      'The files of this publication are not on this server: they have not been uploaded yet, or were deleted after ' +
      'publishing. Advertise its public post with the identity of its account, or upload the files again.',
  };
}
