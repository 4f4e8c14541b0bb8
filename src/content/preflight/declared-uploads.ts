import type { CheckedPost } from '../rules/checked-post.js';
import { videoLimits, PHOTO_LIMITS } from '../rules/post-limits.js';
import { ofFile, type PostProblem } from '../rules/post-problem.js';
import type { ValidatePublicationDto } from './dto/validate-publication.dto.js';

/**
 * Finds files that are too large to be uploaded here, although TikTok may take them.
 * @param maxBytes what one file of this organisation may have
 */
export function uploadProblems(
  { publishId, videoUrl, photoUrls }: ValidatePublicationDto,
  { kind, route, mode, files }: CheckedPost,
  maxBytes: number,
): PostProblem[] {
  // What is here has been let in; what TikTok fetches does not come here.
  if (publishId || videoUrl || photoUrls) return [];
  // Above TikTok's own limit a rule speaks already.
  const takenByTikTok = kind === 'photo' ? PHOTO_LIMITS.bytes : videoLimits(route, mode).bytes;
  return files
    .filter(({ sizeBytes }) => sizeBytes !== null && sizeBytes > maxBytes && sizeBytes <= takenByTikTok)
    .map((file) =>
      ofFile(file, 'sizeBytes', {
        rule: 'upload_too_large',
        value: file.sizeBytes ?? 0,
        limit: maxBytes,
        message: `The file has ${file.sizeBytes} bytes, and your organisation may upload files of at most ${maxBytes}.`,
        fix: 'Choose a smaller file, or give the address of the file instead of uploading it.',
      }),
    );
}
