import type { LetterError } from '@ceex/contracts';
import { createTransport } from 'nodemailer';
import type { SmtpSettings } from '../config/mail-settings';
import { type Carrier, type Message, Undelivered } from './carrier';
import { envelopeOf } from './envelope';

/** Longer than any step of the conversation takes; the sum stays far below the lease of a letter. */
const STEP_MS = 20_000;
const DELIVERY_MS = 90_000;

/** Hands letters to a mail server (SMTP). */
export class SmtpCarrier implements Carrier {
  private readonly transport;

  constructor(
    private readonly settings: SmtpSettings,
    stepMs = STEP_MS,
  ) {
    const { host, port, user, password, tls } = settings;
    this.transport = createTransport({
      host,
      port,
      secure: tls === 'implicit',
      requireTLS: tls === 'starttls',
      ignoreTLS: tls === 'none',
      ...(user !== undefined && { auth: { user, pass: password } }),
      connectionTimeout: stepMs,
      greetingTimeout: stepMs,
      socketTimeout: stepMs,
      dnsTimeout: stepMs,
      // A letter is what its template says: nothing in it is ever read from a file or an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async carry(message: Message): Promise<void> {
    try {
      await this.transport.sendMail({
        ...envelopeOf(message, this.settings.from),
        signal: AbortSignal.timeout(DELIVERY_MS),
      });
    } catch (error) {
      throw undelivered(error as SmtpError);
    }
  }
}

interface SmtpError {
  readonly code?: string;
  readonly name?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** What an error of nodemailer means. Its message may repeat the recipient's address and goes no further. */
function undelivered({ code, name, command, responseCode = 0 }: SmtpError): Undelivered {
  const permanent = responseCode >= 500 && responseCode < 600;
  const reason = name === 'TimeoutError' ? 'timeout' : reasonOf(code, command);
  // A sign-in or a sender that is refused is a fault of the settings: once it is mended, the letters go.
  const ours = reason === 'sign-in-refused' || command === 'MAIL FROM';
  return new Undelivered(reason, permanent && !ours && reason !== 'unreachable');
}

function reasonOf(code?: string, command?: string): LetterError {
  switch (code) {
    case 'EAUTH':
    case 'ENOAUTH':
      return 'sign-in-refused';
    case 'EENVELOPE':
      return command === 'RCPT TO' ? 'recipient-refused' : 'letter-refused';
    case 'EMESSAGE':
      return 'letter-refused';
    case 'ETIMEDOUT':
    case 'EABORT':
      return 'timeout';
    case 'ECONNECTION':
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'EDNS':
    case 'ESOCKET':
    case 'ETLS':
    case 'EPROTOCOL':
      return 'unreachable';
    default:
      return 'other';
  }
}
