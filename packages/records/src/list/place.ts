/** The place in a list after which the next page begins: the sorted value and id of the last row shown. */
export interface Place {
  readonly value: string | null;
  readonly id: string;
}
