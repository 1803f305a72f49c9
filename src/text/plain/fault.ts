/** Why a value is refused. */
export interface Fault {
  /** An English sentence that never repeats the value. */
  readonly detail: string;
  /** One of `FIELD_RULES`, where people write the value: pages say it in the language of who reads them. */
  readonly rule?: string;
}
