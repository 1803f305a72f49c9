import { ADMIN, type Person } from '../../chaos/site.js';
import { PASSWORD, TERMS } from './plans.js';
import type { Exchange } from './script.js';
import type { Reply, Sender } from './sender.js';
import type { Role, Shape } from './shape.js';

/** Roles that belong to an account; any suitable account plays the others. */
type Rank = 'member' | 'moderator' | 'admin';

export interface Member extends Person {
  rank: Rank;
}

interface SignedIn {
  accessToken: string;
  user: { id: string; username: string };
}

/**
 * The accounts that send requests. They ban each other, sign out, lose their roles and ask for
 * their erasure, so a useless account is replaced. The first administrator only appoints them.
 */
export class Crew {
  private members: Member[] = [];
  private count = 0;
  private rootToken = '';

  constructor(
    private readonly sender: Sender,
    private readonly name: string,
    /** The members of all crews: one may choose what another has written. */
    private readonly everybody: Map<string, Member>,
    private readonly tell: (exchange: Exchange) => void,
  ) {}

  async open(): Promise<void> {
    await this.signInRoot();
    for (const rank of ['member', 'member', 'moderator', 'admin'] as const)
      this.members.push(await this.hire(rank));
  }

  /** @param newest the token of the most recent account */
  tokenFor({ role, about }: Shape, newest: unknown): string | null {
    if (role === 'guest') return null;
    if (role === 'newcomer') return typeof newest === 'string' ? newest : null;
    return this.personFor(role, about?.thing ?? {}).token;
  }

  /** Replaces an account after an answer that shows that it is locked out. */
  async mend(shape: Shape): Promise<void> {
    const { role, about } = shape;
    if (role === 'guest' || role === 'newcomer') return;
    await this.exchange(this.personFor(role, about?.thing ?? {}));
  }

  /** Checks whether all accounts can still do what their roles allow. */
  async muster(): Promise<void> {
    for (const member of this.members.slice()) {
      const { status, body } = await this.call('GET', '/api/v1/users/me', member.token);
      const me = body as { role?: string; standing?: string };
      if (status !== 200 || me.role !== member.rank || me.standing !== 'active')
        await this.exchange(member);
    }
  }

  private personFor(role: Role, thing: Readonly<Record<string, unknown>>): Member {
    const author = (thing.author as { id?: string } | null)?.id ?? thing.authorId ?? thing.id;
    const own = role === 'author' && this.everybody.get(String(author));
    return own || this.members.find(({ rank }) => rank === role) || this.members[0];
  }

  private async exchange(former: Member): Promise<void> {
    this.everybody.delete(former.id);
    const at = this.members.findIndex(({ id }) => id === former.id);
    if (at >= 0)
      this.members[at] = (await this.signInAgain(former)) ?? (await this.hire(former.rank));
  }

  private async signInAgain(former: Member): Promise<Member | null> {
    const account = { login: former.username, password: PASSWORD };
    const { status, body } = await this.call('POST', '/api/v1/auth/login', null, account);
    if (status !== 200) return null;
    const again = { ...former, token: (body as SignedIn).accessToken };
    await this.call('DELETE', '/api/v1/users/me/erasure', again.token);
    const me = await this.call('GET', '/api/v1/users/me', again.token);
    const { role, standing } = (me.body ?? {}) as { role?: string; standing?: string };
    if (role !== former.rank || standing !== 'active') return null;
    this.everybody.set(again.id, again);
    return again;
  }

  private async hire(rank: Rank): Promise<Member> {
    const username = `${this.name}-${(++this.count).toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)])}`;
    const account = {
      email: `${username}@fuzz.test`,
      username,
      password: PASSWORD,
      termsVersion: TERMS,
    };
    const { status, body, text } = await this.call('POST', '/api/v1/auth/register', null, account);
    if (status !== 201) throw new Error(`Nobody can register: ${status} ${text.slice(0, 300)}`);
    const { user, accessToken } = body as SignedIn;
    const member = { id: user.id, username, token: accessToken, rank };
    this.everybody.set(member.id, member);
    if (rank === 'member') return member;
    const path = `/api/v1/users/${username}/role`;
    let appointed = await this.call('PUT', path, this.rootToken, { role: rank });
    if (appointed.status === 401) {
      await this.signInRoot();
      appointed = await this.call('PUT', path, this.rootToken, { role: rank });
    }
    if (appointed.status !== 200)
      throw new Error(`Nobody can be appointed: ${appointed.text.slice(0, 300)}`);
    return member;
  }

  private async signInRoot(): Promise<void> {
    const account = { login: ADMIN.email, password: ADMIN.password };
    const { body, text } = await this.call('POST', '/api/v1/auth/login', null, account);
    if (!body) throw new Error(`The administrator cannot sign in: ${text.slice(0, 300)}`);
    this.rootToken = (body as SignedIn).accessToken;
  }

  private async call(
    method: string,
    path: string,
    token: string | null,
    body?: object,
  ): Promise<Reply> {
    const bytes = body ? Buffer.from(JSON.stringify(body)) : null;
    const headers: Record<string, string> =
      token === null ? {} : { authorization: `Bearer ${token}` };
    if (bytes)
      Object.assign(headers, {
        'content-type': 'application/json',
        'content-length': String(bytes.length),
      });
    const wire = { method, path, headers, body: bytes };
    const reply = await this.sender.send(wire);
    if (method !== 'GET') this.tell({ wire, reply });
    return reply;
  }
}
