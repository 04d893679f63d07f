export type Mapping = Readonly<Record<string, string | null>>;
