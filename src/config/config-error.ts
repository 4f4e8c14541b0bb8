/** The environment cannot be used. Lists every complaint, naming keys and never values. */
export class ConfigError extends Error {
  constructor(readonly complaints: string[]) {
    super(`The configuration cannot be used:\n${complaints.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}
