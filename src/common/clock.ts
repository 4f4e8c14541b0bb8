import { Injectable } from '@nestjs/common';

/** The current time. `AppModule.forRoot` takes another one, so that tests can move the time. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** @param seconds may be negative */
  inSeconds(seconds: number): Date {
    return new Date(this.now().getTime() + seconds * 1000);
  }
}
