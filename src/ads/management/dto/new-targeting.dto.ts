import { PartialType } from '@nestjs/swagger';
import { TargetingDto } from '../../spec/targeting.dto.js';

/** The parts of the targeting that change. What is absent stays; a list replaces the list. */
export class NewTargetingDto extends PartialType(TargetingDto) {}
