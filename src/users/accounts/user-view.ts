import { languageOf } from '../../text/plain/languages.js';
import type { UserEntity } from './user.entity.js';
import type { MeView, ProfileView, UserView } from './users.dto.js';

export function toUserView(user: UserEntity): UserView {
  const { id, username, displayName, avatarUrl, role, kind, badges } = user;
  return { id, username, displayName, avatarUrl, role, kind, badges };
}

export function toProfileView(user: UserEntity): ProfileView {
  const { bio, createdAt } = user;
  return Object.assign(toUserView(user), { bio, createdAt: createdAt.toISOString() });
}

export function toMeView(user: UserEntity): MeView {
  const { email, emailVerifiedAt, emailFailedAt, language, standing, standingUntil } = user;
  return Object.assign(toProfileView(user), {
    email,
    emailVerified: emailVerifiedAt !== null,
    emailUndeliverable: emailFailedAt !== null,
    language: languageOf(language),
    standing,
    standingUntil: standingUntil?.toISOString() ?? null,
  });
}
