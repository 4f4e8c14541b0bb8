/** Media of an ad account's library. */
export type LibraryMedia = { videoId: string; coverImageId: string } | { imageIds: string[] };

/** Finds uploads of creatives, which are a neighbour of this module. */
export abstract class AdMedia {
  /** @throws NotFoundError for an unknown upload; ConflictError unless it is ready and belongs to the account */
  abstract ofUpload(uploadId: string, accountId: string): Promise<LibraryMedia>;

  /** @returns undefined unless the publication was uploaded to the account. @throws as `ofUpload` */
  abstract ofPublication(publicationId: string, accountId: string): Promise<LibraryMedia | undefined>;
}
