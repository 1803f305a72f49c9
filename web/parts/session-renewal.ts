import type { components } from '@colloquy/client';
import { SERVICE_URL } from './service-url.js';

type SignedIn = components['schemas']['SignedInView'];

/**
 * The successors of a refresh token; null when the service cannot be reached, so that the reader
 * stays signed in until it can. Not by the client, which would ask for the token that is renewed.
 */
export async function renewed(refreshToken: string): Promise<SignedIn | 'ended' | null> {
  try {
    const answer = await fetch(`${SERVICE_URL}/api/v1/auth/refresh`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refreshToken }),
    });
    if (answer.ok) return (await answer.json()) as SignedIn;
    return answer.status === 401 || answer.status === 403 ? 'ended' : null;
  } catch {
    return null;
  }
}
