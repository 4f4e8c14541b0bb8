import {
  AbortMultipartUploadCommand,
  ListMultipartUploadsCommand,
  NoSuchUpload,
  paginateListParts,
  type MultipartUpload,
  type S3Client,
} from '@aws-sdk/client-s3';

interface PendingUpload {
  Bucket: string;
  Key: string;
  UploadId: string;
}

/** Finds and aborts multipart uploads that a dead process left. Their parts cost money and appear in no object listing. */
export class MultipartUploads {
  constructor(
    private readonly client: S3Client,
    private readonly bucket: string,
    private readonly prefix: string,
  ) {}

  async abortUntouchedSince(time: Date): Promise<void> {
    for await (const { Key = '', UploadId = '', Initiated } of this.pending()) {
      const upload = { Bucket: this.bucket, Key, UploadId };
      if (Initiated && Initiated < time && !(await this.grewSince(upload, time))) await this.abort(upload);
    }
  }

  private async abort(upload: PendingUpload): Promise<void> {
    await this.client.send(new AbortMultipartUploadCommand(upload)).catch(ignoreMissing);
  }

  private async *pending(): AsyncGenerator<MultipartUpload> {
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

  private async grewSince(upload: PendingUpload, time: Date): Promise<boolean> {
    try {
      for await (const page of paginateListParts({ client: this.client }, upload))
        if (page.Parts?.some(({ LastModified }) => LastModified && LastModified >= time)) return true;
    } catch (error) {
      ignoreMissing(error);
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

/** The upload was completed or aborted in the meantime. */
function ignoreMissing(error: unknown): void {
  if (!(error instanceof NoSuchUpload)) throw error;
}
