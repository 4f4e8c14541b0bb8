import type { BuiltService } from './built-service.js';
import { reservePort } from './free-port.js';
import type { KillingGround } from './killing-ground.js';

/** Two processes of the service on one database; a killed one is replaced while the other goes on. */
export class ServicePair {
  private constructor(
    private readonly ground: KillingGround,
    private readonly ports: [number, number],
    private readonly running: [BuiltService, BuiltService],
    private readonly spares: [BuiltService, BuiltService],
  ) {}

  static async start(ground: KillingGround): Promise<ServicePair> {
    const ports: [number, number] = [ground.publicPort, await reservePort()];
    const prepare = (): [BuiltService, BuiltService] => [ground.prepare(ports[0]), ground.prepare(ports[1])];
    const [first, second] = prepare();
    // One after the other: the first may have to migrate.
    const running: [BuiltService, BuiltService] = [await first.start(), await second.start()];
    return new ServicePair(ground, ports, running, prepare());
  }

  /** On the port of PUBLIC_URL. */
  get first(): BuiltService {
    return this.running[0];
  }

  get second(): BuiltService {
    return this.running[1];
  }

  /** Resolves when its successor is ready. */
  async killOne(which: 0 | 1): Promise<void> {
    await this.ground.kill(this.running[which]);
    this.running[which] = await this.spares[which].start();
    this.spares[which] = this.ground.prepare(this.ports[which]);
  }
}
