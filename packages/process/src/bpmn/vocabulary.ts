/** The namespaces of a file: those of BPMN 2.0, and the one that holds every setting of ours. */
export const NAMESPACES = {
  bpmn: "http://www.omg.org/spec/BPMN/20100524/MODEL",
  bpmndi: "http://www.omg.org/spec/BPMN/20100524/DI",
  dc: "http://www.omg.org/spec/DD/20100524/DC",
  di: "http://www.omg.org/spec/DD/20100524/DI",
  xsi: "http://www.w3.org/2001/XMLSchema-instance",
  sluice: "urn:sluice:bpmn:1",
} as const;

/** The language that conditions are written in. */
export const EXPRESSION_LANGUAGE = "https://cel.dev";
