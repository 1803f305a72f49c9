/** Positions of passages count code points; strings count UTF-16 code units. */
export function pointAt(text: string, unit: number): number {
  let point = 0;
  for (let at = 0; at < unit; point++) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  return point;
}

export function unitAt(text: string, point: number): number {
  let unit = 0;
  for (let left = point; left > 0 && unit < text.length; left--)
    unit += text.codePointAt(unit)! > 0xffff ? 2 : 1;
  return unit;
}

/** Moves a position out of the middle of a surrogate pair. */
export function wholeAt(text: string, unit: number): number {
  const within = Math.min(Math.max(0, unit), text.length);
  return /[\udc00-\udfff]/.test(text[within] ?? '') ? within + 1 : within;
}
