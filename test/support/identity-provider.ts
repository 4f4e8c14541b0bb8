import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A local identity provider's key set, which can grow and go away. */
export class IdentityProvider {
  private readonly server: Server = createServer((_request, response) => {
    this.asked += 1;
    const keys = [...this.keys].map(([kid, key]) =>
      Object.assign(createPublicKey(key).export({ format: 'jwk' }), { kid, use: 'sig', alg: 'RS256' }),
    );
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ keys: [...keys, ...this.others] }));
  });
  private readonly keys = new Map<string, KeyObject>();
  private readonly others: object[] = [];
  private port = 0;
  /** How often it was asked for its keys. */
  asked = 0;

  static async start(): Promise<IdentityProvider> {
    const provider = new IdentityProvider();
    await provider.open();
    return provider;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/jwks.json`;
  }

  /** @returns the private key */
  add(kid: string): KeyObject {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.keys.set(kid, privateKey);
    return privateKey;
  }

  /** Publishes a key as it is, beside the good ones. */
  publish(jwk: object): void {
    this.others.push(jwk);
  }

  async open(): Promise<void> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    if (!this.server.listening) return;
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }
}
