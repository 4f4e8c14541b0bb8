import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { NoZeroByte } from '../../../common/index.js';

export const CARD_STYLES = ['buttons', 'links'] as const;
export type CardStyle = (typeof CARD_STYLES)[number];

export class CardAnswerDto {
  /**
   * What the person sees and sends by pressing it: at most 20 characters for a button, 40 for a link.
   * @example "Large"
   */
  @IsString()
  @NoZeroByte()
  @Length(1, 40)
  title: string;

  /**
   * Comes back in the timeline when the person presses it. By default, its number from 1.
   * @example "size-l"
   */
  @IsOptional()
  @IsString()
  @NoZeroByte()
  @Length(1, 40)
  id?: string;
}

export class CardDto {
  /** How the answers are shown. */
  @IsIn(CARD_STYLES)
  style: CardStyle;

  /**
   * The question.
   * @example "Which size?"
   */
  @IsString()
  @NoZeroByte()
  @Length(1, 40)
  title: string;

  /** The answers to choose from. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => CardAnswerDto)
  answers: CardAnswerDto[];
}

export class NewMessageDto {
  /**
   * A text. `CRM_MESSAGE_MAX_LENGTH` limits its length.
   * @example "It's ten euros."
   */
  @IsOptional()
  @IsString()
  @NoZeroByte()
  text?: string;

  /**
   * An image that you have uploaded for this account. Its own message: TikTok takes no text with it.
   * @format uuid
   */
  @IsOptional()
  @IsUUID()
  imageId?: string;

  /**
   * A post of this account to share.
   * @example "7602997517160123666"
   */
  @IsOptional()
  @Matches(/^\d{5,20}$/, { message: 'must be the id of a post, in digits' })
  videoId?: string;

  /** A question with answers to press. */
  @IsOptional()
  @ValidateNested()
  @Type(() => CardDto)
  card?: CardDto;

  /**
   * The message that a text answers. TikTok quotes it.
   * @format uuid
   */
  @IsOptional()
  @IsUUID()
  quotedMessageId?: string;
}
