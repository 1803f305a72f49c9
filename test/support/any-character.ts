import fc from 'fast-check';

const pointsOf = (min: number, max: number) => fc.integer({ min, max });

/** Any character, those of ASCII and of the first plane as often as all others. The library's own takes seconds to make. */
export const anyCharacter = fc
  .oneof(
    pointsOf(0, 0x7f),
    pointsOf(0x80, 0xd7ff),
    pointsOf(0xe000, 0xffff),
    pointsOf(0x1_0000, 0x10_ffff),
  )
  .map((point) => String.fromCodePoint(point));
