/** What stands before every path of this service; nothing where it has a host of its own. */
export function publicPathOf(publicUrl: string): string {
  return new URL(publicUrl).pathname.replace(/\/+$/, '');
}
