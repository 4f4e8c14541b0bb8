export class MessageImageView {
  /**
   * For the field `imageId` of a message.
   * @format uuid
   */
  id: string;

  /** When TikTok forgets the image. Upload it again after that. */
  expiresAt: Date;
}
