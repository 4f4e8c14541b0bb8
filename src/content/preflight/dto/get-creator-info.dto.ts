import { PickType } from '@nestjs/swagger';
import { NewPostDto } from '../../publications/dto/new-post.dto.js';

export class GetCreatorInfoDto extends PickType(NewPostDto, ['integrationId']) {}
