declare module "bpmn-moddle" {
  export interface Parsed {
    readonly rootElement: unknown;
    readonly warnings: readonly { readonly message: string }[];
  }
  export class BpmnModdle {
    fromXML(xml: string, type: string, options: { readonly lax: boolean }): Promise<Parsed>;
  }
}
