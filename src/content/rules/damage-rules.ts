import type { MediaDamage, MediaFacts } from '../post/media-facts.js';
import { fileLabel, type CheckedFile, type CheckedPost } from './checked-post.js';
import { fileProblem, type PostProblem, type PostRule } from './post-problem.js';

type Words = Pick<PostProblem, 'message' | 'fix'>;

/** True if the file has nothing that TikTok could show. */
export function isUnusable(facts: MediaFacts | null): boolean {
  return facts?.damage === 'unreadable' || facts?.damage === 'encrypted' || facts?.codec === 'none';
}

/** Rejects files without playable content. TikTok would fail the post minutes later without naming the file. */
export const damageRules: PostRule = (post) =>
  post.files.flatMap((file) => {
    const damage = file.facts?.damage;
    if (damage === undefined || damage === 'incomplete') return [];
    const rule = post.kind === 'video' ? 'video_unreadable' : 'photo_unreadable';
    return [fileProblem(file, 'facts', { rule, value: damage, ...wordsFor(post, file, damage) })];
  });

/** Warns about files that open but miss a part. */
export const damageWarnings: PostRule = (post) =>
  post.files.flatMap((file) => {
    if (file.facts?.damage !== 'incomplete') return [];
    const words = {
      message: `${fileLabel(post, file)} seems to be cut off or damaged: part of it is missing.`,
      fix: 'Check it from start to end. If something is missing, export and upload it again.',
    };
    return [fileProblem(file, 'facts', { rule: 'media_incomplete', value: 'incomplete', ...words })];
  });

function wordsFor(post: CheckedPost, file: CheckedFile, damage: MediaDamage): Words {
  const name = fileLabel(post, file);
  if (damage === 'encrypted')
    return {
      message: `${name} is encrypted, so it cannot be played.`,
      fix: 'Export it without copy protection and upload it again.',
    };
  if (post.kind === 'video')
    return {
      message: `${name} cannot be opened. The file is cut off or unfinished.`,
      fix: 'Export it again as MP4, check that it plays, and upload it again.',
    };
  return {
    message: `${name} cannot be opened. The file is cut off or damaged.`,
    fix: 'Save it again as JPEG, check that it opens, and upload it again.',
  };
}
