import { given } from '../publications/new-post.js';
import type { PostKind } from '../post/publication.entity.js';
import type { CheckedFile, CheckedPost } from '../rules/checked-post.js';
import type { DeclaredFileDto } from './dto/declared-file.dto.js';
import type { ValidatePublicationDto } from './dto/validate-publication.dto.js';

/** A post that exists only as the fields of a valid form. */
export function declaredPost(dto: ValidatePublicationDto): Omit<CheckedPost, 'route'> {
  const { commercialDisclosure, brandOrganic, brandedContent, aiGenerated } = dto;
  const { coverTimestampMs, coverIndex, photoTitle, autoAddMusic, music } = dto;
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
    options: given({
      commercialDisclosure,
      brandOrganic,
      brandedContent,
      aiGenerated,
      coverTimestampMs,
      coverIndex,
      photoTitle,
      autoAddMusic,
      music,
    }),
    files: filesOf(dto, kind),
  };
}

function kindOf({ kind, photoUrls, photoCount }: ValidatePublicationDto): PostKind {
  return kind ?? (photoUrls || typeof photoCount === 'number' ? 'photo' : 'video');
}

/** Of files that nobody has told about there is at least one. */
function filesOf({ media, photoUrls, photoCount }: ValidatePublicationDto, kind: PostKind): CheckedFile[] {
  const count = kind === 'photo' ? (photoUrls?.length ?? photoCount ?? 1) : 1;
  const files: DeclaredFileDto[] = media ?? Array.from({ length: count }, () => ({}));
  return files.map(declaredFile);
}

function declaredFile({ sizeBytes, ...facts }: DeclaredFileDto, position: number): CheckedFile {
  const { format, codec } = facts;
  const named = {
    ...facts,
    ...(format && { format: formatName(format) }),
    ...(codec && { codec: codec.toLowerCase() }),
  };
  return { position, sizeBytes: sizeBytes ?? null, facts: named };
}

/** As the facts of uploaded files have it. */
function formatName(format: string): string {
  const name = format.toLowerCase();
  return name === 'jpg' ? 'jpeg' : name;
}
