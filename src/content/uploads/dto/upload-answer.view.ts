import type { PublicationStatus } from '../../post/publication.entity.js';
import { PostProblemView, toProblemViews } from '../../rules/post-problem.view.js';
import { MediaFactsView } from '../media/media-facts.view.js';
import type { ReceivedFile } from '../media-intake.js';

export class UploadAnswer {
  /** @format uuid */
  publishId: string;

  /** `ready` once all files are uploaded, `awaiting_upload` while some are missing. */
  status: PublicationStatus;

  /** The position of the file, from 0. */
  position: number;

  sizeBytes: number;

  /** In hexadecimal digits. Compare it with your own hash to be sure. */
  sha256: string;

  /** @example video/mp4 */
  mediaType: string;

  /** What the file is. An absent fact could not be read. */
  facts: MediaFactsView;

  /** Why TikTok would reject the file. publish-video rejects it, too. */
  problems: PostProblemView[];

  /** What the user should know about the file. Warnings block nothing. */
  warnings: PostProblemView[];
}

export function toUploadAnswer(received: ReceivedFile): UploadAnswer {
  const { publicationId, position, status, sizeBytes, sha256, mediaType, facts, findings } = received;
  const file = { position, status, sizeBytes, sha256, mediaType, facts: facts ?? {} };
  return {
    publishId: publicationId,
    ...file,
    problems: toProblemViews(findings.problems),
    warnings: toProblemViews(findings.warnings),
  };
}
