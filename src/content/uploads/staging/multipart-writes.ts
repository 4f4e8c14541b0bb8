import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListMultipartUploadsCommand,
  NoSuchUpload,
  paginateListParts,
  UploadPartCommand,
  type CompletedPart,
  type MultipartUpload,
  type S3Client,
} from '@aws-sdk/client-s3';

interface PartsOf {
  Bucket: string;
  Key: string;
  UploadId: string;
}

/** Objects of any length, part by part. Parts that nobody completes cost money and are in no listing of objects. */
export class MultipartWrites {
  constructor(
    private readonly client: S3Client,
    private readonly bucket: string,
    private readonly prefix: string,
  ) {}

  /** @param first a whole part, as S3 wants all but the last */
  async write(key: string, first: Buffer, rest: AsyncIterable<Buffer>): Promise<void> {
    const object = { Bucket: this.bucket, Key: key };
    const { UploadId } = await this.client.send(new CreateMultipartUploadCommand(object));
    if (!UploadId) throw new Error('the bucket began a multipart upload without an id');
    const upload = { ...object, UploadId };
    try {
      const parts = [await this.part(upload, 1, first)];
      for await (const block of rest) parts.push(await this.part(upload, parts.length + 1, block));
      const done = { ...upload, MultipartUpload: { Parts: parts } };
      await this.client.send(new CompleteMultipartUploadCommand(done));
    } catch (error) {
      // The janitor removes what cannot be aborted now.
      await this.abort(upload).catch(() => undefined);
      throw error;
    }
  }

  async removeUntouchedSince(time: Date): Promise<void> {
    for await (const { Key = '', UploadId = '', Initiated } of this.underWay()) {
      const upload = { Bucket: this.bucket, Key, UploadId };
      if (Initiated && Initiated < time && !(await this.grewSince(upload, time))) await this.abort(upload);
    }
  }

  private async part(upload: PartsOf, number: number, body: Buffer): Promise<CompletedPart> {
    const { ETag } = await this.client.send(
      new UploadPartCommand({ ...upload, PartNumber: number, Body: body }),
    );
    return { ETag, PartNumber: number };
  }

  private async abort(upload: PartsOf): Promise<void> {
    await this.client.send(new AbortMultipartUploadCommand(upload)).catch(ifGone);
  }

  private async *underWay(): AsyncGenerator<MultipartUpload> {
    let marker: { KeyMarker?: string; UploadIdMarker?: string } | undefined = {};
    while (marker) {
      const page: ListMultipartUploadsPage = await this.client.send(
        new ListMultipartUploadsCommand({ Bucket: this.bucket, Prefix: this.prefix, ...marker }),
      );
      yield* page.Uploads ?? [];
      marker = page.IsTruncated
        ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker }
        : undefined;
    }
  }

  private async grewSince(upload: PartsOf, time: Date): Promise<boolean> {
    try {
      for await (const page of paginateListParts({ client: this.client }, upload))
        if (page.Parts?.some(({ LastModified }) => LastModified && LastModified >= time)) return true;
    } catch (error) {
      ifGone(error);
    }
    return false;
  }
}

interface ListMultipartUploadsPage {
  Uploads?: MultipartUpload[];
  IsTruncated?: boolean;
  NextKeyMarker?: string;
  NextUploadIdMarker?: string;
}

/** It was completed or aborted meanwhile. */
function ifGone(error: unknown): void {
  if (!(error instanceof NoSuchUpload)) throw error;
}
