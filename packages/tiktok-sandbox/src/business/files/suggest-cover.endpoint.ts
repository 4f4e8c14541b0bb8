import { BusinessError } from '../wire/business-error.js';
import { advertiserEndpoint } from '../wire/endpoint.js';
import { imageFileId } from './file-ids.js';
import { fileUrl, IMAGE_URL_SECONDS } from './file-url.js';

const MOST_POSTERS = 10;

/** Frames of a video that may serve as its cover; each `id` works as an image id from then on. */
export const suggestCover = advertiserEndpoint({
  method: 'GET',
  path: '/file/video/suggestcover/',
  handle({ params, state, tables, advertiser, origin, now }) {
    const id = params.requireText('video_id');
    const count = params.whole('poster_number', { min: 1, max: MOST_POSTERS }) ?? MOST_POSTERS;
    const video = tables.videoFiles.getOf(advertiser.id, id);
    if (!video) throw new BusinessError(40_053, `video_id: Video ${id} does not exist.`);
    if (video.readyAt > now) throw new BusinessError(40_901, `video_id: Video ${id} is being transcoded.`);
    const expires = Math.floor(now / 1000) + IMAGE_URL_SECONDS;
    return {
      list: Array.from({ length: count }, (_, frame) => {
        const imageId = imageFileId(`${video.id}/frame/${frame}`);
        if (!tables.imageFiles.getOf(advertiser.id, imageId))
          tables.imageFiles.add({
            id: imageId,
            advertiserId: advertiser.id,
            fileName: `${video.fileName} frame ${frame}`,
            materialId: state.ids.next(now),
            bytes: 80_000,
            md5: imageId.slice(-32),
            format: 'jpeg',
            width: video.width,
            height: video.height,
            createdAt: now,
            modifiedAt: now,
          });
        return {
          id: imageId,
          width: video.width,
          height: video.height,
          url: fileUrl(origin, imageId, expires),
        };
      }),
    };
  },
});
