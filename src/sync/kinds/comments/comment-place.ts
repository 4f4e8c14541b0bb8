/** Where a run of comments continues: in the list of a video. */
export interface CommentPlace {
  videoId: string;
  cursor: number;
  /** New comments of the video that the run has found so far. */
  found: number;
}

export function commentPlaceText({ videoId, cursor, found }: CommentPlace): string {
  return `${videoId}:${cursor}:${found}`;
}

/** Returns undefined for a run that starts. */
export function readCommentPlace(text: string | null): CommentPlace | undefined {
  const [, videoId, cursor, found] = /^(\d+):(\d+):(\d+)$/.exec(text ?? '') ?? [];
  return videoId === undefined ? undefined : { videoId, cursor: Number(cursor), found: Number(found) };
}
