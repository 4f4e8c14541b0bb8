export class DisconnectAnswer {
  /** @format uuid */
  integrationId: string;

  /** The service deletes its data in the background. */
  status: 'disconnected';
}
