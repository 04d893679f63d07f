/** What stands behind the `?` of an address, read without trust: what does not fit is left out. */
type Raw = Readonly<Record<string, unknown>>;

const textIn = (raw: Raw, key: string): string | undefined =>
  typeof raw[key] === "string" && raw[key] !== "" ? raw[key] : undefined;
const oneOf = <Value extends string>(raw: Raw, key: string, values: readonly Value[]): Value | undefined =>
  values.find((value) => value === raw[key]);

export interface InboxSearch {
  readonly filter?: "mine" | "candidates" | "all";
  readonly task?: string;
}
export const readInboxSearch = (raw: Raw): InboxSearch => {
  const filter = oneOf(raw, "filter", ["mine", "candidates", "all"] as const);
  const task = textIn(raw, "task");
  return { ...(filter === undefined ? {} : { filter }), ...(task === undefined ? {} : { task }) };
};

export interface ProcessSearch {
  readonly tab?: "design" | "test" | "whatIf" | "live" | "versions";
  readonly node?: string;
  readonly case?: string;
}
export const readProcessSearch = (raw: Raw): ProcessSearch => {
  const tab = oneOf(raw, "tab", ["design", "test", "whatIf", "live", "versions"] as const);
  const node = textIn(raw, "node");
  const caseId = textIn(raw, "case");
  return {
    ...(tab === undefined ? {} : { tab }),
    ...(node === undefined ? {} : { node }),
    ...(caseId === undefined ? {} : { case: caseId }),
  };
};

export interface MigrationSearch {
  readonly from?: number;
  readonly to?: number;
  /** Which cases are meant: those at a step or in a stage, of a department, of an amount. */
  readonly node?: string;
  readonly department?: string;
  readonly amountFrom?: string;
  readonly amountUntil?: string;
  /** One case alone. */
  readonly case?: string;
  /** A migration that was begun. */
  readonly id?: string;
}
const versionIn = (raw: Raw, key: string): number | undefined => {
  const version = Number(raw[key]);
  return Number.isInteger(version) && version >= 1 ? version : undefined;
};
const MEANT = ["node", "department", "amountFrom", "amountUntil", "case"] as const;
/** The routes read what looks like a number as one. */
const meantIn = (raw: Raw, key: string): string | undefined =>
  typeof raw[key] === "number" ? String(raw[key]) : textIn(raw, key);
export const readMigrationSearch = (raw: Raw): MigrationSearch => {
  const [from, to] = [versionIn(raw, "from"), versionIn(raw, "to")];
  const id = textIn(raw, "id");
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(id === undefined ? {} : { id }),
    ...Object.fromEntries(MEANT.flatMap((name) => [[name, meantIn(raw, name)] as const]).filter(([, said]) => said)),
  };
};

export interface FieldsSearch {
  readonly type?: string | undefined;
  readonly view?: "layout" | undefined;
}
export const readFieldsSearch = (raw: Raw): FieldsSearch => {
  const type = textIn(raw, "type");
  const view = oneOf(raw, "view", ["layout"] as const);
  return { ...(type === undefined ? {} : { type }), ...(view === undefined ? {} : { view }) };
};

export interface NewRecordSearch {
  readonly customer?: string;
  readonly quote?: string;
}
export const readNewRecordSearch = (raw: Raw): NewRecordSearch => {
  const customer = textIn(raw, "customer");
  const quote = textIn(raw, "quote");
  return { ...(customer === undefined ? {} : { customer }), ...(quote === undefined ? {} : { quote }) };
};
