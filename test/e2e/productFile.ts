import { toGb18030 } from "../support/gb18030.ts";

/** The families of products, each in thirty sizes. */
export const families = [
  { code: "SD", name: "Servo drive", nameZh: "伺服驱动器", category: "Drives", price: 1280 },
  { code: "SM", name: "Servo motor", nameZh: "伺服电机", category: "Motors", price: 980 },
  { code: "GB", name: "Planetary gearbox", nameZh: "行星减速机", category: "Gearboxes", price: 1460 },
  { code: "LG", name: "Linear guide", nameZh: "直线导轨", category: "Linear", price: 320 },
  { code: "BS", name: "Ball screw", nameZh: "滚珠丝杠", category: "Linear", price: 410 },
  { code: "VS", name: "Vision sensor", nameZh: "视觉传感器", category: "Sensors", price: 2650 },
  { code: "PS", name: "Proximity switch", nameZh: "接近开关", category: "Sensors", price: 45 },
  { code: "PC", name: "Safety controller", nameZh: "安全控制器", category: "Control", price: 3890 },
  { code: "HM", name: "Operator panel", nameZh: "操作面板", category: "Control", price: 1750 },
  { code: "CB", name: "Control cabinet", nameZh: "控制柜", category: "Cabinets", price: 5200 },
] as const;

const rows = (): readonly string[] =>
  families.flatMap(({ code, name, nameZh, category, price }) =>
    Array.from({ length: 30 }, (_none, index) => {
      const size = (index + 1) * 50;
      return [
        `E2E-${code}-${String(size).padStart(4, "0")}`,
        `${name} ${size}`,
        `${nameZh}${size}型，含安装附件`,
        category,
        "pcs",
        (price + index * 17.5).toFixed(2),
        "CNY",
      ]
        .map((cell) => (cell.includes(",") ? `"${cell}"` : cell))
        .join(",");
    }),
  );

/** 300 products as a Chinese spreadsheet saves them: GB18030, CRLF, headings in Chinese. */
export const productFile = (): Buffer =>
  toGb18030([["产品编码", "名称", "中文名称", "类别", "单位", "目录价", "币种"].join(","), ...rows()].join("\r\n"));
