import type { CallExample, Page } from '../../../common/index.js';
import type { SocialVideoView } from './social-video.view.js';

export const VIDEOS: CallExample<never, Page<SocialVideoView>> = {
  summary: 'A video whose shares TikTok did not report',
  status: 200,
  answer: {
    items: [
      {
        videoId: '7713829442120707472',
        integrationId: '01a22ae3-55bc-74c1-be5c-2d0110e8eac4',
        caption: 'Spring collection #spring',
        shareUrl: 'https://www.tiktok.com/@acme.outdoor/video/7713829442120707472',
        coverUrl: null,
        durationSeconds: 15,
        mediaType: 'VIDEO',
        views: 12_480,
        likes: 931,
        comments: 57,
        shares: null,
        publishedAt: '2026-11-30T05:17:54.000Z',
        capturedAt: '2026-11-30T06:15:00.000Z',
        source: 'display_api',
        goneAt: null,
        goneReason: null,
      },
    ],
  },
};
