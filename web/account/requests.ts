import { Refused, request } from './service-requests.js';

export interface Answer extends Pick<Refused, 'say' | 'rule'> {
  /** What stands in the sentence. */
  values: Readonly<Record<string, string>>;
}

/** Asks by the token of a link: every outcome has its sentence. */
export async function send(path: string, body: object): Promise<Answer> {
  try {
    const values = await request<Answer['values']>('POST', `auth/${path}`, { body });
    return { say: 'done', rule: null, values };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { say: error.say, rule: error.rule, values: {} };
  }
}
