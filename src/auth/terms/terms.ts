import { Injectable } from '@nestjs/common';
import { type Act, Acts } from '../../acts/acts.js';
import { SignalLog } from '../../events/signal-log.repository.js';
import type { SiteTerms } from '../../problems/domain-error.js';
import { type Answer, nothing } from '../../input/answer.js';
import { InvalidInput } from '../../problems/general.errors.js';
import { Settings } from '../../settings/settings.js';
import type { Asker } from '../../users/viewer/asker.js';
import type { Member } from '../../users/viewer/viewer.js';
import { TermsNotAccepted } from './terms.errors.js';
import { TermsRepository } from './terms.repository.js';

/** The terms of the site: a version and a URL. Writers must have accepted the current version. */
@Injectable()
export class Terms {
  constructor(
    private readonly settings: Settings,
    private readonly repository: TermsRepository,
    private readonly signals: SignalLog,
    private readonly acts: Acts,
  ) {}

  /** Null if the site has none. */
  async current(): Promise<SiteTerms | null> {
    const { termsVersion: version, termsUrl: url } = await this.settings.current();
    return version !== '' && url !== '' ? { version, url } : null;
  }

  /** @throws TermsNotAccepted */
  async assertAccepted({ termsVersion }: Member): Promise<void> {
    const terms = await this.current();
    if (terms && terms.version !== termsVersion) throw new TermsNotAccepted(terms);
  }

  /**
   * @throws TermsNotAccepted when the current version is another one
   * @throws InvalidInput when the site has no terms
   */
  async assertCurrent(version: string, pointer: string): Promise<void> {
    const terms = await this.current();
    if (!terms) throw InvalidInput.at(pointer, 'The site has no terms to accept.');
    if (terms.version !== version) throw new TermsNotAccepted(terms);
  }

  /** Records an acceptance. Every node is notified before the response. */
  async accept(act: Act, userId: string, version: string): Promise<void> {
    await this.repository.accept(act, userId, version);
    await this.signals.append(act, { type: 'user.changed', userId });
  }

  /**
   * @throws TermsNotAccepted when the current version is another one
   * @throws InvalidInput when the site has no terms
   */
  acceptCurrent({ id, idempotencyKey }: Asker, version: string): Promise<Answer<void>> {
    return this.acts.once(idempotencyKey, async (act) => {
      await this.assertCurrent(version, '/version');
      await this.accept(act, id, version);
      return nothing;
    });
  }
}
