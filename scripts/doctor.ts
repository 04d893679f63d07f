/** `npm run doctor`: what is well, what is not and what to do about it; ends with 1 when there is a problem. */
import { ConfigError, loadHouseConfig } from "@sluice/config";
import { checkDataFolder } from "./doctoring/checkDataFolder.ts";
import { checkMachine } from "./doctoring/checkMachine.ts";
import { checkServers } from "./doctoring/checkServers.ts";
import { type Finding, problem } from "./doctoring/finding.ts";
import { say } from "./house/say.ts";

const checkInstall = async (): Promise<Finding[]> => {
  try {
    const config = loadHouseConfig();
    return [...(await checkDataFolder(config)), ...(await checkServers(config))];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map((text) => problem(text, "correct the environment"));
  }
};

const findings = [...checkMachine(), ...(await checkInstall())];
for (const { state, text, fix } of findings) {
  say(`${state.padEnd(8)} ${text}`);
  if (fix !== undefined) say(`         fix: ${fix}`);
}
const problems = findings.filter(({ state }) => state === "problem").length;
say(problems === 0 ? "No problems." : `${problems} to be looked at.`);
process.exit(problems === 0 ? 0 : 1);
