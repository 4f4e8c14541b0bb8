/** Where to send each file of a post that waits for files. */
export interface MissingUpload {
  position: number;
  tusUrl: string;
}

const PREFIX = 'connector.uploads.';

/** Keeps the links of this tab's uploads, so that they can be resumed after a reload. The service does not show them again. */
export const uploadLinks = {
  get(publishId: string): MissingUpload[] {
    const kept = sessionStorage.getItem(PREFIX + publishId);
    return kept === null ? [] : (JSON.parse(kept) as MissingUpload[]);
  },
  keep(publishId: string, uploads: readonly MissingUpload[]): void {
    const needed = uploads.map(({ position, tusUrl }) => ({ position, tusUrl }));
    sessionStorage.setItem(PREFIX + publishId, JSON.stringify(needed));
  },
  forget(publishId: string): void {
    sessionStorage.removeItem(PREFIX + publishId);
  },
};
