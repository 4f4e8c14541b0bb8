import { Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { InvalidInputError, validationPipe, type FieldError } from '../../common/index.js';
import { VerifiedUrls } from '../uploads/pulls/verified-urls.js';
import { InitPhotoUploadDto } from './dto/init-photo-upload.dto.js';
import { InitVideoUploadDto } from './dto/init-video-upload.dto.js';

const FORM = validationPipe();

/** Separate types, so that the global validation pipe skips these bodies and leaves them to the pipes here. */
export type NewVideoBody = Omit<InitVideoUploadDto, never>;
export type NewPhotosBody = Omit<InitPhotoUploadDto, never>;

/** Validates a new post's form. Errors also name the URLs that TikTok would not fetch from. */
@Injectable()
export class NewVideoPipe implements PipeTransform<unknown, Promise<object>> {
  protected readonly dto: Type<object> = InitVideoUploadDto;

  constructor(private readonly verified: VerifiedUrls) {}

  async transform(body: unknown): Promise<object> {
    try {
      return (await FORM.transform(body, { type: 'body', metatype: this.dto })) as object;
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      const fields = [...error.fields, ...this.addressErrors(body, error.fields)];
      throw new InvalidInputError(fields.map((f) => `${f.field}: ${f.message}`).join('; '), fields);
    }
  }

  private addressErrors(body: unknown, known: FieldError[]): FieldError[] {
    const { videoUrl, photoUrls } = Object(body) as Record<string, unknown>;
    const addresses: [field: string, url: unknown][] = [
      ['videoUrl', videoUrl],
      ...(Array.isArray(photoUrls) ? photoUrls : []).map((url, n): [string, unknown] => [
        `photoUrls[${n}]`,
        url,
      ]),
    ];
    return addresses.flatMap(([field, url]) => {
      if (typeof url !== 'string' || known.some((one) => field.startsWith(one.field))) return [];
      const problem = this.verified.check(url);
      return problem ? [{ field, message: problem.message }] : [];
    });
  }
}

@Injectable()
export class NewPhotosPipe extends NewVideoPipe {
  protected override readonly dto = InitPhotoUploadDto;
}
