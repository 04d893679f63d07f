import { spawn } from "node:child_process";
import { processEnvironment } from "@sluice/config";
import { root } from "../house/root.ts";
import type { Step } from "./steps.ts";

/** How a step went. */
export interface StepResult {
  readonly isOk: boolean;
  readonly seconds: number;
  readonly output: string;
}

/** Runs one step to its end and keeps what it says. */
export const runStep = ({ command, args, env }: Step): Promise<StepResult> =>
  new Promise((resolve) => {
    const startedAtMs = Date.now();
    const said: string[] = [];
    const child = spawn(command, args, {
      cwd: root,
      env: { ...processEnvironment(), ...env, NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const end = (isOk: boolean): void =>
      resolve({ isOk, seconds: (Date.now() - startedAtMs) / 1000, output: said.join("") });
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => said.push(chunk.toString()));
    child.once("error", (error) => {
      said.push(error.message);
      end(false);
    });
    child.once("close", (code) => end(code === 0));
  });
