/** A quote of the demo firm, in its drafts. Lines are `sku × quantity`, with a discount where one was given. */
export interface DemoQuote {
  readonly name: string;
  /** The place of the customer in the list of demo customers. */
  readonly customer: number;
  readonly rep: "chen.rui" | "sofia";
  readonly discount: string | null;
  readonly lines: readonly (readonly [sku: string, quantity: string, discount?: string])[];
  /** Whether its cost sheet was begun, and with what beside the material. */
  readonly costs:
    | readonly (readonly [
        kind: "labour" | "freight" | "outsourcing" | "risk",
        description: string,
        quantity: string,
        unitCost: string,
      ])[]
    | null;
}

/** What is being quoted on the first day of the demo. */
export const demoQuotes: readonly DemoQuote[] = [
  {
    name: "Winding line 4: servo axes",
    customer: 3,
    rep: "chen.rui",
    discount: "0.08",
    lines: [
      ["SV-750", "12"],
      ["SM-750", "12"],
      ["MC-16", "1"],
      ["CB-PW", "180"],
      ["CB-EN", "180"],
      ["SRV-COM", "4"],
    ],
    costs: [
      ["labour", "Assembly and test", "60", "95"],
      ["freight", "Truck to Wuxi", "1", "1800"],
    ],
  },
  {
    name: "注塑机伺服改造（2台）",
    customer: 2,
    rep: "chen.rui",
    discount: "0.05",
    lines: [
      ["SV-5000", "2"],
      ["SM-5000", "2"],
      ["PLC-32", "2"],
      ["HMI-10", "2"],
      ["SRV-PRG", "40"],
    ],
    costs: [["labour", "改造安装", "48", "95"]],
  },
  {
    name: "Inspection cell with vision",
    customer: 7,
    rep: "chen.rui",
    discount: null,
    lines: [
      ["SE-VS5", "4"],
      ["IPC-7", "1"],
      ["LM-800", "2"],
      ["SV-400", "2"],
      ["SM-400", "2"],
      ["FR-AL", "26.5"],
    ],
    costs: null,
  },
  {
    name: "转向架检测台控制系统",
    customer: 8,
    rep: "chen.rui",
    discount: "0.1",
    lines: [
      ["PLC-64", "1"],
      ["IO-AI8", "6"],
      ["SE-LD", "8"],
      ["CAB-LRG", "1"],
      ["SRV-FAT", "2"],
    ],
    costs: [
      ["outsourcing", "钣金外协", "1", "4200"],
      ["risk", "计量认证", "1", "1500"],
    ],
  },
  {
    name: "Sorter controls, hall 2",
    customer: 23,
    rep: "sofia",
    discount: "0.06",
    lines: [
      ["MC-8", "2"],
      ["SV-400", "16", "0.05"],
      ["SM-400", "16", "0.05"],
      ["GW-PN", "2"],
      ["CAB-STD", "2"],
    ],
    costs: [
      ["freight", "Sea freight to Hamburg", "1", "9600"],
      ["risk", "Certification", "1", "6500"],
    ],
  },
  {
    name: "Bottle gripper retrofit",
    customer: 28,
    rep: "sofia",
    discount: null,
    lines: [
      ["SV-200", "8"],
      ["SM-200", "8"],
      ["GR-60", "8"],
      ["SE-PX8", "32"],
    ],
    costs: null,
  },
  {
    name: "Pump test bench",
    customer: 25,
    rep: "sofia",
    discount: "0.03",
    lines: [
      ["PLC-32", "1"],
      ["IO-AI8", "2"],
      ["SE-TC", "12"],
      ["HMI-15", "1"],
      ["PS-480", "1"],
    ],
    costs: null,
  },
  {
    name: "Wafer handler axes",
    customer: 16,
    rep: "chen.rui",
    discount: "0.12",
    lines: [
      ["LM-300", "6"],
      ["SV-100", "6"],
      ["SM-100", "6"],
      ["MC-8", "1"],
      ["CP-25", "12"],
      ["CB-ET", "60"],
    ],
    costs: [["labour", "Clean-room assembly", "36", "140"]],
  },
];
