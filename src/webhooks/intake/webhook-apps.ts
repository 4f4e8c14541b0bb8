import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { isSignedBy, type SignatureHeader } from '../../tiktok/index.js';

/** The apps that receive events, keyed by client key, with their secrets. */
@Injectable()
export class WebhookApps {
  private readonly secrets: ReadonlyMap<string, readonly string[]>;

  constructor({ tiktok: { login, business } }: AppConfig) {
    const apps = [login, ...(business ? [business] : [])];
    const secretsOf = (key: string) => apps.filter(({ id }) => id === key).map(({ secret }) => secret);
    this.secrets = new Map(apps.map(({ id }) => [id, secretsOf(id)]));
  }

  isOurs(clientKey: string): boolean {
    return this.secrets.has(clientKey);
  }

  /** The client keys of the apps whose secret signed these bytes. */
  signersOf(rawBody: Buffer, header: SignatureHeader): string[] {
    return [...this.secrets.keys()].filter((clientKey) =>
      isSignedBy(this.secrets.get(clientKey) ?? [], header, rawBody),
    );
  }
}
