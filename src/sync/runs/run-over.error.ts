/** The run was cancelled, or its integration is gone: stop, and change nothing. */
export class RunOverError extends Error {
  constructor(id: string) {
    super(`the sync run ${id} is over`);
    this.name = 'RunOverError';
  }
}
