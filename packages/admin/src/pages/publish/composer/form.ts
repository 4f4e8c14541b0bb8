import { useForm, type UseFormReturnType } from '@mantine/form';
import type {
  EditPublicationDto,
  InitPhotoUploadDto,
  InitVideoUploadDto,
  PublicationView,
  ValidatePublicationDto,
} from 'tiktok-connector-client';
import type { Kind, Mode, PrivacyLevel } from '../publication.js';
import { ownZone } from '../zones.js';

/** The fields of a post. TikTok forbids a default for who may see it; everything else is off until the user turns it on. */
export interface PostForm {
  title: string;
  caption: string;
  photoTitle: string;
  mode: Mode;
  privacyLevel: PrivacyLevel | null;
  allowComment: boolean;
  allowDuet: boolean;
  allowStitch: boolean;
  commercialDisclosure: boolean;
  brandOrganic: boolean;
  brandedContent: boolean;
  aiGenerated: boolean;
  coverTimestampMs: number;
  coverIndex: number;
  autoAddMusic: boolean;
  when: 'now' | 'later';
  /** A local time of `timeZone`, as the date picker writes it. */
  publishAt: string | null;
  timeZone: string;
}

export type PostFormState = UseFormReturnType<PostForm>;

export const EMPTY: PostForm = {
  title: '',
  caption: '',
  photoTitle: '',
  mode: 'direct',
  privacyLevel: null,
  allowComment: false,
  allowDuet: false,
  allowStitch: false,
  commercialDisclosure: false,
  brandOrganic: false,
  brandedContent: false,
  aiGenerated: false,
  coverTimestampMs: 0,
  coverIndex: 0,
  autoAddMusic: false,
  when: 'now',
  publishAt: null,
  timeZone: ownZone(),
};

export function usePostForm(initial: PostForm = EMPTY): PostFormState {
  return useForm<PostForm>({ initialValues: initial });
}

export function formOf(post: PublicationView): PostForm {
  const { options } = post;
  return {
    ...EMPTY,
    title: post.title,
    caption: post.caption,
    photoTitle: options.photoTitle ?? '',
    mode: post.mode,
    privacyLevel: post.privacyLevel,
    allowComment: post.allowComment,
    allowDuet: post.allowDuet,
    allowStitch: post.allowStitch,
    commercialDisclosure: options.commercialDisclosure ?? false,
    brandOrganic: options.brandOrganic ?? false,
    brandedContent: options.brandedContent ?? false,
    aiGenerated: options.aiGenerated ?? false,
    coverTimestampMs: options.coverTimestampMs ?? 0,
    coverIndex: options.coverIndex ?? 0,
    autoAddMusic: options.autoAddMusic ?? false,
  };
}

/** The fields that all calls share. What a kind or a draft does not have is left out. */
function shared(form: PostForm, kind: Kind) {
  const isDraft = form.mode === 'draft';
  const hasText = !isDraft || kind === 'photo';
  return {
    ...(hasText && { caption: form.caption }),
    ...(kind === 'photo' && {
      photoTitle: form.photoTitle,
      coverIndex: form.coverIndex,
      autoAddMusic: form.autoAddMusic,
    }),
    ...(!isDraft && {
      ...(form.privacyLevel && { privacyLevel: form.privacyLevel }),
      allowComment: form.allowComment,
      ...disclosureOf(form),
      ...(kind === 'video' && {
        allowDuet: form.allowDuet,
        allowStitch: form.allowStitch,
        aiGenerated: form.aiGenerated,
        coverTimestampMs: form.coverTimestampMs,
      }),
    }),
  };
}

/** Choices below a switch that is off count as off. */
function disclosureOf({ commercialDisclosure, brandOrganic, brandedContent }: PostForm) {
  return {
    commercialDisclosure,
    brandOrganic: commercialDisclosure && brandOrganic,
    brandedContent: commercialDisclosure && brandedContent,
  };
}

export function newVideo(form: PostForm, integrationId: string): InitVideoUploadDto {
  return { title: form.title, mode: form.mode, integrationId, ...shared(form, 'video') };
}

export function newPhotos(form: PostForm, integrationId: string, photoCount: number): InitPhotoUploadDto {
  return { title: form.title, mode: form.mode, integrationId, photoCount, ...shared(form, 'photo') };
}

export function edited(form: PostForm, kind: Kind, publishId: string): EditPublicationDto {
  return { publishId, title: form.title, ...shared(form, kind) };
}

export function toValidate(
  form: PostForm,
  kind: Kind,
  integrationId: string,
  media: NonNullable<ValidatePublicationDto['media']>,
): ValidatePublicationDto {
  return {
    kind,
    mode: form.mode,
    integrationId,
    ...(form.title !== '' && { title: form.title }),
    ...(media.length > 0 && { media }),
    ...(kind === 'photo' && media.length > 0 && { photoCount: media.length }),
    ...shared(form, kind),
  };
}

/** The time for `publish-video` and `edit-publication`. The service resolves it in the zone, and refuses skipped hours. */
export function timeOf({ when, publishAt, timeZone }: Pick<PostForm, 'when' | 'publishAt' | 'timeZone'>) {
  if (when === 'now' || publishAt === null) return {};
  return { publishAt: publishAt.replace(' ', 'T'), timeZone };
}
