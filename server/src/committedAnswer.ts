import type { Door } from "@sluice/records";

/** What a committed command answers, from the records package. */
export type CommittedAnswer = Awaited<ReturnType<Door["createRecord"]>>;
