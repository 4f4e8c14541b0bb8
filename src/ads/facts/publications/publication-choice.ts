import type { PublicationFacts } from '../../../content/index.js';
import type { AdIdentity } from '../../../tiktok/index.js';
import { sourcesOf } from '../../rules/creative-kind.js';
import type { PublicationFact } from '../../rules/rule-context.js';
import type { AdDto } from '../../spec/ad.dto.js';
import type { CreativeDto } from '../../spec/creative.dto.js';
import { kindKey } from '../identity-lists.js';

export type PublicationAd = Pick<AdDto, 'identity' | 'creative'>;

/** What is known about the publications of a body. */
export interface KnownPublications {
  publications: ReadonlyMap<string, PublicationFacts>;
  /** By integration. */
  usernames: ReadonlyMap<string, string>;
  /** By kind. A text: why TikTok has not listed them. */
  identities: ReadonlyMap<string, readonly AdIdentity[] | string>;
}

/** What an ad shows of a publication: its public post, its files, or one of the two. */
export type PublicationChoice = 'post' | 'files' | { open: string };

/**
 * Chooses what becomes of a publication in an ad. If the ad's identity is the account that posted it, its public post becomes
 * the ad (Spark), and TikTok needs no code for an account's own posts. Otherwise its files are uploaded.
 */
export function choiceFor(ad: PublicationAd, known: KnownPublications): PublicationChoice {
  const { identity } = ad;
  const facts = factsFor(ad, known);
  if (!facts?.postId) return 'files';
  // A code allows nothing but a post. TikTok checks that it is this one.
  if (identity.type === 'AUTH_CODE') return 'post';
  if (!ownsPosts(identity)) return 'files';
  const listed = known.identities.get(kindKey(identity)) ?? [];
  if (typeof listed === 'string') return { open: listed };
  const poster = known.usernames.get(facts.integrationId)?.toLowerCase();
  const found = listed.find((one) => one.identity_id === identity.id && one.identity_type === identity.type);
  if (!poster || found?.username?.toLowerCase() !== poster) return 'files';
  return found.can_pull_video !== false && found.is_gpppa !== true ? 'post' : 'files';
}

/** True for the identities that are accounts with posts. */
export function ownsPosts({ type }: { type: string }): boolean {
  return type === 'TT_USER' || type === 'BC_AUTH_TT';
}

export function isOfPublication({ creative }: Pick<PublicationAd, 'creative'>): boolean {
  const [source, second] = sourcesOf(creative);
  return source === 'publicationId' && second === undefined;
}

export function factsFor(
  { creative }: Pick<PublicationAd, 'creative'>,
  { publications }: Pick<KnownPublications, 'publications'>,
): PublicationFacts | undefined {
  return publications.get(creative.publicationId ?? '');
}

/** Puts the post in the place of its publication. */
export function asPost(creative: CreativeDto, { kind, postId }: PublicationFacts): CreativeDto {
  const { publicationId: _, ...rest } = creative;
  return { ...rest, ...(postId !== null && { postId }), postType: kind === 'photo' ? 'CAROUSEL' : 'VIDEO' };
}

/** Describes the files of a publication to the rules. */
export function fileFact(facts: PublicationFacts | undefined): PublicationFact {
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
