import { Refused, request } from './service-requests.js';

export interface Answer<Values> extends Pick<Refused, 'say' | 'rule'> {
  /** What the service has answered; null where it has refused, and where it has no more to say. */
  values: Values | null;
}

/** Asks by the token of a link: every outcome has its sentence. */
export async function send<Values>(path: string, body: object): Promise<Answer<Values>> {
  try {
    const values = await request<Values | null>('POST', `auth/${path}`, { body });
    return { say: 'done', rule: null, values };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { say: error.say, rule: error.rule, values: null };
  }
}
