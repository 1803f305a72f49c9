/** Why a value is refused. */
export interface Fault {
  /** An English sentence that never repeats the value. */
  readonly detail: string;
  /** One of `FIELD_RULES`, for texts of users: pages show it in the language of the user. */
  readonly rule?: string;
}
