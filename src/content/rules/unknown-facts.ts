import { showsNothing, type MediaFacts } from '../post/media-facts.js';
import { nameOfFile, type CheckedFile, type CheckedPost } from './checked-post.js';
import { ofFile, type PostProblem, type PostRule } from './post-problem.js';

type FileFact = Exclude<keyof MediaFacts, 'damage'>;
type Fact = FileFact | 'sizeBytes';

const NAMES: Record<Fact, string> = {
  format: 'format',
  codec: 'codec',
  width: 'width',
  height: 'height',
  frameRate: 'frames a second',
  durationSeconds: 'length',
  sizeBytes: 'file size',
};
const OF_VIDEOS: FileFact[] = ['format', 'codec', 'width', 'height', 'frameRate', 'durationSeconds'];
const OF_PHOTOS: FileFact[] = ['format', 'width', 'height'];

/** What is not known breaks no rule: TikTok decides, and people must know that. */
export const unknownFacts: PostRule = (post) => post.files.flatMap((file) => note(post, file));

function note(post: CheckedPost, file: CheckedFile): PostProblem[] {
  const { facts, sizeBytes } = file;
  // A problem says so already.
  if (showsNothing(facts)) return [];
  const wanted = post.kind === 'video' ? OF_VIDEOS : OF_PHOTOS;
  const missing: Fact[] = wanted.filter((fact) => facts?.[fact] === undefined);
  if (sizeBytes === null) missing.push('sizeBytes');
  if (missing.length === 0) return [];
  const name = nameOfFile(post, file);
  const value = missing.join(', ');
  return [ofFile(file, 'facts', { rule: 'media_facts_unknown', value, ...words(name, missing, wanted) })];
}

function words(name: string, missing: Fact[], wanted: Fact[]): Pick<PostProblem, 'message' | 'fix'> {
  if (missing.length > wanted.length) {
    return {
      message: `${name} has not been checked: nothing is known of it yet.`,
      fix: 'It is checked when it is uploaded. Of a file that TikTok fetches itself, the status after publishing tells.',
    };
  }
  const facts = missing.map((fact) => NAMES[fact]).join(', ');
  return {
    message: `${name} could not be checked completely before TikTok does. Not known: ${facts}.`,
    fix: 'Look at the status after publishing: TikTok says there when it does not take the file.',
  };
}
