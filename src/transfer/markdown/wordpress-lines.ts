/** A tag, whose own line breaks are ignored, or a line break. */
const PART = /<(\/?)([a-z][a-z\d]*|!)[^<>]*>|\n/gi;

/**
 * WordPress stores comments as typed and makes paragraphs when it shows them (`wpautop`): a line
 * break becomes a break, two become a paragraph, except in preformatted text.
 */
export function breakLines(html: string): string {
  let isPreformatted = false;
  return html.replace(PART, (part: string, slash: string, name: string | undefined) => {
    if (name?.toLowerCase() === 'pre') isPreformatted = slash === '';
    return part === '\n' && !isPreformatted ? '<br>' : part;
  });
}
