import { InvalidInputError, type FieldError } from '../../common/index.js';
import { CAPTION_MAX } from '../rules/post-limits.js';
import type { EditPublicationDto } from './dto/edit-publication.dto.js';
import type { Publication } from '../post/publication.entity.js';
import type { PostOptions } from '../post/post-options.js';

const OF_VIDEOS = ['allowDuet', 'allowStitch', 'aiGenerated', 'coverTimestampMs'] as const;
const OF_PHOTOS = ['coverIndex', 'photoTitle', 'autoAddMusic'] as const;
const OPTIONS = [
  'commercialDisclosure',
  'brandOrganic',
  'brandedContent',
  'aiGenerated',
  'coverTimestampMs',
  'coverIndex',
  'photoTitle',
  'autoAddMusic',
] as const;

type Edited = Pick<
  Publication,
  'title' | 'caption' | 'privacyLevel' | 'allowComment' | 'allowDuet' | 'allowStitch' | 'options'
>;

/**
 * Returns the post with its changes.
 * @throws InvalidInputError naming the fields that this kind of post does not have
 */
export function editedPost(post: Publication, edit: EditPublicationDto): Edited {
  const errors = editErrors(post, edit);
  if (errors.length > 0) {
    const detail = errors.map(({ field, message }) => `${field}: ${message}`).join('; ');
    throw new InvalidInputError(detail, errors);
  }
  return {
    title: edit.title ?? post.title,
    caption: edit.caption ?? post.caption,
    privacyLevel: edit.privacyLevel ?? post.privacyLevel,
    allowComment: edit.allowComment ?? post.allowComment,
    allowDuet: edit.allowDuet ?? post.allowDuet,
    allowStitch: edit.allowStitch ?? post.allowStitch,
    options: editedOptions(post.options, edit),
  };
}

function editedOptions(before: PostOptions, edit: EditPublicationDto): PostOptions {
  const { music: _before, ...others } = before;
  const music = edit.music === undefined ? before.music : edit.music;
  const given = OPTIONS.filter((name) => edit[name] !== undefined).map((name) => [name, edit[name]]);
  return { ...others, ...(Object.fromEntries(given) as PostOptions), ...(music && { music }) };
}

function editErrors({ kind, mode, media }: Publication, edit: EditPublicationDto): FieldError[] {
  const foreign = kind === 'video' ? OF_PHOTOS : OF_VIDEOS;
  const errors = foreign
    .filter((field) => edit[field] !== undefined)
    .map((field) => ({ field, message: `is only for ${kind === 'video' ? 'photos' : 'videos'}` }));
  const add = (field: string, message: string) => errors.push({ field: field as 'coverIndex', message });
  if (mode === 'draft' && edit.privacyLevel !== undefined)
    add('privacyLevel', 'must be left out for drafts: the creator chooses it in the TikTok app');
  if (kind === 'video' && (edit.caption?.length ?? 0) > CAPTION_MAX.video)
    add(
      'caption',
      `must have at most ${CAPTION_MAX.video} characters under a video, of which most emoji are two (UTF-16 units)`,
    );
  if (kind === 'photo' && (edit.coverIndex ?? 0) >= media.length)
    add('coverIndex', `must be less than ${media.length}, the number of photos`);
  return errors;
}
