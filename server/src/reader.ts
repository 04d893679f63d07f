import type { Language, LocalText } from "@sluice/problems";

/** The signed-in person who asks, with what reading needs to know of them. */
export interface Reader {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly departmentId: string | null;
  /** In both languages: which one is shown is the screen's to say. */
  readonly departmentName: LocalText | null;
  readonly language: Language;
}
