/** A statement for the driver. */
export interface RawStatement {
  name: string;
  text: string;
  values: unknown[];
}
