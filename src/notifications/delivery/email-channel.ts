import { createTransport } from 'nodemailer';
import type { EmailSettings } from '../../config/index.js';
import type { Notification } from '../notification.entity.js';
import type { DeliveryChannel } from './delivery-channel.js';
import { emailText } from './email-text.js';
import { NotDeliveredError } from './not-delivered.errors.js';

const TIMEOUT_MS = 10_000;
// Of a whole conversation: a server may be slow at each step of it.
const DEADLINE_MS = 30_000;

/** Hands a mail to the operator's server. */
export class EmailChannel implements DeliveryChannel {
  private readonly transport;

  constructor(private readonly settings: EmailSettings) {
    this.transport = createTransport({
      url: settings.smtpUrl,
      ...(settings.requireTls && { requireTLS: true }),
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      dnsTimeout: TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** One mail to all recipients; delivered when the server took it for at least one of them. */
  async send(notification: Notification): Promise<'delivered'> {
    const { to, from } = this.settings;
    let deadline: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      deadline = setTimeout(() => reject(new NotDeliveredError('the mail server is too slow')), DEADLINE_MS);
    });
    const sent = this.transport.sendMail({
      from,
      to: [...to],
      subject: `[TikTok connector] ${notification.title}`,
      text: emailText(notification),
      // The same at each attempt, so that mailboxes can drop a repeated one.
      messageId: `<${notification.id}@tiktok-connector>`,
      headers: { 'auto-submitted': 'auto-generated' },
    });
    try {
      await Promise.race([sent, late]);
      return 'delivered';
    } catch (error) {
      throw error instanceof NotDeliveredError ? error : new NotDeliveredError(reasonOf(error));
    } finally {
      clearTimeout(deadline);
    }
  }
}

/** Never the message of the error: servers repeat addresses in it. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const answer = typeof responseCode === 'number' ? ` answered ${responseCode}` : ' could not be used';
  return `the mail server${answer}${typeof code === 'string' ? ` (${code})` : ''}`;
}
