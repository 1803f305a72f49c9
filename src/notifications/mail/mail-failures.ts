/** No mail arrives at the address, however often it is tried. */
export class AddressRefused extends Error {}

/** The mail did not leave this time. Its message is kept with the job, and so names nobody. */
export class MailNotTaken extends Error {}

/** What the client of SMTP says of a failure. */
interface SmtpFailure {
  code?: string;
  command?: string;
  responseCode?: number;
}

/**
 * A failure of the client in our words: what the server says may quote the address. That of the recipient is refused
 * for good by a 5xx to `RCPT TO`; every other refusal may be one of us, of our settings or of the moment.
 */
export function failureOf(error: unknown): AddressRefused | MailNotTaken {
  const { code = 'unknown', command = 'CONN', responseCode = 0 } = error as SmtpFailure;
  const isFinal = responseCode >= 500 && responseCode < 600;
  if (command === 'RCPT TO' && isFinal) {
    return new AddressRefused(`The mail server refused the address with ${responseCode}.`);
  }
  const answer = responseCode ? `answered ${responseCode} to ${command}` : `failed with ${code}`;
  return new MailNotTaken(`The mail server ${answer}.`);
}
