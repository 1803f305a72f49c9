import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { AppConfig } from '../../config/app-config.js';
import { Metrics } from '../../metrics/metrics.js';
import type { RateLimit } from '../../problems/domain-error.js';
import { AllNodeCounts } from './all-node-counts.js';
import { Budget } from './budget.js';
import { LIMIT_CLASSES, type LimitClass, type LimitName } from './limit-classes.js';
import { TooManyRequests } from './limits.errors.js';
import { MemoryWindows } from './memory-windows.js';
import {
  type Caller,
  type Part,
  partsOf,
  partsOfCode,
  partsOfMailbox,
  partsOfNetwork,
} from './budget-parts.js';
import type { Window } from './window-store.js';

/** The owners of budgets; every other budget belongs to a network. */
const FROM: Readonly<Partial<Record<Part['by'], string>>> = {
  session: 'this session',
  account: 'your account',
  mailbox: 'everybody',
  everybody: 'everybody',
};

/** Counts requests by `LIMIT_CLASSES`. */
@Injectable()
export class Limits {
  /** Separate, so that a flood of addresses does not evict the counts of accounts. */
  private readonly ofAccounts = new MemoryWindows();
  private readonly ofNetworks = new MemoryWindows();
  private readonly budgets = new Map<string, Budget>();

  constructor(
    private readonly config: AppConfig,
    private readonly allNodes: AllNodeCounts,
    metrics: Metrics,
  ) {
    metrics.gauge(
      'limit_entries',
      'Counts of accounts and networks that this node keeps in memory.',
      () => this.ofAccounts.size + this.ofNetworks.size,
    );
  }

  /**
   * Counts a request.
   * @returns the budget with the least left; null for an uncounted route
   * @throws TooManyRequests
   */
  async take(name: LimitName | null, caller: Caller): Promise<RateLimit | null> {
    return name ? this.takeAll(name, partsOf(LIMIT_CLASSES[name], caller)) : null;
  }

  /** The refusal if a budget is spent, before the request is read; null otherwise. */
  findSpent(name: LimitName | null, caller: Caller): TooManyRequests | null {
    if (!this.config.rateLimits || !name) return null;
    for (const part of partsOf(LIMIT_CLASSES[name], caller)) {
      const spent = this.budgetOf(name, part).findSpent(part.key);
      if (spent) return refusal(name, part, spent);
    }
    return null;
  }

  /**
   * Counts an event without a route, by its network and on this node only.
   * @returns the refusal when there were too many
   */
  countHere(name: LimitName, address: string): TooManyRequests | null {
    if (!this.config.rateLimits) return null;
    for (const part of partsOfNetwork(LIMIT_CLASSES[name], address)) {
      const window = this.budgetOf(name, part).takeHere(part.key);
      if (window.count > part.rate.count) return refusal(name, part, window);
    }
    return null;
  }

  /**
   * Counts a password before it is checked: by login and network together.
   * @param login the normalised login that was typed, or the id of a signed-in account
   * @throws TooManyRequests
   */
  async takePassword(login: string, address: string): Promise<void> {
    await this.takeAll('passwords', partsOfPassword(login, address));
  }

  /** The password was right, so earlier attempts no longer count. */
  async forgetPasswords(login: string, address: string): Promise<void> {
    await this.forget('passwords', partsOfPassword(login, address));
  }

  /**
   * Counts a code before it is checked: by account and network together, and by account alone.
   * @throws TooManyRequests
   */
  async takeCode(accountId: string, address: string): Promise<void> {
    await this.takeAll('codes', partsOfCode(LIMIT_CLASSES.codes, address, accountId));
  }

  /**
   * Counts a recovery code before it is checked: by account and network together only. Nobody can
   * guess one, and somebody who knows the password must not be able to use up the owner's attempts.
   * @throws TooManyRequests
   */
  async takeRecoveryCode(accountId: string, address: string): Promise<void> {
    await this.takeAll('codes', partsOfNetwork(LIMIT_CLASSES.codes, address, `${accountId} `));
  }

  /** The code was right, so earlier attempts no longer count. */
  async forgetCodes(accountId: string, address: string): Promise<void> {
    await this.forget('codes', partsOfCode(LIMIT_CLASSES.codes, address, accountId));
  }

  /**
   * Counts a requested mail: by mailbox and network together, and by mailbox alone.
   * @param emailKey the key of the requested address, whether or not an account has it
   * @param address of the caller
   * @throws TooManyRequests
   */
  async takeMail(emailKey: string, address: string): Promise<void> {
    await this.takeAll('mails', partsOfMailbox(LIMIT_CLASSES.mails, address, digestOf(emailKey)));
  }

  private async takeAll(name: LimitName, parts: Iterable<Part>): Promise<RateLimit | null> {
    if (!this.config.rateLimits) return null;
    let least: RateLimit | null = null;
    for (const part of parts) {
      const left = await this.takeOne(name, part);
      if (!least || left.remaining < least.remaining) least = left;
    }
    return least;
  }

  private async forget(name: LimitName, parts: Iterable<Part>): Promise<void> {
    if (!this.config.rateLimits) return;
    for (const part of parts) await this.budgetOf(name, part).forget(part.key);
  }

  private async takeOne(name: LimitName, part: Part): Promise<RateLimit> {
    const window = await this.budgetOf(name, part).take(part.key);
    if (window.count > part.rate.count) throw refusal(name, part, window);
    return rateLimitOf(part, window);
  }

  /** Accounts of every age have the same keys, so a count continues when the budget grows. */
  private budgetOf(name: LimitName, { by, rate }: Part): Budget {
    const common = `${name}:${by}:${rate.seconds}`;
    const id = `${common}:${rate.count}`;
    let budget = this.budgets.get(id);
    if (!budget) {
      const { shared } = LIMIT_CLASSES[name] as LimitClass;
      const store = by === 'session' || by === 'account' ? this.ofAccounts : this.ofNetworks;
      budget = new Budget(common, rate, store, shared ? this.allNodes : null);
      this.budgets.set(id, budget);
    }
    return budget;
  }
}

function partsOfPassword(login: string, address: string): Iterable<Part> {
  return partsOfNetwork(LIMIT_CLASSES.passwords, address, `${digestOf(login)} `);
}

/** The typed login may be as long as a body, so only a digest is stored. */
function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function rateLimitOf({ rate }: Part, { count, endsInMs }: Window): RateLimit {
  return {
    limit: rate.count,
    remaining: Math.max(0, rate.count - count),
    reset: Math.max(1, Math.ceil(endsInMs / 1_000)),
  };
}

function refusal(limit: LimitName, part: Part, window: Window): TooManyRequests {
  const { by, rate, grows } = part;
  const { what } = LIMIT_CLASSES[limit];
  return new TooManyRequests(
    { limit, what, from: FROM[by] ?? 'your network', seconds: rate.seconds, grows },
    rateLimitOf(part, window),
  );
}
