import type { AppConfig } from '../config/app-config.js';

export interface Started {
  admin: { email: string; password: string; madePassword: boolean } | null;
  /** The slug of the demo review, on the start that seeds it. */
  demo: string | null;
}

/**
 * The message for the operator when the service has started. It shows a password only if it was
 * generated, and only once.
 */
export function startupMessage(config: AppConfig, { admin, demo }: Started): string {
  const at = config.publicUrl;
  return [
    `Colloquy is running at ${at}`,
    `  ${demo ? 'Demo review ' : 'Front page  '}    ${at}/`,
    `  API reference   ${at}/api/docs`,
    `  OpenAPI         ${at}/api/openapi.json`,
    `  Posts           ${at}/api/v1/posts`,
    `  Live feed       ${at.replace(/^http/, 'ws')}/live (Socket.IO)`,
    ...adminLines(admin),
  ].join('\n');
}

/** The administrator that this start has created. A generated password is shown only here. */
export function adminLines(admin: Started['admin']): string[] {
  if (!admin) return [];
  return [
    `  Administrator   ${admin.email}`,
    ...(admin.madePassword ? [`  Password        ${admin.password}   (shown this once)`] : []),
  ];
}
