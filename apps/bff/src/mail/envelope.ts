import type { Sender } from '../config/mail-settings';
import type { Message } from './carrier';

/**
 * A message as nodemailer takes it. Addresses go in as objects, so that none is read as a list of several. The message
 * id is the same at each delivery: a server that got it twice can tell.
 */
export function envelopeOf({ letterId, createdAt, to, subject, text, html }: Message, from: Sender) {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    from,
    to: { name: '', address: to },
    subject,
    text,
    html,
    messageId: `<${letterId}.${createdAt.getTime()}@${domain}>`,
    // No out-of-office answers to a program (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
