import { createTransport } from 'nodemailer';
import type { EmailSettings } from '../../config/index.js';
import type { Notification } from '../notification.entity.js';
import type { DeliveryChannel } from './delivery-channel.js';
import { emailText } from './email-text.js';
import { DeliveryFailedError } from './delivery-failed.error.js';

const TIMEOUT_MS = 10_000;
// Limits the whole SMTP dialogue, because a server may be slow at each step.
const DEADLINE_MS = 30_000;

/** Sends e-mails through the operator's SMTP server. */
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

  /** Sends one e-mail to all recipients. It counts as delivered when the server accepts it for one of them. */
  async send(notification: Notification): Promise<'delivered'> {
    const { to, from } = this.settings;
    let deadline: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      deadline = setTimeout(
        () => reject(new DeliveryFailedError('the mail server took longer than 30 s')),
        DEADLINE_MS,
      );
    });
    const sent = this.transport.sendMail({
      from,
      to: [...to],
      subject: `[TikTok connector] ${notification.title}`,
      text: emailText(notification),
      // The same for each attempt, so that mailboxes can drop duplicates.
      messageId: `<${notification.id}@tiktok-connector>`,
      headers: { 'auto-submitted': 'auto-generated' },
    });
    try {
      await Promise.race([sent, late]);
      return 'delivered';
    } catch (error) {
      throw error instanceof DeliveryFailedError ? error : new DeliveryFailedError(reasonOf(error));
    } finally {
      clearTimeout(deadline);
    }
  }
}

/** Never uses the error's message, in which servers repeat addresses. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const result = typeof responseCode === 'number' ? ` answered ${responseCode}` : ' is unavailable';
  return `the mail server${result}${typeof code === 'string' ? ` (${code})` : ''}`;
}
