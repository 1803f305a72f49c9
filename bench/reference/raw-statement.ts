/** A statement as the driver takes it. */
export interface RawStatement {
  name: string;
  text: string;
  values: unknown[];
}
