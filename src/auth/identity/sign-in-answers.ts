import { Injectable } from '@nestjs/common';
import { Answer } from '../../input/answer.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import type { SignedInView } from './auth.dto.js';
import type { SignedIn } from './auth.service.js';

/** The response of every sign-in method. */
@Injectable()
export class SignInAnswers {
  constructor(private readonly cookie: SessionCookie) {}

  /** @param keptIn where the client wants the refresh token; the default is the body */
  of(
    status: 200 | 201,
    { view, expiresAt }: SignedIn,
    keptIn: 'cookie' | undefined,
  ): Answer<SignedInView> {
    if (!keptIn) return new Answer(status, JSON.stringify(view));
    const { refreshToken, ...others } = view;
    return new Answer(status, JSON.stringify(others), this.cookie.keep(refreshToken, expiresAt));
  }
}
