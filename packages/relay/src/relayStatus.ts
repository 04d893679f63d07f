/** What a page may say about the relay. */
export interface RelayStatus {
  readonly temporal: "up" | "down";
  /** Since when Temporal is so, ISO. */
  readonly since: string;
  readonly reason: string | null;
  /** Directives that wait to be sent. */
  readonly waiting: number;
  /** Since this relay started. */
  readonly swept: number;
  readonly rearmed: number;
  readonly startedAnew: number;
}
