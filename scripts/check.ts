/** `npm run check`: format, lint, types, boundaries, unused parts, versions and units, two at a time. */
import { runStep } from "./checking/runStep.ts";
import { steps } from "./checking/steps.ts";
import { say } from "./house/say.ts";

const only = process.argv.slice(2);
const queue = steps.filter(({ name }) => only.length === 0 || only.includes(name));
const startedAtMs = Date.now();
const failed: string[] = [];

const work = async (): Promise<void> => {
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
    const { isOk, seconds, output } = await runStep(step);
    say(`${isOk ? "ok     " : "NOT OK "} ${step.name.padEnd(11)} ${seconds.toFixed(1)} s`);
    if (isOk) continue;
    failed.push(step.name);
    say(output.trimEnd());
  }
};
await Promise.all([work(), work()]);

const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
say(failed.length === 0 ? `All is well (${seconds} s)` : `Not ok: ${failed.join(", ")} (${seconds} s)`);
process.exit(failed.length === 0 ? 0 : 1);
