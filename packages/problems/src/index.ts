/**
 * Every way a person can be refused, as data.
 *
 * A rule answers with a `Verdict`: all problems at once, each with its code, the values it saw and who can clear it.
 * `Refusal` carries them to the nearest border. The catalogue holds a message per language and a status per code.
 */
export { catalogue, type ProblemCode } from "./catalogue.ts";
export { fillTemplate } from "./fillTemplate.ts";
export { inputReasonIn, type InputReason } from "./inputReasons.ts";
export { issueProblem, issueReason, type ReasonFound, type SchemaIssue } from "./issueReason.ts";
export { machineReason, type MachineReason, reasonIn } from "./machineReasons.ts";
export { languages, type Language, type LocalText } from "./localText.ts";
export { messageOf, problem, statusOf, type Clearer, type Problem } from "./problem.ts";
export type { ProblemValue } from "./problemValue.ts";
export { assertAllowed, Refusal } from "./refusal.ts";
export { isAllowed, verdict, type Verdict } from "./verdict.ts";
