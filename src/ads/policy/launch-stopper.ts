import { Injectable } from '@nestjs/common';

/** @param accountIds absent: all ad accounts of the organisation. @returns how many launches were stopped */
type StopLaunches = (reason: string, accountIds?: readonly string[]) => Promise<number>;

/** Stops launches that are running, so that they enable nothing later. Launches lie above, and register how. */
@Injectable()
export class LaunchStopper {
  private stopLaunches: StopLaunches = () => Promise.resolve(0);

  use(stopLaunches: StopLaunches): void {
    this.stopLaunches = stopLaunches;
  }

  async stop(reason: string, accountIds?: readonly string[]): Promise<number> {
    return await this.stopLaunches(reason, accountIds);
  }
}
