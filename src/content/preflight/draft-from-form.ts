import { optionsOf } from '../post/post-options.dto.js';
import type { PostKind } from '../post/publication.entity.js';
import type { CheckedFile, CheckedPost } from '../rules/checked-post.js';
import type { DeclaredFileDto } from './dto/declared-file.dto.js';
import type { ValidatePublicationDto } from './dto/validate-publication.dto.js';

/** Converts the fields of a valid form to a post that rules can check. */
export function draftFromForm(dto: ValidatePublicationDto): Omit<CheckedPost, 'route'> {
  const kind = kindOf(dto);
  return {
    kind,
    mode: dto.mode ?? 'direct',
    ...(dto.caption ? {} : { title: dto.title ?? '' }),
    caption: dto.caption ?? dto.title ?? '',
    privacyLevel: dto.privacyLevel ?? null,
    allowComment: dto.allowComment ?? false,
    allowDuet: dto.allowDuet ?? false,
    allowStitch: dto.allowStitch ?? false,
    options: optionsOf(dto),
    files: filesOf(dto, kind),
  };
}

function kindOf({ kind, photoUrls, photoCount }: ValidatePublicationDto): PostKind {
  return kind ?? (photoUrls || typeof photoCount === 'number' ? 'photo' : 'video');
}

/** Assumes at least one file when the form describes none. */
function filesOf({ media, photoUrls, photoCount }: ValidatePublicationDto, kind: PostKind): CheckedFile[] {
  const count = kind === 'photo' ? (photoUrls?.length ?? photoCount ?? 1) : 1;
  const files: DeclaredFileDto[] = media ?? Array.from({ length: count }, () => ({}));
  return files.map(checkedFile);
}

function checkedFile({ sizeBytes, ...facts }: DeclaredFileDto, position: number): CheckedFile {
  const { format, codec } = facts;
  const named = {
    ...facts,
    ...(format && { format: formatName(format) }),
    ...(codec && { codec: codec.toLowerCase() }),
  };
  return { position, sizeBytes: sizeBytes ?? null, facts: named };
}

/** Normalises a format name like the facts of uploaded files. */
function formatName(format: string): string {
  const name = format.toLowerCase();
  return name === 'jpg' ? 'jpeg' : name;
}
