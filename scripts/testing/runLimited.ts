import { spawn } from "node:child_process";
import { root } from "../house/root.ts";

export interface RunLimited {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly withinMs: number;
  readonly signal: AbortSignal;
}

/**
 * Runs a program to its end and answers its exit code, or "too late" when it was ended because its time was up.
 *
 * It leads a process group of its own; the whole group goes with it.
 */
export const runLimited = ({ command, args, env, withinMs, signal }: RunLimited): Promise<number | "too late"> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"], detached: true });
    let isLate = false;
    const endGroup = (): void => {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, "SIGKILL");
      } catch {
        // gone already
      }
    };
    const timer = setTimeout(() => {
      isLate = true;
      endGroup();
    }, withinMs);
    signal.addEventListener("abort", endGroup, { once: true });
    child.once("error", reject);
    child.once("exit", (code) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", endGroup);
      resolve(isLate ? "too late" : (code ?? 1));
    });
  });
