/** A Disqus export with one thread; each text is a comment, by an author with a hostile name. */
export function exportOf(texts: readonly string[]): string {
  const posts = texts.map(
    (text, nth) => `<post dsq:id="${9_000 + nth}">
      <message>${escaped(text)}</message>
      <createdAt>2019-05-01T09:00:00Z</createdAt>
      <isDeleted>false</isDeleted><isSpam>false</isSpam>
      <author><name>${escaped(text.slice(0, 60))}</name><isAnonymous>true</isAnonymous></author>
      <thread dsq:id="501"/>
    </post>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
    <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
      <thread dsq:id="501">
        <id>imported-page</id>
        <link>https://reviews.example/imported</link>
        <title>${escaped(texts[0])}</title>
        <createdAt>2019-05-01T08:00:00Z</createdAt>
        <isClosed>false</isClosed><isDeleted>false</isDeleted>
      </thread>
      ${posts.join('\n')}
    </disqus>`;
}

/** Escapes a text, without the characters that XML forbids. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
