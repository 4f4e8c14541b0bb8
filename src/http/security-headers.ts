import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import { fastify as createFastify, type FastifyInstance } from 'fastify';

type Headers = Readonly<Record<string, string>>;

/** Headers that restrict what browsers do with an answer. */
export interface SecurityHeaders {
  answers: Headers;
  /** For the page at /api/docs, which needs its own scripts and styles. */
  docs: Headers;
  /** For the admin UI. */
  admin: Headers;
}

const DOCS = /^\/api\/docs(\/|\?|$)/;
const ADMIN = /^\/admin(\/|\?|$)/;
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

/** The UI loads pictures from TikTok's servers, whose names change. */
function adminPage({ publicUrl, embedOrigins }: HeaderSettings) {
  return {
    ...DOCS_PAGE,
    connectSrc: [...SELF, new URL(publicUrl).origin],
    imgSrc: [...DOCS_PAGE.imgSrc, 'blob:', 'https:', ...(publicUrl.startsWith('https:') ? [] : ['http:'])],
    mediaSrc: [...SELF, 'blob:', 'https:'],
    frameAncestors: embedOrigins.length > 0 ? [...embedOrigins] : NONE,
  };
}

interface HeaderSettings {
  /** Enables HSTS if it is https. */
  publicUrl: string;
  /** Origins that may show the admin UI in a frame. */
  embedOrigins: readonly string[];
}

/**
 * @returns Helmet's headers, and `no-store`, because answers contain tokens, codes and personal data
 */
export async function securityHeaders(settings: HeaderSettings): Promise<SecurityHeaders> {
  const overHttps = settings.publicUrl.startsWith('https:');
  const [answers, docs, admin] = await Promise.all(
    [NOTHING, DOCS_PAGE, adminPage(settings)].map((directives) => headersOf(directives, overHttps)),
  );
  // Only the content security policy can name several origins that may embed a page.
  const { 'x-frame-options': _denied, ...embeddable } = admin!;
  return { answers: answers!, docs: docs!, admin: settings.embedOrigins.length > 0 ? embeddable : admin! };
}

/** Sets the headers on every answer. A route with cacheable answers sets `cache-control` itself. */
export function secureAnswers(fastify: FastifyInstance, { answers, docs, admin }: SecurityHeaders): void {
  fastify.addHook('onRequest', async (request, reply) => {
    const page = DOCS.test(request.url) ? docs : ADMIN.test(request.url) ? admin : undefined;
    void reply.headers(page ?? answers);
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
