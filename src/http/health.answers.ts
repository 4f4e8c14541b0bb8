import { ApiProperty } from '@nestjs/swagger';

export class LiveAnswer {
  @ApiProperty({ enum: ['ok'], description: 'The process answers.' })
  status: 'ok';
}

const STATE = ['ok', 'unavailable'] as const;

/** `unavailable`: it does not work now, and the process can do without; `notes` says what that means. */
type State = (typeof STATE)[number];

export class ReadyAnswer {
  @ApiProperty({
    enum: ['ok'],
    description: 'This process can serve requests. Otherwise the answer is a 503.',
  })
  status: 'ok';

  @ApiProperty({ enum: ['ok'], description: 'PostgreSQL answers.' })
  database: 'ok';

  @ApiProperty({
    enum: STATE,
    description:
      '`unavailable`: Redis does not answer. No work is lost; jobs are found in the database, up to a second later. ' +
      'Without REDIS_URL jobs need no Redis, and it is `ok`.',
  })
  queue: State;

  @ApiProperty({
    enum: STATE,
    description:
      '`unavailable`: DATA_DIR had a failure lately and works again. While it fails the answer is a 503.',
  })
  dataFolder: State;

  @ApiProperty({
    enum: STATE,
    description:
      '`unavailable`: a key is missing that some accounts need; all others work. When the key is missing that tokens are ' +
      'encrypted with now, the answer is a 503.',
  })
  encryptionKeys: State;

  @ApiProperty({
    type: [String],
    description: 'What is not as it should be, what that means, and what to do.',
  })
  notes: string[];
}
