import type { TestApp } from './test-app.js';
import { until } from './until.js';

/** A mail as the development page shows it. */
export interface ShownMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  at: string;
}

type Node = Pick<TestApp, 'request'>;

/** Mails to an address in the development store, newest first; each node stores those it sent. */
export async function mailsTo(nodes: Node | readonly Node[], to: string): Promise<ShownMail[]> {
  const kept = await Promise.all([nodes].flat().map(keptBy));
  const mails = kept.flat().filter((mail) => mail.to === to);
  return mails.toSorted((one, other) => other.at.localeCompare(one.at));
}

/** The newest mail with a subject to an address, once it has arrived. */
export async function mailTo(
  nodes: Node | readonly Node[],
  to: string,
  subject: string,
): Promise<ShownMail> {
  let found: ShownMail | undefined;
  await until(`a mail to ${to}`, async () => {
    found = (await mailsTo(nodes, to)).find((mail) => mail.subject === subject);
    return found !== undefined;
  });
  return found!;
}

async function keptBy({ request }: Node): Promise<ShownMail[]> {
  const answer = await request.get('/dev/mail').set('accept', 'application/json').expect(200);
  return answer.body.items;
}

/** The token of the link in a mail. */
export function tokenIn({ text }: Pick<ShownMail, 'text'>): string {
  return /\/account\/[\w-]+#token=([\w.-]+)/.exec(text)![1];
}

/** The English subjects of mails that confirm an address. */
export const SUBJECTS = {
  confirm: 'Confirm your e-mail address',
  reset: 'Choose a new password',
  change: 'Confirm your new e-mail address',
  takeBack: 'Your e-mail address was changed',
  taken: 'You have an account already',
  app: 'An app was added to your account',
  passkey: 'A passkey was added to your account',
  site: 'Another site was linked to your account',
  codes: 'New recovery codes were made for your account',
  code: 'A recovery code of your account was used',
} as const;
