/** What a website reports to an ad account. */
export interface Pixel {
  /** 19 digits. */
  readonly id: string;
  readonly advertiserId: string;
  readonly code: string;
  readonly name: string;
  readonly category: string | null;
  readonly partnerName: string | null;
  readonly createdAt: number;
}
