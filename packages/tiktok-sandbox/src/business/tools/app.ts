/** An app that an advertiser may promote. */
export interface App {
  /** 19 digits. */
  readonly id: string;
  readonly advertiserId: string;
  readonly name: string;
  readonly packageName: string;
  readonly platform: 'ANDROID' | 'IOS';
  readonly downloadUrl: string;
  readonly partner: string;
  readonly createdAt: number;
}
