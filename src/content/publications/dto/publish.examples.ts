import type { CallExample, Page } from '../../../common/index.js';
import { PHOTOS_ID, VIDEO_ID } from './new-post.examples.js';
import type { PublicationView, PublishAnswer } from './publication.view.js';
import type { PublishDto } from './publish.dto.js';

const NOT_SCHEDULED = { publishAt: null, timeZone: null, goesAt: null, waitsFor: null };

const now = (publishId: string): CallExample<PublishDto, PublishAnswer> => ({
  summary: 'At once',
  request: { publishId },
  status: 202,
  answer: { publishId, status: 'publishing', ...NOT_SCHEDULED },
});

export const PUBLISH_VIDEO_NOW = now(VIDEO_ID);
export const PUBLISH_PHOTOS_NOW = now(PHOTOS_ID);

export const PUBLISH_VIDEO_LATER: CallExample<PublishDto, PublishAnswer> = {
  summary: 'At a given time',
  request: { publishId: VIDEO_ID, publishAt: '2026-12-15T10:30:00+01:00', timeZone: 'Europe/Berlin' },
  status: 202,
  answer: {
    publishId: VIDEO_ID,
    status: 'scheduled',
    publishAt: '2026-12-15T09:30:00.000Z',
    timeZone: 'Europe/Berlin',
    goesAt: '2026-12-15T09:30:00.000Z',
    waitsFor: null,
  },
};

export const PUBLICATIONS: CallExample<never, Page<PublicationView>> = {
  summary: 'A public video, and another page',
  status: 200,
  answer: {
    items: [
      {
        publishId: VIDEO_ID,
        status: 'public',
        statusText: 'Public on TikTok.',
        ...NOT_SCHEDULED,
        kind: 'video',
        mode: 'direct',
        integrationId: '01a22ae3-55bc-74c1-be5c-2d0110e8eac4',
        title: 'New drop',
        caption: 'Spring collection #spring',
        privacyLevel: 'PUBLIC_TO_EVERYONE',
        allowComment: true,
        allowDuet: false,
        allowStitch: false,
        options: {},
        media: [
          {
            position: 0,
            source: 'upload',
            mediaType: 'video/mp4',
            sizeBytes: 70_000_000,
            sha256: 'dfb4df94959d9d01aa80d83890e658210e44dff714affc5dc281ecef26231b3f',
            facts: {
              format: 'mp4',
              codec: 'h264',
              width: 540,
              height: 960,
              frameRate: 30,
              durationSeconds: 4,
            },
          },
        ],
        postIds: ['7713829442120707472'],
        shareUrl: 'https://www.tiktok.com/@acme.outdoor/video/7713829442120707472',
        progress: { uploadedBytes: 70_000_000, totalBytes: 70_000_000 },
        retryOf: null,
        retriedBy: null,
        consentedAt: '2026-11-30T05:17:52.918Z',
        consentedBy: 'anna',
        createdBy: 'anna',
        createdAt: '2026-11-30T05:17:51.566Z',
        updatedAt: '2026-11-30T05:17:55.045Z',
      },
    ],
    nextCursor: 'WyIyMDI2LTExLTMwVDA1OjE3OjU0LjAwMFoiXQ',
  },
};
