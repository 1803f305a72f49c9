import { ADMIN } from '../chaos/site.js';
import { Http } from '../chaos/http.js';
import { htmlFaultsIn } from './pages.js';

/** An account or guest that writes. */
export interface Writer {
  id: string;
  username: string;
  token: string;
}

interface SignedIn {
  accessToken: string;
  user: { id: string; username: string };
}

export const PASSWORD = 'the-harness-of-xss';

/** Writes hostile texts; each one is stored or refused with a reason. */
export class Desk {
  refused = 0;
  /** The number of stored texts per way of writing. */
  readonly ways = new Map<string, number>();
  /** Answers that neither store a text nor refuse it. */
  readonly faults: string[] = [];
  /** Forbidden parts in the HTML of answers. */
  readonly intruders: string[] = [];
  /** Number of HTML fields in answers to writes. */
  fields = 0;
  admin!: Writer;
  private readonly http: Http;

  constructor(port: number) {
    this.http = new Http(port);
  }

  async open(): Promise<void> {
    const account = { login: ADMIN.email, password: ADMIN.password };
    this.admin = writerOf(
      await this.http.json({ method: 'POST', path: '/api/v1/auth/login', body: account }),
    );
  }

  async register(username: string): Promise<Writer> {
    const account = { email: `${username}@xss.test`, username, password: PASSWORD };
    return writerOf(
      await this.http.json({ method: 'POST', path: '/api/v1/auth/register', body: account }),
    );
  }

  /** @returns the answer, or null when the text was refused */
  async send<Answer>(
    method: string,
    path: string,
    by: Writer | null,
    body: object,
    ifMatch?: number,
  ): Promise<Answer | null> {
    const token = by ? { token: by.token } : {};
    const match = ifMatch === undefined ? {} : { ifMatch };
    const { status, text } = await this.http.send({
      method,
      path: `/api/v1${path}`,
      ...token,
      ...match,
      body,
      timeoutMs: 60_000,
    });
    const isKept = status < 300;
    const way = wayOf(method, path, body);
    this.took(way, isKept);
    if (status === 422 || status === 409) this.refused += 1;
    else if (!isKept) this.faults.push(`${way} ${status}: ${JSON.stringify(body).slice(0, 300)}`);
    if (!isKept || text === '') return null;
    const answer = JSON.parse(text) as Answer;
    this.fields += text.split('"html":"').length - 1;
    this.intruders.push(...htmlFaultsIn(answer).map((fault) => `${way}${fault}`));
    return answer;
  }

  /** Counts a way of writing, even if its text was refused. */
  took(way: string, isKept: boolean): void {
    this.ways.set(way, (this.ways.get(way) ?? 0) + Number(isKept));
  }

  async read(path: string, by: Writer | null = null): Promise<{ status: number; text: string }> {
    return this.http.send({
      method: 'GET',
      path,
      ...(by ? { token: by.token } : {}),
      timeoutMs: 60_000,
    });
  }

  close(): void {
    this.http.close();
  }
}

function writerOf({ accessToken, user }: SignedIn): Writer {
  return { id: user.id, username: user.username, token: accessToken };
}

/** Names a way of writing: method, path, and the field that selects a variant. */
function wayOf(method: string, path: string, body: object): string {
  const template = path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID');
  const { action } = body as { action?: string };
  return [method, template, ...(method === 'PATCH' ? Object.keys(body) : []), action ?? []]
    .flat()
    .join(' ');
}
