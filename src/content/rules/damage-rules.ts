import type { MediaDamage } from '../post/media-facts.js';
import { nameOfFile, type CheckedFile, type CheckedPost } from './checked-post.js';
import { ofFile, type PostProblem, type PostRule } from './post-problem.js';

type Words = Pick<PostProblem, 'message' | 'fix'>;

/** A file in which there is nothing to show. TikTok would say so minutes later, without naming it. */
export const damageRules: PostRule = (post) =>
  post.files.flatMap((file) => {
    const damage = file.facts?.damage;
    if (damage === undefined || damage === 'incomplete') return [];
    const rule = post.kind === 'video' ? 'video_unreadable' : 'photo_unreadable';
    return [ofFile(file, 'facts', { rule, value: damage, ...wordsFor(post, file, damage) })];
  });

/** A file that opens, and lacks a part. */
export const damageWarnings: PostRule = (post) =>
  post.files.flatMap((file) => {
    if (file.facts?.damage !== 'incomplete') return [];
    const words = {
      message: `${nameOfFile(post, file)} seems to be cut off or damaged: a part of it is missing.`,
      fix: 'Look at the whole of it. If something is missing, export it again and upload it again.',
    };
    return [ofFile(file, 'facts', { rule: 'media_incomplete', value: 'incomplete', ...words })];
  });

function wordsFor(post: CheckedPost, file: CheckedFile, damage: MediaDamage): Words {
  const name = nameOfFile(post, file);
  if (damage === 'encrypted')
    return {
      message: `${name} is encrypted: without its key no player can show it.`,
      fix: 'Export it without copy protection and upload it again.',
    };
  if (post.kind === 'video')
    return {
      message: `${name} cannot be opened by any player: its picture is missing. The file is cut off or unfinished.`,
      fix: 'Export it again as MP4, check that it plays, and upload it again.',
    };
  return {
    message: `${name} cannot be opened by any viewer: the file is cut off or damaged.`,
    fix: 'Save it again as JPEG, check that it opens, and upload it again.',
  };
}
