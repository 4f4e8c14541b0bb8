import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { Agent } from 'node:https';
import { connect, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

export interface ServedFile {
  status?: number;
  type?: string;
  location?: string;
  body?: Uint8Array | string;
}

type Connecting = { createConnection?: (...parameters: never[]) => Duplex };

/** Answers every https address of this process, as the owner of its domain would. TLS and DNS are left out. */
export class HttpsFiles {
  /** Files by path. */
  readonly files = new Map<string, ServedFile>();
  readonly asked: string[] = [];
  private readonly agent = Agent.prototype as unknown as Connecting;
  private readonly usual = this.agent.createConnection;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<HttpsFiles> {
    const server = createServer();
    const files = new HttpsFiles(server);
    server.on('request', (request, response) => {
      const path = request.url ?? '';
      const file = files.files.get(path.split('?')[0] ?? '');
      files.asked.push(`https://${request.headers.host}${path}`);
      const { status = 200, type = 'video/mp4', location, body = '' } = file ?? { status: 404 };
      response.writeHead(status, { 'content-type': type, ...(location && { location }) });
      response.end(body);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    files.agent.createConnection = () => connect(port, '127.0.0.1');
    return files;
  }

  async close(): Promise<void> {
    this.agent.createConnection = this.usual;
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }
}
