import { reservePort } from '../free-port.js';
import type { CrashHarness } from './crash-harness.js';
import type { ServiceProcess } from './service-process.js';

/** Two processes of the service on one database. The other one keeps running while a killed one is replaced. */
export class ServicePair {
  private constructor(
    private readonly harness: CrashHarness,
    private readonly ports: [number, number],
    private readonly running: [ServiceProcess, ServiceProcess],
  ) {}

  static async start(harness: CrashHarness): Promise<ServicePair> {
    const ports: [number, number] = [harness.publicPort, await reservePort()];
    // One after the other: the first may have to migrate.
    const first = await harness.running();
    const pair = new ServicePair(harness, ports, [first, await harness.take(ports[1]).ready()]);
    harness.loadNext();
    return pair;
  }

  /** The one on the port of PUBLIC_URL. */
  get first(): ServiceProcess {
    return this.running[0];
  }

  get second(): ServiceProcess {
    return this.running[1];
  }

  /** Resolves when its successor is ready. */
  async killOne(which: 0 | 1): Promise<void> {
    await this.harness.kill(this.running[which]);
    const successor = this.harness.take(this.ports[which]);
    this.harness.loadNext();
    this.running[which] = await successor.ready();
  }
}
