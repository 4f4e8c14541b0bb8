import { Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { InvalidInputError, validationPipe, type FieldError } from '../../common/index.js';
import { VerifiedUrls } from '../uploads/pulls/verified-urls.js';
import { InitPhotoUploadDto } from './dto/init-photo-upload.dto.js';
import { InitVideoUploadDto } from './dto/init-video-upload.dto.js';

const FORM = validationPipe();

/** Types of their own, so that the pipe of all calls leaves these bodies to the pipes here. */
export type NewVideoBody = Omit<InitVideoUploadDto, never>;
export type NewPhotosBody = Omit<InitPhotoUploadDto, never>;

/** Checks a new post's form. Where it is wrong, the answer also names the addresses that TikTok would not fetch from. */
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

  private addressErrors(body: unknown, told: FieldError[]): FieldError[] {
    const { videoUrl, photoUrls } = Object(body) as Record<string, unknown>;
    const addresses: [field: string, url: unknown][] = [
      ['videoUrl', videoUrl],
      ...(Array.isArray(photoUrls) ? photoUrls : []).map((url, n): [string, unknown] => [
        `photoUrls[${n}]`,
        url,
      ]),
    ];
    return addresses.flatMap(([field, url]) => {
      if (typeof url !== 'string' || told.some((one) => field.startsWith(one.field))) return [];
      const problem = this.verified.check(url);
      return problem ? [{ field, message: problem.message }] : [];
    });
  }
}

@Injectable()
export class NewPhotosPipe extends NewVideoPipe {
  protected override readonly dto = InitPhotoUploadDto;
}
