/** The server refuses the address permanently. */
export class AddressRefused extends Error {}

/**
 * The mail could not be sent this time. The error message is stored with the job, so it contains
 * no names.
 */
export class MailNotTaken extends Error {}

/** The fields of an error of the SMTP client. */
interface SmtpFailure {
  code?: string;
  command?: string;
  responseCode?: number;
  /** The last answer of the server. */
  response?: string;
}

/** RFC 5321: the mailbox does not exist, was moved, is full, or has an invalid name. */
const OF_MAILBOX: ReadonlySet<number> = new Set([550, 551, 552, 553]);
/**
 * RFC 3463: `5.1` is about the address, `5.2` about the mailbox; but 5.1.7 and 5.1.8 are about the
 * sender.
 */
const ENHANCED = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/;
const OF_RECIPIENT = /^5\.(1\.(?![78]$)|2\.)/;
/** Servers without such codes also use 550 for a refused sender. */
const OF_US = /relay|rcpthosts|authenticat|block|polic|spam/i;

/**
 * Converts an error of the SMTP client, because the response of the server may quote the address. A
 * 5xx to `RCPT TO` about the mailbox refuses the recipient permanently. Every other refusal is
 * about this service, its settings, or temporary: a relay that rejects the service must not mark
 * addresses as bounced.
 */
export function failureOf(error: unknown): AddressRefused | MailNotTaken {
  const { code = 'unknown', command = 'CONN', responseCode = 0 } = error as SmtpFailure;
  if (command === 'RCPT TO' && isOfRecipient(error as SmtpFailure)) {
    return new AddressRefused(`The mail server refused the address with ${responseCode}.`);
  }
  const answer = responseCode ? `answered ${responseCode} to ${command}` : `failed with ${code}`;
  return new MailNotTaken(`The mail server ${answer}.`);
}

function isOfRecipient({ responseCode = 0, response = '' }: SmtpFailure): boolean {
  if (responseCode < 500 || responseCode > 599) return false;
  const [, enhanced] = ENHANCED.exec(response) ?? [];
  if (enhanced !== undefined) return OF_RECIPIENT.test(enhanced);
  return OF_MAILBOX.has(responseCode) && !OF_US.test(response);
}
