import type { PostProblem } from '../rules/post-problem.js';
import type { UrlProblem } from '../uploads/pulls/verified-urls.js';
import type { ValidatePublicationDto } from './dto/validate-publication.dto.js';

/** What stands against the addresses of a form. @param check of one address; nothing is fetched */
export function addressProblems(
  { videoUrl, photoUrls }: ValidatePublicationDto,
  check: (url: string) => UrlProblem | undefined,
): PostProblem[] {
  const addresses = (photoUrls ?? []).map((url, file) => ({ field: `photoUrls[${file}]`, file, url }));
  if (typeof videoUrl === 'string') addresses.push({ field: 'videoUrl', file: 0, url: videoUrl });
  return addresses.flatMap(({ field, file, url }) => {
    const problem = check(url);
    if (!problem) return [];
    const { code, message: reason } = problem;
    const message = 'TikTok does not fetch files from this address.';
    return [{ field, file, rule: code, message, fix: `The address ${reason}; or upload the file.` }];
  });
}
