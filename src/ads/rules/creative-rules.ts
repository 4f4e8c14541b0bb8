import type { AdDto } from '../spec/ad.dto.js';
import { when, type Complaint } from './complaint.js';
import { isPost, SOURCES, sourcesOf } from './creative-kind.js';
import { appearsOnTikTok } from './placement-rules.js';
import { publicationKey, type PublicationFact, type RuleContext } from './rule-context.js';
import type { AdRule, AdSite } from './site.js';
import { OBJECTIVE_TABLE, objectiveRow } from './tables/objective-table.js';
import { cutToWidth, hasEmoji, widthOf, withoutEmoji } from './text-width.js';

const MOST_IMAGES = 35;
const MOST_TEXT = 100;

/** Checks what an ad shows: its media and its text. */
export const creativeRules: AdRule = (site) => [
  ...sourceRules(site),
  ...carouselRules(site),
  ...textRules(site),
];

function sourceRules(site: AdSite): Complaint[] {
  const { ad, adAt } = site;
  const { creative } = ad;
  const [first, second] = sourcesOf(creative);
  const problem = publicationOf(site)?.problem;
  const ofVideo = creative.videoId !== undefined;
  return [
    ...when(
      first === undefined,
      adAt('creative'),
      'creative_missing',
      `An ad shows one of ${SOURCES.join(', ')}. Set one of them.`,
    ),
    ...when(
      second !== undefined,
      adAt(`creative.${second ?? ''}`),
      'creative_ambiguous',
      `An ad shows one of ${SOURCES.join(', ')}. Leave ${second} out, or ${first}.`,
      null,
    ),
    ...when(
      second === undefined && problem,
      adAt('creative.publicationId'),
      'publication_unusable',
      problem ?? '',
    ),
    ...when(
      ofVideo && creative.coverImageId === undefined,
      adAt('creative.coverImageId'),
      'cover_missing',
      'A video needs a cover. Set the image in coverImageId, or upload the video with POST /api/ads/creatives/videos, which ' +
        'suggests covers.',
    ),
    ...when(
      !ofVideo && creative.coverImageId !== undefined && creative.uploadId === undefined,
      adAt('creative.coverImageId'),
      'cover_not_allowed',
      'coverImageId belongs to a video. Leave it out.',
      null,
    ),
  ];
}

function carouselRules(site: AdSite): Complaint[] {
  const { ad, adAt, campaign } = site;
  const { musicId, postId } = ad.creative;
  const images = carouselOf(site);
  if (!images)
    return when(
      musicId !== undefined && !mayBeImages(site),
      adAt('creative.musicId'),
      'music_not_allowed',
      'musicId belongs to a carousel of images. Leave it out.',
      null,
    );
  const { field, count } = images;
  const single = count === 1 && !appearsOnTikTok(site);
  const takers = OBJECTIVE_TABLE.filter(({ carousel }) => carousel).map(({ objective }) => objective);
  return [
    ...when(
      musicId !== undefined && postId !== undefined,
      adAt('creative.musicId'),
      'music_not_allowed',
      'A post brings its own music. Leave musicId out.',
      null,
    ),
    ...when(
      count < 1 || count > MOST_IMAGES,
      adAt(field),
      'image_count_out_of_range',
      `A carousel has 1 to ${MOST_IMAGES} images; this one has ${count}.`,
    ),
    ...when(
      musicId === undefined && !single && postId === undefined,
      adAt('creative.musicId'),
      'music_missing',
      'A carousel on TikTok needs music. GET /api/ads/tools/music lists tracks; set one in musicId.',
    ),
    ...when(
      !single && objectiveRow(campaign.objective) && !takers.includes(campaign.objective),
      adAt(field),
      'carousel_not_for_objective',
      `TikTok takes carousels for ${takers.join(', ')}, not for ${campaign.objective}. Use a video or a post.`,
    ),
  ];
}

/** The images of a carousel: given ones, the photos of a publication, or those of a post, which has its own music. */
function carouselOf(site: AdSite): { field: string; count: number } | undefined {
  const { imageIds, postId, postType } = site.ad.creative;
  if (imageIds) return { field: 'creative.imageIds', count: imageIds.length };
  if (postId !== undefined && postType === 'CAROUSEL') return { field: 'creative.postId', count: 2 };
  const publication = publicationOf(site);
  if (publication?.kind !== 'photo') return undefined;
  return { field: 'creative.publicationId', count: publication.fileCount };
}

/** The kind of an upload is not known here, and that of a publication only from the context. */
function mayBeImages({ ad, context }: AdSite): boolean {
  const { uploadId, publicationId } = ad.creative;
  if (uploadId !== undefined) return true;
  return publicationId !== undefined && (!context.account?.publications || isOpen(ad, context));
}

/** True if it is not known whether the publication becomes a post or an upload. */
function isOpen({ creative, identity }: AdDto, { account }: RuleContext): boolean {
  return account?.openPublications?.has(publicationKey(creative.publicationId ?? '', identity)) === true;
}

function publicationOf({ ad, context }: AdSite): PublicationFact | undefined {
  if (isOpen(ad, context)) return undefined;
  return context.account?.publications?.get(ad.creative.publicationId ?? '');
}

function textRules({ ad, adAt, context }: AdSite): Complaint[] {
  const { text } = ad;
  const field = adAt('text');
  if (isPost(ad))
    return when(
      text !== undefined,
      field,
      'text_not_for_post',
      'The ad of a post (Spark) shows the caption of the post. Leave the text out.',
      null,
    );
  if (text === undefined || text.trim() === '')
    return when(
      // As a post it takes none.
      !isOpen(ad, context),
      field,
      'text_missing',
      'An ad needs a text of 1 to 100 characters. Set one.',
    );
  const clean = cutToWidth(withoutEmoji(text), MOST_TEXT).trim();
  const suggestion = clean === '' ? undefined : clean;
  return [
    ...when(
      widthOf(text) > MOST_TEXT,
      field,
      'text_too_long',
      `The text has at most ${MOST_TEXT} characters, and full-width ones count twice; this one has ${widthOf(text)}.`,
      suggestion,
    ),
    ...when(
      hasEmoji(text),
      field,
      'text_has_emoji',
      'TikTok takes no emoji in the text of an ad. Remove them.',
      suggestion,
    ),
  ];
}
