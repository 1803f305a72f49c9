import fc from 'fast-check';

const pointsOf = (min: number, max: number) => fc.integer({ min, max });

/** A quarter are ASCII, half are others of the BMP. The library's own arbitrary needs seconds. */
export const anyCharacter = fc
  .oneof(
    pointsOf(0, 0x7f),
    pointsOf(0x80, 0xd7ff),
    pointsOf(0xe000, 0xffff),
    pointsOf(0x1_0000, 0x10_ffff),
  )
  .map((point) => String.fromCodePoint(point));
