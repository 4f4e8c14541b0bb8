import { IsNotEmpty, IsString, MaxLength, ValidateIf } from 'class-validator';
import { NoZeroByte } from '../../../common/index.js';

export class AssignConversationDto {
  /**
   * The id of the user who answers; null for no assignment.
   * @example user-17
   */
  @ValidateIf(({ assignee }: AssignConversationDto) => assignee !== null)
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @NoZeroByte()
  assignee: string | null;
}
