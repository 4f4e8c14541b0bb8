import type { AdDto } from '../spec/ad.dto.js';
import type { CreativeDto } from '../spec/creative.dto.js';

export const SOURCES = ['videoId', 'imageIds', 'uploadId', 'publicationId', 'postId'] as const;

/** The fields that say what the ad shows. There should be one. */
export function sourcesOf(creative: CreativeDto): (typeof SOURCES)[number][] {
  return SOURCES.filter((source) => creative[source] !== undefined);
}

/** True if the ad shows a post (Spark), whose video and text TikTok takes from it. Other publications are uploaded. */
export function isPost({ creative }: AdDto): boolean {
  return creative.postId !== undefined;
}
