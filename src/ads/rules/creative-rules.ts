import { when, type Complaint } from './complaint.js';
import { isPost, SOURCES, sourcesOf } from './creative-kind.js';
import { appearsOnTikTok } from './placement-rules.js';
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

function sourceRules({ ad, adAt }: AdSite): Complaint[] {
  const { creative } = ad;
  const [first, second] = sourcesOf(creative);
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
  const { imageIds, musicId, uploadId } = ad.creative;
  if (imageIds === undefined)
    return when(
      musicId !== undefined && uploadId === undefined,
      adAt('creative.musicId'),
      'music_not_allowed',
      'musicId belongs to a carousel of images. Leave it out.',
      null,
    );
  const single = imageIds.length === 1 && !appearsOnTikTok(site);
  const takers = OBJECTIVE_TABLE.filter(({ carousel }) => carousel).map(({ objective }) => objective);
  return [
    ...when(
      imageIds.length < 1 || imageIds.length > MOST_IMAGES,
      adAt('creative.imageIds'),
      'image_count_out_of_range',
      `A carousel has 1 to ${MOST_IMAGES} images; this one has ${imageIds.length}.`,
    ),
    ...when(
      musicId === undefined && !single,
      adAt('creative.musicId'),
      'music_missing',
      'A carousel on TikTok needs music. GET /api/ads/tools/music lists tracks; set one in musicId.',
    ),
    ...when(
      !single && objectiveRow(campaign.objective) && !takers.includes(campaign.objective),
      adAt('creative.imageIds'),
      'carousel_not_for_objective',
      `TikTok takes carousels for ${takers.join(', ')}, not for ${campaign.objective}. Use a video or a post.`,
    ),
  ];
}

function textRules({ ad, adAt }: AdSite): Complaint[] {
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
    return when(true, field, 'text_missing', 'An ad needs a text of 1 to 100 characters. Set one.');
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
