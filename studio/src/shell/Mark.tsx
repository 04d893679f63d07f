/** The product's mark: a stream that parts. */
export function Mark({ size = 24 }: { readonly size?: number }) {
  return <img src="/mark.svg" width={size} height={size} alt="" />;
}
