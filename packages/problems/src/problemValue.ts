/** A JSON value that a problem may show to a person. Decimals and instants are strings. */
export type ProblemValue =
  | string
  | number
  | boolean
  | null
  | readonly ProblemValue[]
  | { readonly [key: string]: ProblemValue };
