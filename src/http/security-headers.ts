import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import { fastify as createFastify, type FastifyInstance } from 'fastify';

type Headers = Readonly<Record<string, string>>;

/** Headers that restrict what browsers do with an answer. */
export interface SecurityHeaders {
  answers: Headers;
  /** For the page at /api/docs, which needs its own scripts and styles. */
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
 * @param publicUrl enables HSTS if it is https
 * @returns Helmet's headers, and `no-store`, because answers contain tokens, codes and personal data
 */
export async function securityHeaders(publicUrl: string): Promise<SecurityHeaders> {
  const overHttps = publicUrl.startsWith('https:');
  const [answers, docs] = [await headersOf(NOTHING, overHttps), await headersOf(DOCS_PAGE, overHttps)];
  return { answers, docs };
}

/** Sets the headers on every answer. A route with cacheable answers sets `cache-control` itself. */
export function secureAnswers(fastify: FastifyInstance, { answers, docs }: SecurityHeaders): void {
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers(DOCS.test(request.url) ? docs : answers);
  });
}

/** Asks Helmet once, because it would compute the same headers for every answer. */
async function headersOf(directives: Record<string, string[]>, overHttps: boolean): Promise<Headers> {
  const probe = createFastify();
  await probe.register<FastifyHelmetOptions>(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    // Sub-domains may belong to another team.
    strictTransportSecurity: overHttps && { maxAge: YEAR_SECONDS, includeSubDomains: false },
    // It would separate a consent pop-up from the page that opened it.
    crossOriginOpenerPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  probe.get('/', async () => '');
  const { headers } = await probe.inject('/');
  await probe.close();
  const own = Object.entries(headers).filter(([name]) => !SET_BY_FASTIFY.has(name)) as [string, string][];
  return { ...Object.fromEntries(own), 'cache-control': 'no-store' };
}

const SET_BY_FASTIFY = new Set(['connection', 'content-length', 'content-type', 'date']);
