/** Where to send a file of a post that waits for files. */
export interface MissingUpload {
  position: number;
  tusUrl: string;
}
