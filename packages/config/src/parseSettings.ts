import { ConfigError } from "./configError.ts";
import { settings, type Settings } from "./settings.ts";

/** Answers the settings of `env`, or throws one `ConfigError` with everything that is wrong. Empty counts as not set. */
export const parseSettings = (env: NodeJS.ProcessEnv): Settings => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = settings.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`));
};
