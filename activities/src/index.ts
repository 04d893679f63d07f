/**
 * What happens outside: the worker of the carriers, and the outer blocks that it performs.
 *
 * `startWorker` is what a worker process is made of; `createWorker` runs workflows and effects on the queues of one install;
 * `carrierActivities` begins, performs and ends one effect; each block in `blocks/` does one kind of effect and says honestly
 * what came of it. `printQuote` prints a quote for whoever may see it, `paintPicture` paints the picture of a process.
 */
export { type BlockSettings, outerBlocks } from "./blocks/outerBlocks.ts";
export type { EffectWork, Ending, OuterBlock, OuterBlocks } from "./blocks/outerBlock.ts";
export { signatureOf } from "./blocks/webhook/signatureOf.ts";
export { againstPrinting } from "./blocks/pdf/againstPrinting.ts";
export { printQuote } from "./blocks/pdf/printQuote.ts";
export type { PrintedLine, QuoteDocument } from "./blocks/pdf/quoteDocument.ts";
export { paintPicture } from "./pictures/paintPicture.ts";
export { readQuote } from "./blocks/pdf/readQuote.ts";
export { carrierActivities } from "./carrierActivities.ts";
export type { Files, KeptFile } from "./files/files.ts";
export { FileTooLarge } from "./files/files.ts";
export { folderFiles } from "./files/folderFiles.ts";
export { type RunningWorker, startWorker } from "./startWorker.ts";
export { temporalLogger } from "./temporalLogger.ts";
export { type CarrierWorker, createWorker, type CreateWorker } from "./worker.ts";
export { workflowBundle } from "./workflowBundle.ts";
