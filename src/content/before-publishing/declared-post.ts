import type { CheckedFile, CheckedPost } from '../rules/checked-post.js';
import type { DeclaredFileDto, ValidatePublicationDto } from './dto/validate-publication.dto.js';

/** A post that exists only as the fields of a form. */
export function declaredPost(dto: ValidatePublicationDto): Omit<CheckedPost, 'route'> {
  const { commercialDisclosure, brandOrganic, brandedContent, aiGenerated } = dto;
  const { coverTimestampMs, coverIndex, photoTitle } = dto;
  return {
    kind: dto.kind ?? 'video',
    mode: dto.mode ?? 'direct',
    caption: dto.caption ?? dto.title ?? '',
    privacyLevel: dto.privacyLevel ?? null,
    allowComment: dto.allowComment ?? false,
    allowDuet: dto.allowDuet ?? false,
    allowStitch: dto.allowStitch ?? false,
    options: {
      commercialDisclosure,
      brandOrganic,
      brandedContent,
      aiGenerated,
      coverTimestampMs,
      coverIndex,
      photoTitle,
    },
    // Of files that nobody has told about there is at least one.
    files: (dto.media ?? [{}]).map(declaredFile),
  };
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
