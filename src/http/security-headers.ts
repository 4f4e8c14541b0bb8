import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import { fastify as createFastify, type FastifyInstance } from 'fastify';

type Headers = Readonly<Record<string, string>>;

/** What browsers are told about an answer. */
export interface SecurityHeaders {
  answers: Headers;
  /** Of the page at /api/docs, which needs scripts and styles of its own. */
  docs: Headers;
}

const DOCS = /^\/api\/docs(\/|\?|$)/;
const YEAR_SECONDS = 365 * 24 * 60 * 60;
const NONE = ["'none'"];
const SELF = ["'self'"];
const NOTHING = { defaultSrc: NONE, baseUri: NONE, formAction: NONE, frameAncestors: NONE };
const DOCS_PAGE = {
  ...NOTHING,
  scriptSrc: SELF,
  connectSrc: SELF,
  styleSrc: [...SELF, "'unsafe-inline'"],
  imgSrc: [...SELF, 'data:'],
  fontSrc: [...SELF, 'data:'],
};

/**
 * @param publicUrl HSTS is sent when browsers come by https
 * @returns Helmet's headers, and `no-store`: answers carry tokens, codes and personal data
 */
export async function securityHeaders(publicUrl: string): Promise<SecurityHeaders> {
  const overHttps = publicUrl.startsWith('https:');
  const [answers, docs] = [await headersOf(NOTHING, overHttps), await headersOf(DOCS_PAGE, overHttps)];
  return { answers, docs };
}

/** Sets them on every answer; a route whose answers may be kept sets `cache-control` itself. */
export function secureAnswers(fastify: FastifyInstance, { answers, docs }: SecurityHeaders): void {
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers(DOCS.test(request.url) ? docs : answers);
  });
}

/** Asks Helmet once for what it would compute again for each answer. */
async function headersOf(directives: Record<string, string[]>, overHttps: boolean): Promise<Headers> {
  const probe = createFastify();
  await probe.register<FastifyHelmetOptions>(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    // For this host only: its sub-domains may belong to another team.
    strictTransportSecurity: overHttps && { maxAge: YEAR_SECONDS, includeSubDomains: false },
    // It would cut a consent in a pop-up off from the page that opened it.
    crossOriginOpenerPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  probe.get('/', async () => '');
  const { headers } = await probe.inject('/');
  await probe.close();
  const own = Object.entries(headers).filter(([name]) => !FASTIFYS.has(name)) as [string, string][];
  return { ...Object.fromEntries(own), 'cache-control': 'no-store' };
}

const FASTIFYS = new Set(['connection', 'content-length', 'content-type', 'date']);
