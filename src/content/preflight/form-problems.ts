import { formatBeside, formatBytes } from '../../common/index.js';
import type { CheckedPost } from '../rules/checked-post.js';
import { videoLimits, PHOTO_LIMITS } from '../rules/post-limits.js';
import { fileProblem, type PostProblem } from '../rules/post-problem.js';
import type { UrlProblem } from '../uploads/pulls/verified-urls.js';
import type { ValidatePublicationDto } from './dto/validate-publication.dto.js';

/** Checks the URLs of a form without fetching them. @param check one URL */
export function urlProblems(
  { videoUrl, photoUrls }: ValidatePublicationDto,
  check: (url: string) => UrlProblem | undefined,
): PostProblem[] {
  const urls = (photoUrls ?? []).map((url, file) => ({ field: `photoUrls[${file}]`, file, url }));
  if (typeof videoUrl === 'string') urls.push({ field: 'videoUrl', file: 0, url: videoUrl });
  return urls.flatMap(({ field, file, url }) => {
    const problem = check(url);
    if (!problem) return [];
    const message = 'TikTok cannot fetch files from this URL.';
    const fix = `The URL ${problem.message}. You can also upload the file instead.`;
    return [{ field, file, rule: problem.code, message, fix }];
  });
}

/**
 * Finds files that exceed the organisation's upload limit, although TikTok may accept them.
 * @param maxBytes the upload limit per file
 */
export function uploadProblems(
  { publishId, videoUrl, photoUrls }: ValidatePublicationDto,
  { kind, route, mode, files }: CheckedPost,
  maxBytes: number,
): PostProblem[] {
  // Uploaded files passed the limit; files that TikTok fetches are not uploaded.
  if (publishId || videoUrl || photoUrls) return [];
  // A rule already reports files above TikTok's own limit.
  const tiktokMax = kind === 'photo' ? PHOTO_LIMITS.bytes : videoLimits(route, mode).bytes;
  return files.flatMap((file) => {
    const { sizeBytes } = file;
    if (sizeBytes === null || sizeBytes <= maxBytes || sizeBytes > tiktokMax) return [];
    const problem = fileProblem(file, 'sizeBytes', {
      rule: 'upload_too_large',
      value: sizeBytes,
      limit: maxBytes,
      message: `The file is ${formatBeside(sizeBytes, maxBytes, formatBytes)}. Your organisation can upload files up to ${formatBytes(maxBytes)}.`,
      fix: 'Choose a smaller file, or provide its URL instead of uploading it.',
    });
    return [problem];
  });
}
