/** The environment that programs started by this one inherit: a copy, never written back. */
export const processEnvironment = (): NodeJS.ProcessEnv => ({ ...process.env });
