import { AddressRefused, failureOf, MailNotTaken } from './mail-failures.js';

describe('a mail that the server refuses', () => {
  const refusal = (response: string, command = 'RCPT TO') =>
    failureOf({ code: 'EENVELOPE', command, response, responseCode: Number(response.slice(0, 3)) });

  it.each([
    '550 5.1.1 <anna@example.org>: Recipient address rejected: User unknown',
    '550-5.1.1 The email account that you tried to reach does not exist.',
    '550 5.2.1 The account is disabled',
    '554 5.1.10 RESOLVER.ADR.RecipientNotFound; not found',
    '550 No such user here',
    '550 Unrouteable address',
    '551 User not local',
    '553 Requested action not taken: mailbox name not allowed',
  ])('for the sake of its recipient, blames the address: %s', (response) => {
    expect(refusal(response)).toBeInstanceOf(AddressRefused);
  });

  it.each([
    '550 5.7.1 Unable to relay',
    '550 5.7.1 Service unavailable; client host [192.0.2.1] blocked',
    '554 5.7.1 <anna@example.org>: Relay access denied',
    '550 relay not permitted',
    "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
    '530 Authentication required',
    '530 5.7.0 Must issue a STARTTLS command first',
    '535 5.7.8 Authentication credentials invalid',
    '550 5.1.8 <talk@example.org>: Sender address rejected: Domain not found',
    '550 5.1.7 Bad sender address syntax',
    '550 5.4.1 Relay attempted',
    '503 Bad sequence of commands',
    '554 Transaction failed',
    '450 4.2.1 Mailbox busy',
  ])('for another reason, blames no address: %s', (response) => {
    const failure = refusal(response);
    expect(failure).toBeInstanceOf(MailNotTaken);
    expect(failure.message).toBe(`The mail server answered ${response.slice(0, 3)} to RCPT TO.`);
  });

  it('before or behind the recipient, blames no address', () => {
    for (const command of ['MAIL FROM', 'DATA', 'AUTH PLAIN']) {
      expect(refusal('550 5.1.1 No such user', command)).toBeInstanceOf(MailNotTaken);
    }
    expect(failureOf({ code: 'ECONNREFUSED' }).message).toBe(
      'The mail server failed with ECONNREFUSED.',
    );
  });
});
