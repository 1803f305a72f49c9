import { normalisePageUrl, spellingsOf } from '../../text/plain/page-url.js';

/** The names of a page of the host site: the site's own name, the URL, or both. */
export interface PageName {
  key: string | null;
  url: string | null;
}

/** A URL in the forms for a search. */
export interface PageAddress {
  /** Null if no page can have it. */
  exact: string | null;
  spellings: string[];
}

export function pageAddress(url: string | null): PageAddress {
  const exact = url === null ? null : normalisePageUrl(url);
  return { exact, spellings: exact === null ? [] : spellingsOf(exact) };
}

/** A normalised URL without scheme and `www.`, in the form of the index and of `spellingsOf`. */
export function spelledSql(normalised: string): string {
  return `regexp_replace(${normalised}, '^https?://(www[.])?', '')`;
}

/**
 * The id of the post at a URL, of parameters or columns: the post with exactly this URL, else the
 * only one whose URL differs only by scheme, `www.` and Unicode form. If the page has a key, a post
 * with another key does not match. An ended post matches only by its exact URL.
 */
export function postAtSql({ exact, spellings, key }: Record<keyof PageAddress | 'key', string>) {
  return `select case
      when bool_or(is_exact) then (array_agg(post_id) filter (where is_exact and fits))[1]
      when count(distinct post_id) filter (where fits and not ended) = 1
        then (array_agg(post_id) filter (where fits and not ended))[1]
    end
    from (select post_id, normalised = ${exact} as is_exact, at.gone_at is not null as ended,
            at.key is null or ${key} is null as fits
          from post_urls join posts at on at.id = post_id
          where ${spelledSql('normalised')} = any(${spellings})) as named`;
}
