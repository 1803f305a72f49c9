/** What a reason of the list says to the author of a removed comment. */
const EXPLANATIONS: Readonly<Record<string, string>> = {
  abusive: 'It attacks somebody instead of what they say.',
  offensive: 'Its words are meant to offend.',
  harassment: 'It goes after somebody who should be left alone.',
  hate: 'It is directed against people for what they are.',
  spam: 'It was posted to be seen everywhere, and adds nothing here.',
  advertising: 'It advertises something.',
  off_topic: 'It is about something else than this discussion.',
  misinformation: 'It states as a fact what is known to be wrong.',
  personal_data: 'It tells of somebody what is theirs to tell.',
  illegal: 'It may not be shown under the law.',
  other: 'It goes against the rules of this site.',
};

/** Never silent: a removal without a known reason is explained by the rules as such. */
export function explanationOf(reason: string | null): string {
  return (reason && EXPLANATIONS[reason]) || EXPLANATIONS.other;
}
