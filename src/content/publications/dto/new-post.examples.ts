import type { CallExample } from '../../../common/index.js';
import type { InitPhotoUploadAnswer, InitPhotoUploadDto } from './init-photo-upload.dto.js';
import type { InitVideoUploadAnswer, InitVideoUploadDto } from './init-video-upload.dto.js';

export const VIDEO_ID = '01a22ae3-564e-74d0-8683-dcbf1f1258cc';
export const PHOTOS_ID = '01a22ae3-ad8f-7013-ac85-a68a633ab08c';

const UPLOADS = 'https://connector.example/uploads';
const SIGNED = 'org=acme&expires=1796019493&signature=58VL5FGSmxmc2-MXLZ4ELs8gquGaoIiMZevV4WylBgI';

const linkTo = (mediaId: string) => `${UPLOADS}/${mediaId}?${SIGNED}`;
const tusLinkTo = (mediaId: string) => `${UPLOADS}/${mediaId}/tus?${SIGNED}`;

const VIDEO_FILE = '01a22ae3-ad6c-70fd-9b9b-01fcdcb9996d';
const PHOTO_FILES = ['01a22ae3-ad8f-7013-ac85-aa7255e24f0c', '01a22ae3-ad8f-7013-ac85-afe4a4afe706'];

export const PUBLIC_VIDEO: CallExample<InitVideoUploadDto, InitVideoUploadAnswer> = {
  summary: 'A public video that you upload',
  request: {
    title: 'New drop',
    caption: 'Spring collection #spring',
    privacyLevel: 'PUBLIC_TO_EVERYONE',
    allowComment: true,
  },
  status: 200,
  answer: {
    publishId: VIDEO_ID,
    status: 'awaiting_upload',
    uploadUrl: linkTo(VIDEO_FILE),
    tusUrl: tusLinkTo(VIDEO_FILE),
  },
};

export const PULLED_VIDEO: CallExample<InitVideoUploadDto, InitVideoUploadAnswer> = {
  summary: 'A paid partnership that TikTok fetches from your address',
  request: {
    title: 'Tent review',
    caption: 'A week in the new tent #camping',
    privacyLevel: 'PUBLIC_TO_EVERYONE',
    commercialDisclosure: true,
    brandedContent: true,
    videoUrl: 'https://media.acme.example/tent.mp4',
  },
  status: 200,
  answer: { publishId: VIDEO_ID, status: 'ready' },
};

export const VIDEO_DRAFT: CallExample<InitVideoUploadDto, InitVideoUploadAnswer> = {
  summary: 'A draft, which the creator finishes in the app',
  request: { title: 'New drop', mode: 'draft' },
  status: 200,
  answer: PUBLIC_VIDEO.answer,
};

export const TWO_PHOTOS: CallExample<InitPhotoUploadDto, InitPhotoUploadAnswer> = {
  summary: 'Two photos, the second one as the cover',
  request: {
    title: 'Spring looks',
    caption: 'Which one? #spring',
    privacyLevel: 'PUBLIC_TO_EVERYONE',
    photoCount: 2,
    coverIndex: 1,
  },
  status: 200,
  answer: {
    publishId: PHOTOS_ID,
    status: 'awaiting_upload',
    uploadUrls: PHOTO_FILES.map(linkTo),
    tusUrls: PHOTO_FILES.map(tusLinkTo),
  },
};
