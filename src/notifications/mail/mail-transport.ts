import { createTransport } from 'nodemailer';
import type { MailConfig, SmtpServer } from '../../config/mail-config.js';

/** A reachable server answers within these 40 seconds. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 40_000 };

export type MailTransport = ReturnType<typeof createMailTransport>;

/** Sends mails by the server of `SMTP_URL`; without one it only records them. */
export function createMailTransport({ smtp, dkim }: MailConfig) {
  const signed = dkim ? { dkim } : {};
  return smtp
    ? createTransport({ ...smtpOptions(smtp), ...signed })
    : createTransport({ streamTransport: true, buffer: true, ...signed });
}

function smtpOptions({ host, port, secure, inner, auth }: SmtpServer) {
  return {
    host,
    port,
    secure,
    // A relay in a private network seldom has a valid certificate.
    ...(secure ? {} : { requireTLS: !inner, ignoreTLS: inner }),
    ...(auth ? { auth } : {}),
    ...PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
