/** A customer of the demo firm with the person we speak to. */
export interface DemoCustomer {
  readonly name: string;
  readonly industry: string;
  readonly grade: "key" | "A" | "B" | "C";
  readonly address: string | null;
  readonly taxNumber: string | null;
  readonly phone: string;
  readonly contact: { readonly name: string; readonly title: string; readonly email: string };
}
