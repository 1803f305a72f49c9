/** A service with a harmful change, and the one flood whose figure must reveal it. */
export interface FloodMutant {
  flags?: readonly string[];
  env?: Readonly<Record<string, string>>;
  flood: string;
  /** The name of that figure: any other would be chance. */
  brokenBy: RegExp;
}

export const FLOOD_MUTANTS: Readonly<Record<string, FloodMutant>> = {
  'no-limits': {
    env: { NODE_ENV: '', RATE_LIMITS: 'off' },
    flood: 'previews',
    brokenBy: /^cached pages for a second of the main thread/,
  },
  'one-network': {
    env: { TRUSTED_PROXIES: '' },
    flood: 'sign-in-one',
    brokenBy: /^acts of an honest member/,
  },
  'keeps-requests': {
    flags: [`--import=${new URL('./keeps-requests.js', import.meta.url).href}`],
    flood: 'comments',
    brokenBy: /^memory/,
  },
};
