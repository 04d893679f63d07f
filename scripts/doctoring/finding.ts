/** What the doctor found. A note is neither good nor bad. */
export interface Finding {
  readonly state: "ok" | "note" | "problem";
  readonly text: string;
  readonly fix?: string;
}

export const ok = (text: string): Finding => ({ state: "ok", text });
export const note = (text: string): Finding => ({ state: "note", text });
export const problem = (text: string, fix: string): Finding => ({ state: "problem", text, fix });
