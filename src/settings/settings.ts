import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Act } from '../acts/acts.js';
import { AppConfig } from '../config/app-config.js';
import { SETTING_KEYS, type SiteSettings } from '../config/fixed-settings.js';
import { EventLog } from '../events/event-log.js';
import { SignalLog } from '../events/signal-log.repository.js';
import { SignalTail } from '../events/signal-tail.js';
import { InvalidInput } from '../problems/general.errors.js';
import { SiteReadOnly } from './settings.errors.js';
import { SettingsRepository } from './settings.repository.js';

/** The settings of the site, cached until a signal reports a change. */
@Injectable()
export class Settings implements OnModuleInit {
  private kept: Promise<SiteSettings> | null = null;

  constructor(
    private readonly repository: SettingsRepository,
    private readonly config: AppConfig,
    private readonly log: EventLog,
    private readonly signals: SignalLog,
    private readonly tail: SignalTail,
  ) {}

  onModuleInit(): void {
    this.log.changes.on('epoch', () => this.forget());
    this.tail.signals.on('signal', ({ type }) => {
      if (type === 'settings.changed') this.forget();
    });
  }

  /** The current settings. The environment overrides the database. */
  async current(): Promise<SiteSettings> {
    const reading = (this.kept ??= this.repository.read());
    try {
      return { ...(await reading), ...this.config.fixedSettings };
    } catch (error) {
      if (this.kept === reading) this.forget();
      throw error;
    }
  }

  /** @throws SiteReadOnly */
  async assertWritable(): Promise<void> {
    if ((await this.current()).readOnly) throw new SiteReadOnly();
  }

  /**
   * Changes the given settings and keeps the others. This node knows before the response, the other
   * nodes when they receive the signal.
   * @throws InvalidInput for a setting that the environment fixes, or that needs mail when there is
   * no mail server
   */
  async change(act: Act, change: Partial<SiteSettings>): Promise<SiteSettings> {
    this.assertFree(change);
    const settings = await this.repository.change(act, change);
    await this.signals.append(act, { type: 'settings.changed' });
    act.afterwards.push(async () => this.forget());
    return { ...settings, ...this.config.fixedSettings };
  }

  private assertFree(change: Partial<SiteSettings>): void {
    if (!this.config.hasMail) {
      const needing = [
        change.confirmEmails === true && 'confirmEmails',
        change.unconfirmedMayComment === false && 'unconfirmedMayComment',
      ].find(Boolean);
      if (needing)
        throw InvalidInput.at(`/${needing}`, 'This site sends no mail: SMTP_URL is not set.');
    }
    for (const name of Object.keys(this.config.fixedSettings) as (keyof SiteSettings)[]) {
      if (change[name] === undefined) continue;
      throw InvalidInput.at(
        `/${name}`,
        `The operator of the site fixes this setting: ${SETTING_KEYS[name]} is set.`,
      );
    }
  }

  private forget(): void {
    this.kept = null;
  }
}
