import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Purpose } from '../../auth/proofs/proof-tokens.js';
import type { Proof } from '../../auth/proofs/proofs.repository.js';
import { PROOF_MAIL, Proofs } from '../../auth/proofs/proofs.service.js';
import { AppConfig } from '../../config/app-config.js';
import { type Language, languageOf } from '../../text/plain/languages.js';
import { inFrame } from './mail-frame.js';
import { filled, type ProofKind, type ProofWords } from './mail-words.js';
import { en } from './mail-words-en.js';
import { lv } from './mail-words-lv.js';
import { ru } from './mail-words-ru.js';
import { Mailer } from './mailer.js';

const WORDS: Readonly<Record<Language, ProofWords>> = { en, lv, ru };

/** The pages of the service that use the tokens. The fragment after `#` is never logged. */
const PAGES: Readonly<Record<Purpose, string>> = {
  confirm: 'confirm',
  change: 'confirm',
  reset: 'reset',
  'take-back': 'address',
  'not-me': 'not-me',
};

/** Mails the links that prove access to a mailbox. */
@Injectable()
export class ProofMails implements OnModuleInit {
  constructor(
    private readonly proofs: Proofs,
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.mailer.handle<{ proofId: string }>(PROOF_MAIL, ({ proofId }) => this.send(proofId));
  }

  private async send(id: string): Promise<void> {
    const found = await this.proofs.findToMail(id);
    if (!found || isStopped(found.proof)) return;
    const { proof, token } = found;
    const kind = kindOf(proof);
    const language = languageOf(proof.language);
    const words = WORDS[language];
    const { subject, lines, action, notes } = letterOf(kind, proof, words);
    const site = this.config.mail.from.name;
    const { holder } = proof;
    const taken = kind === 'taken' ? holder : null;
    const { username } = taken ?? proof.account;
    const fill = (sentence: string) =>
      filled(sentence, { site, username, holder: holder?.username ?? '' });
    const loses = holder && !taken ? [words.loses] : [];
    const url = `${this.config.publicUrl}/account/${PAGES[proof.purpose]}#token=${token}`;
    const letter = inFrame({
      language,
      site,
      title: subject,
      lines: lines.map(fill),
      ...(action && { action: { label: action, url } }),
      notes: [...loses, ...notes].map(fill),
    });
    const { userId, emailKey, email } = proof;
    await this.mailer.send({
      ...letter,
      to: taken?.email ?? email,
      subject,
      about: `proof.${id}`,
      returnsTo: { userId, emailKey },
    });
  }
}

/**
 * The owner of a confirmed address is told about their account and gets no link, because the link
 * would be for the account of somebody else.
 */
function kindOf({ holder, purpose }: Proof): ProofKind | 'not-me' {
  return holder?.owns && purpose !== 'take-back' ? 'taken' : purpose;
}

function letterOf(kind: ProofKind | 'not-me', { way }: Proof, { added, ...words }: ProofWords) {
  return kind === 'not-me' ? { ...added, ...added.ways[way!.kind] } : words[kind];
}

/**
 * A bounced address gets no more mail, except for a new password: a user who has lost the password
 * cannot sign in to have the address retried. Nothing is known about bounces of an address that is
 * not the account's.
 */
function isStopped({ purpose, emailKey, account }: Proof): boolean {
  return purpose !== 'reset' && account.emailFailed && account.emailKey === emailKey;
}
