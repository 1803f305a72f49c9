import { Refused, request } from './service-requests.js';

export interface Answer<Values> extends Pick<Refused, 'say' | 'rule'> {
  /** The answer of the service; null after a refusal, and for an answer without a body. */
  values: Values | null;
}

/** Sends a request with the token of a link. Every outcome has its sentence. */
export async function send<Values>(path: string, body: object): Promise<Answer<Values>> {
  try {
    const values = await request<Values | null>('POST', `auth/${path}`, { body });
    return { say: 'done', rule: null, values };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { say: error.say, rule: error.rule, values: null };
  }
}
