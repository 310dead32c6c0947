import { variables } from '@ceex/server';
import { z } from 'zod';

/** The variables that say where letters go. */
export const mailVariables = {
  /** `smtp` sends letters; `folder` keeps them for a page of the operator, on the machine of whoever tries CEEX out. */
  MAIL_TRANSPORT: z.enum(['smtp', 'folder']),
  /** Where `folder` keeps them. */
  MAIL_FOLDER: z.string().optional(),
  /** The address that letters come from. Required to send them. */
  MAIL_FROM: z.email('must be an e-mail address').max(254).optional(),
  /** Required to send letters. */
  SMTP_HOST: z.string().optional(),
  /** By default 465 where TLS is implicit, else 587. */
  SMTP_PORT: variables.port.optional(),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  /** `implicit` from the first byte on, `starttls` insists on the change to it, `none` only to a mail catcher nearby. */
  SMTP_TLS: z.enum(['implicit', 'starttls', 'none']).default('starttls'),
  /** In which letters tell the time. */
  MAIL_TIME_ZONE: z.string().refine(isTimeZone, 'must be an IANA time zone').default('Europe/Zurich'),
};

type MailVariables = z.infer<z.ZodObject<typeof mailVariables>> & { readonly PUBLIC_URL: string };

export interface Sender {
  readonly name: string;
  readonly address: string;
}

export interface FolderSettings {
  readonly transport: 'folder';
  readonly folder: string;
  readonly from: Sender;
}

export interface SmtpSettings {
  readonly transport: 'smtp';
  readonly host: string;
  readonly port: number;
  readonly user?: string;
  readonly password?: string;
  readonly tls: 'implicit' | 'starttls' | 'none';
  readonly from: Sender;
}

/** Adds what is wrong with the variables together: for each transport its own are required. */
export function checkMail(config: MailVariables, context: z.RefinementCtx): void {
  const fault = (variable: keyof typeof mailVariables, message: string) =>
    context.addIssue({ code: 'custom', path: [variable], message });
  if (config.MAIL_TRANSPORT === 'folder') {
    if (config.MAIL_FOLDER === undefined) fault('MAIL_FOLDER', 'is missing');
    if (!isLocal(config.PUBLIC_URL))
      fault('MAIL_TRANSPORT', 'folder is for PUBLIC_URL on localhost: an operator could read everybody’s letters');
    return;
  }
  for (const name of ['MAIL_FROM', 'SMTP_HOST'] as const) if (config[name] === undefined) fault(name, 'is missing');
  if ((config.SMTP_USER === undefined) !== (config.SMTP_PASSWORD === undefined))
    fault(config.SMTP_USER === undefined ? 'SMTP_USER' : 'SMTP_PASSWORD', 'is missing');
  if (config.SMTP_TLS === 'none' && config.SMTP_USER !== undefined)
    fault('SMTP_TLS', 'none would send SMTP_PASSWORD in the clear');
}

/** The mail settings of a configuration that `checkMail` found nothing wrong with. */
export function mailSettings(config: MailVariables & { readonly PRODUCT_NAME: string }): FolderSettings | SmtpSettings {
  const { MAIL_FOLDER: folder = '', SMTP_HOST: host = '', SMTP_USER: user, SMTP_PASSWORD: password } = config;
  const from = { name: config.PRODUCT_NAME, address: config.MAIL_FROM ?? 'no-reply@ceex.invalid' };
  if (config.MAIL_TRANSPORT === 'folder') return { transport: 'folder', folder, from };
  const tls = config.SMTP_TLS;
  return {
    transport: 'smtp',
    host,
    port: config.SMTP_PORT ?? (tls === 'implicit' ? 465 : 587),
    user,
    password,
    tls,
    from,
  };
}

function isLocal(url: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(url).hostname);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
