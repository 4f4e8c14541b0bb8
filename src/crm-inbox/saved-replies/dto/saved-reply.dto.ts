import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { NoZeroByte } from '../../../common/index.js';

export class SavedReplyDto {
  /**
   * How users find it.
   * @example Opening hours
   */
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  @NoZeroByte()
  title: string;

  /**
   * What it says. The limit is that of direct messages; a reply to a comment is shorter.
   * @example We are open from 9 to 18.
   */
  @IsString()
  @IsNotEmpty()
  @MaxLength(6000)
  @NoZeroByte()
  text: string;
}

export class SavedReplyView extends SavedReplyDto {
  /** @format uuid */
  id: string;

  /** The user who last changed it. */
  updatedBy: string;

  createdAt: Date;

  updatedAt: Date;
}
