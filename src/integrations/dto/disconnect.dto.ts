import { ApiProperty } from '@nestjs/swagger';

export class DisconnectAnswer {
  @ApiProperty({ format: 'uuid' })
  integrationId: string;

  @ApiProperty({ enum: ['disconnected'], description: 'its data is deleted in the background' })
  status: 'disconnected';
}
