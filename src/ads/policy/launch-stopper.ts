/** Stops launches that are running, so that they enable nothing later. Launches implement it. */
export abstract class LaunchStopper {
  /** @param accountIds absent: all ad accounts of the organisation. @returns how many launches were stopped */
  abstract stop(reason: string, accountIds?: readonly string[]): Promise<number>;
}
