import { problem, type Problem } from "@sluice/problems";
import type { ApprovalAct } from "./approvalAct.ts";

/** What a verdict must come with and does not: a comment, a file, a signature. */
export const problemsOfVerdict = (
  { node, event }: Pick<ApprovalAct, "node" | "event">,
  verdict: "approve" | "reject" | "sendBack",
): readonly Problem[] => [
  ...(node.comment[verdict] === "required" && !event.comment?.trim() ? [problem("COMMENT_REQUIRED")] : []),
  ...(node.attachment[verdict] && event.attachments.length === 0 ? [problem("ATTACHMENT_REQUIRED")] : []),
  ...(node.signature[verdict] && !event.signature?.trim() ? [problem("SIGNATURE_REQUIRED")] : []),
];
