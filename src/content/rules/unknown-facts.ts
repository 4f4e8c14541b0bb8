import type { MediaFacts } from '../post/media-facts.js';
import { isUnusable } from './damage-rules.js';
import { fileLabel, type CheckedFile, type CheckedPost } from './checked-post.js';
import { fileProblem, type PostProblem, type PostRule } from './post-problem.js';

type FileFact = Exclude<keyof MediaFacts, 'damage'>;
type Fact = FileFact | 'sizeBytes';

const NAMES: Record<Fact, string> = {
  format: 'format',
  codec: 'codec',
  width: 'width',
  height: 'height',
  frameRate: 'frame rate',
  durationSeconds: 'duration',
  sizeBytes: 'file size',
};
const OF_VIDEOS: FileFact[] = ['format', 'codec', 'width', 'height', 'frameRate', 'durationSeconds'];
const OF_PHOTOS: FileFact[] = ['format', 'width', 'height'];

/** Warns about facts that could not be read. They break no rule; TikTok decides. */
export const unknownFacts: PostRule = (post) => post.files.flatMap((file) => note(post, file));

function note(post: CheckedPost, file: CheckedFile): PostProblem[] {
  const { facts, sizeBytes } = file;
  // Already reported as a problem.
  if (isUnusable(facts)) return [];
  const wanted = post.kind === 'video' ? OF_VIDEOS : OF_PHOTOS;
  const missing: Fact[] = wanted.filter((fact) => facts?.[fact] === undefined);
  if (sizeBytes === null) missing.push('sizeBytes');
  if (missing.length === 0) return [];
  const name = fileLabel(post, file);
  const value = missing.join(', ');
  return [
    fileProblem(file, 'facts', { rule: 'media_facts_unknown', value, ...words(name, missing, wanted) }),
  ];
}

function words(name: string, missing: Fact[], wanted: Fact[]): Pick<PostProblem, 'message' | 'fix'> {
  if (missing.length > wanted.length) {
    return {
      message: `${name} has not been checked yet.`,
      fix: 'Upload it to have it checked. If TikTok fetches it from a URL, check the status after publishing.',
    };
  }
  const facts = missing.map((fact) => NAMES[fact]).join(', ');
  return {
    message: `${name} could not be checked completely. Unknown: ${facts}.`,
    fix: 'Check the status after publishing. It shows whether TikTok rejects the file.',
  };
}
