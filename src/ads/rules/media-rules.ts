import { when, type Complaint } from './complaint.js';
import { appearsOnTikTok } from './placement-rules.js';
import type { AdRule, AdSite } from './site.js';

/** Checks that the ad account has the media of an ad, and that TikTok can show them. */
export const mediaRules: AdRule = (site) => [...videoRules(site), ...imageRules(site), ...uploadRules(site)];

function videoRules({ ad, adAt, context }: AdSite): Complaint[] {
  const { videoId } = ad.creative;
  const video = context.account?.videos?.get(videoId ?? '');
  const field = adAt('creative.videoId');
  return [
    ...when(
      video === null,
      field,
      'video_unknown',
      `The ad account has no video ${videoId}. GET /api/ads/creatives lists your uploads; media belong to one ad account.`,
    ),
    ...when(
      video?.ready === false,
      field,
      'video_not_ready',
      `TikTok is still processing the video ${videoId}. Wait a few minutes, or upload it with POST /api/ads/creatives/videos: ` +
        'a launch with its uploadId waits.',
    ),
  ];
}

function imageRules(site: AdSite): Complaint[] {
  const { ad, adAt, context } = site;
  // Outside of TikTok one image is an ad of its own.
  const isSingle = ad.creative.imageIds?.length === 1 && !appearsOnTikTok(site);
  const field = adAt('creative.imageIds');
  return (ad.creative.imageIds ?? []).flatMap((id) => {
    const image = context.account?.images?.get(id);
    return when(
      image === null,
      field,
      'image_unknown',
      `The ad account has no image ${id}. GET /api/ads/creatives lists your uploads; media belong to one ad account.`,
    ).concat(
      when(
        image?.forCarousel === false && !isSingle,
        field,
        'image_not_for_carousel',
        `TikTok does not take the image ${id} for a carousel. Upload a JPG or PNG of at most 1242 × 2340 pixels.`,
      ),
    );
  });
}

function uploadRules({ ad, adAt, context }: AdSite): Complaint[] {
  const { uploadId } = ad.creative;
  const upload = context.account?.uploads?.get(uploadId ?? '');
  const field = adAt('creative.uploadId');
  const other = upload?.otherAccountId;
  return [
    ...when(
      upload === null,
      field,
      'upload_unknown',
      `Your organisation has no upload ${uploadId}. GET /api/ads/creatives lists them.`,
    ),
    ...when(
      other,
      field,
      'upload_of_other_account',
      `The upload belongs to the ad account ${other}, and media belong to one account. Upload the file to this ` +
        'account, too.',
    ),
    ...when(
      !other && upload?.failure,
      field,
      'upload_failed',
      `The upload has failed: ${upload?.failure} Upload another file.`,
    ),
  ];
}
