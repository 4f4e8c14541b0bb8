export class AdsCallAnswer {
  /** TikTok's data, unchanged. Numbers that JavaScript cannot hold are texts. */
  data: unknown;

  /** Names the call to TikTok's support. Null if TikTok sent none. */
  requestId: string | null;
}
