declare module "bpmn-moddle" {
  export interface Parsed {
    readonly rootElement: unknown;
    readonly warnings: readonly { readonly message: string }[];
  }
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, object>>);
    fromXML(xml: string, type: string, options: { readonly lax: boolean }): Promise<Parsed>;
  }
}
