declare module "bpmnlint" {
  export interface Report {
    readonly id: string;
    readonly message: string;
    readonly category: string;
  }
  export class Linter {
    constructor(options: { readonly config: unknown; readonly resolver: unknown });
    lint(root: unknown): Promise<Readonly<Record<string, readonly Report[]>>>;
  }
}
declare module "bpmnlint/lib/resolver/node-resolver.js" {
  export default class NodeResolver {}
}
