/** Where a run of comments continues: in the list of a video. */
export interface CommentPlace {
  videoId: string;
  cursor: number;
  /** New comments of the video that the run has found so far. */
  found: number;
  /** Where the replies of one comment continue: a long thread needs more calls than TikTok takes in a minute. */
  replies?: ReplyPlace | undefined;
}

export interface ReplyPlace {
  rootId: string;
  cursor: number;
}

export function commentPlaceText({ videoId, cursor, found, replies }: CommentPlace): string {
  const place = `${videoId}:${cursor}:${found}`;
  return replies ? `${place}:${replies.rootId}:${replies.cursor}` : place;
}

/** Returns undefined for a run that starts. */
export function readCommentPlace(text: string | null): CommentPlace | undefined {
  const parts = /^(\d+):(\d+):(\d+)(?::(\d+):(\d+))?$/.exec(text ?? '') ?? [];
  const [, videoId, cursor, found, rootId, replyCursor] = parts;
  if (videoId === undefined) return undefined;
  const replies = rootId === undefined ? undefined : { rootId, cursor: Number(replyCursor) };
  return { videoId, cursor: Number(cursor), found: Number(found), replies };
}
