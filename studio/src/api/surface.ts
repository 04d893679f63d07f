import type { AppRouter } from "@sluice/server";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;

/** Every procedure as `resource.name`. */
export type ProcedurePath = {
  [Router in Extract<keyof Inputs, string>]: `${Router}.${Extract<keyof Inputs[Router], string>}`;
}[Extract<keyof Inputs, string>];

/** What a procedure takes. */
export type InputOf<Path extends ProcedurePath> = Path extends `${infer Router}.${infer Name}`
  ? Router extends keyof Inputs
    ? Name extends keyof Inputs[Router]
      ? Inputs[Router][Name]
      : never
    : never
  : never;

/** What a procedure answers. */
export type OutputOf<Path extends ProcedurePath> = Path extends `${infer Router}.${infer Name}`
  ? Router extends keyof Outputs
    ? Name extends keyof Outputs[Router]
      ? Outputs[Router][Name]
      : never
    : never
  : never;

/** The procedures that change something: each carries a command id, which `useCommand` adds. */
export type CommandPath = {
  [Path in ProcedurePath]: InputOf<Path> extends { commandId: string } ? Path : never;
}[ProcedurePath];

/** The procedures that ask. */
export type QueryPath = Exclude<
  ProcedurePath,
  CommandPath | "live.invalidations" | "processes.check" | "processes.prove" | "processes.behaviour"
>;

/** A command's input as a screen gives it. */
export type CommandInput<Path extends CommandPath> = Omit<InputOf<Path>, "commandId">;
