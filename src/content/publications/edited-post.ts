import { InvalidInputError, type FieldError } from '../../common/index.js';
import { OPTION_KEYS, optionsOf, POST_OPTIONS, type PostOptions } from '../post/post-options.dto.js';
import type { PostKind, Publication } from '../post/publication.entity.js';
import { CAPTION_MAX } from '../post/text-limits.js';
import type { EditPublicationDto } from './dto/edit-publication.dto.js';

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

function editedOptions({ music: before, ...others }: PostOptions, edit: EditPublicationDto): PostOptions {
  const music = edit.music === undefined ? before : edit.music;
  return { ...others, ...optionsOf(edit), ...(music && { music }) };
}

/** Fields that posts of this kind do not have. */
function foreignTo(kind: PostKind): (keyof EditPublicationDto)[] {
  const options = OPTION_KEYS.filter((key) => ![kind, 'all'].includes(POST_OPTIONS[key].of));
  return kind === 'photo' ? ['allowDuet', 'allowStitch', ...options] : options;
}

function editErrors({ kind, mode, media }: Publication, edit: EditPublicationDto): FieldError[] {
  const errors: FieldError[] = foreignTo(kind)
    .filter((field) => edit[field] !== undefined)
    .map((field) => ({ field, message: `is only for ${kind === 'video' ? 'photos' : 'videos'}` }));
  const add = (field: string, message: string) => errors.push({ field, message });
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
