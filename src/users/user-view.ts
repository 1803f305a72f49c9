import type { UserEntity } from './user.entity.js';
import type { MeView, ProfileView, UserView } from './users.dto.js';

export function toUserView(user: UserEntity): UserView {
  const { id, username, displayName, avatarUrl, role, kind } = user;
  return { id, username, displayName, avatarUrl, role, kind };
}

export function toProfileView(user: UserEntity): ProfileView {
  const { bio, createdAt } = user;
  return Object.assign(toUserView(user), { bio, createdAt: createdAt.toISOString() });
}

export function toMeView(user: UserEntity): MeView {
  const { email, standing, standingUntil } = user;
  const until = standingUntil?.toISOString() ?? null;
  return Object.assign(toProfileView(user), { email, standing, standingUntil: until });
}
