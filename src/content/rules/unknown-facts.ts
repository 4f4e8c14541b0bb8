import type { MediaFacts } from '../media/media-facts.js';
import { nameOfFile, type CheckedFile, type CheckedPost } from './checked-post.js';
import { ofFile, type PostProblem, type PostRule } from './post-problem.js';

const OF_VIDEOS: (keyof MediaFacts)[] = [
  'format',
  'codec',
  'width',
  'height',
  'frameRate',
  'durationSeconds',
];
const OF_PHOTOS: (keyof MediaFacts)[] = ['format', 'width', 'height'];

/** What is not known breaks no rule: TikTok decides, and people must know that. */
export const unknownFacts: PostRule = (post) => post.files.flatMap((file) => note(post, file));

function note(post: CheckedPost, file: CheckedFile): PostProblem[] {
  const { facts, sizeBytes } = file;
  const missing: string[] = (post.kind === 'video' ? OF_VIDEOS : OF_PHOTOS).filter(
    (fact) => facts?.[fact] === undefined,
  );
  if (sizeBytes === null) missing.push('sizeBytes');
  if (missing.length === 0) return [];
  return [
    ofFile(file, 'facts', {
      rule: 'media_facts_unknown',
      value: missing.join(', '),
      sentence: `${nameOfFile(post, file)} could not be checked before TikTok does: ${missing.join(', ')} not known.`,
      fix: 'Look at the status after publishing: TikTok says there when it does not take the file.',
    }),
  ];
}
