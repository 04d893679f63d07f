/** Something the demo firm sells, in renminbi. */
export interface DemoProduct {
  readonly sku: string;
  readonly name: string;
  readonly nameZh: string;
  readonly category: string;
  readonly unit: string;
  readonly listPrice: string;
  readonly cost: string;
}

type Row = readonly [sku: string, name: string, nameZh: string, unit: string, listPrice: string, cost: string];

const rows: Readonly<Record<string, readonly Row[]>> = {
  Servo: [
    ["SV-100", "Servo drive 100 W", "100瓦伺服驱动器", "pcs", "860", "512"],
    ["SV-200", "Servo drive 200 W", "200瓦伺服驱动器", "pcs", "980", "588"],
    ["SV-400", "Servo drive 400 W", "400瓦伺服驱动器", "pcs", "1180", "702.5"],
    ["SV-750", "Servo drive 750 W", "750瓦伺服驱动器", "pcs", "1480", "884"],
    ["SV-1000", "Servo drive 1000 W", "1000瓦伺服驱动器", "pcs", "1880", "1126"],
    ["SV-2000", "Servo drive 2000 W", "2000瓦伺服驱动器", "pcs", "2960", "1780"],
    ["SV-3000", "Servo drive 3000 W", "3000瓦伺服驱动器", "pcs", "4120", "2490"],
    ["SV-5000", "Servo drive 5000 W", "5000瓦伺服驱动器", "pcs", "6380", "3905"],
  ],
  Motor: [
    ["SM-100", "Servo motor 100 W, absolute encoder", "100瓦绝对值伺服电机", "pcs", "620", "361"],
    ["SM-200", "Servo motor 200 W, absolute encoder", "200瓦绝对值伺服电机", "pcs", "690", "402"],
    ["SM-400", "Servo motor 400 W, absolute encoder", "400瓦绝对值伺服电机", "pcs", "820", "489"],
    ["SM-750", "Servo motor 750 W, absolute encoder", "750瓦绝对值伺服电机", "pcs", "1090", "655"],
    ["SM-1000", "Servo motor 1000 W, absolute encoder", "1000瓦绝对值伺服电机", "pcs", "1420", "861"],
    ["SM-2000", "Servo motor 2000 W, absolute encoder", "2000瓦绝对值伺服电机", "pcs", "2380", "1442"],
    ["SM-3000", "Servo motor 3000 W, absolute encoder", "3000瓦绝对值伺服电机", "pcs", "3350", "2046"],
    ["SM-5000", "Servo motor 5000 W, absolute encoder", "5000瓦绝对值伺服电机", "pcs", "5120", "3150"],
  ],
  Controller: [
    ["PLC-16", "Compact PLC, 16 I/O", "16点紧凑型PLC", "pcs", "1350", "742"],
    ["PLC-32", "Compact PLC, 32 I/O", "32点紧凑型PLC", "pcs", "2080", "1166"],
    ["PLC-64", "Modular PLC, 64 I/O", "64点模块化PLC", "pcs", "3980", "2250"],
    ["MC-4", "Motion controller, 4 axes", "4轴运动控制器", "pcs", "5600", "3190"],
    ["MC-8", "Motion controller, 8 axes", "8轴运动控制器", "pcs", "8900", "5120"],
    ["MC-16", "Motion controller, 16 axes", "16轴运动控制器", "pcs", "14800", "8650"],
    ["IPC-7", "Industrial PC, fanless", "无风扇工控机", "pcs", "6200", "3960"],
    ["HMI-7", "Touch panel 7 in", "7寸触摸屏", "pcs", "980", "566"],
    ["HMI-10", "Touch panel 10 in", "10寸触摸屏", "pcs", "1680", "972"],
    ["HMI-15", "Touch panel 15 in", "15寸触摸屏", "pcs", "2980", "1784"],
  ],
  Module: [
    ["IO-DI16", "Input module, 16 digital", "16路数字输入模块", "pcs", "420", "218"],
    ["IO-DO16", "Output module, 16 digital", "16路数字输出模块", "pcs", "460", "241"],
    ["IO-AI8", "Input module, 8 analogue", "8路模拟输入模块", "pcs", "880", "479"],
    ["IO-AO4", "Output module, 4 analogue", "4路模拟输出模块", "pcs", "920", "503"],
    ["GW-ECAT", "EtherCAT gateway", "EtherCAT网关", "pcs", "1260", "688"],
    ["GW-PN", "PROFINET gateway", "PROFINET网关", "pcs", "1320", "731"],
    ["PS-120", "Power supply 24 V, 120 W", "120瓦24V电源", "pcs", "188", "96"],
    ["PS-480", "Power supply 24 V, 480 W", "480瓦24V电源", "pcs", "520", "285"],
  ],
  Sensor: [
    ["SE-PX8", "Proximity sensor M8", "M8接近开关", "pcs", "58", "24.6"],
    ["SE-PX12", "Proximity sensor M12", "M12接近开关", "pcs", "64", "27.1"],
    ["SE-PH", "Photoelectric sensor", "光电传感器", "pcs", "126", "61"],
    ["SE-LD", "Laser distance sensor 0.1–10 m", "激光测距传感器 0.1–10 m", "pcs", "1480", "823.45"],
    ["SE-VS2", "Vision sensor 2 MP", "200万像素视觉传感器", "pcs", "4200", "2510"],
    ["SE-VS5", "Vision sensor 5 MP", "500万像素视觉传感器", "pcs", "6900", "4233"],
    ["SE-LC", "Light curtain, 900 mm", "900mm安全光幕", "pcs", "1880", "1035"],
    ["SE-TC", "Temperature transmitter", "温度变送器", "pcs", "320", "162"],
  ],
  Mechanics: [
    ["LM-300", "Linear module, 300 mm stroke", "300mm行程直线模组", "pcs", "1680", "982"],
    ["LM-800", "Linear module, 800 mm stroke", "800mm行程直线模组", "pcs", "2560", "1527"],
    ["LM-1500", "Linear module, 1,500 mm stroke", "1500mm行程直线模组", "pcs", "3980", "2405"],
    ["GR-60", "Planetary gearbox 60", "60行星减速机", "pcs", "720", "405"],
    ["GR-90", "Planetary gearbox 90", "90行星减速机", "pcs", "1180", "672"],
    ["CP-25", "Coupling 25 mm", "25mm联轴器", "pcs", "46", "17.8"],
    ["BR-SK", "Bearing set", "轴承组件", "set", "260", "141"],
    ["FR-AL", "Aluminium frame, made to measure", "定制铝型材机架", "m", "86", "44.25"],
  ],
  Cable: [
    ["CB-PW", "Servo power cable", "伺服动力电缆", "m", "22.5", "10.85"],
    ["CB-EN", "Encoder cable", "编码器电缆", "m", "18.8", "8.92"],
    ["CB-ET", "Industrial Ethernet cable", "工业以太网电缆", "m", "9.6", "4.18"],
    ["CB-DC", "Drag chain", "拖链", "m", "38", "17.6"],
  ],
  Service: [
    ["SRV-COM", "Commissioning on site", "现场调试", "day", "2400", "1350"],
    ["SRV-TRN", "Operator training", "操作培训", "day", "1800", "960"],
    ["SRV-PRG", "Programming", "程序开发", "hour", "320", "185"],
    ["SRV-FAT", "Factory acceptance test", "出厂验收", "day", "2000", "1120"],
    ["CAB-STD", "Control cabinet, standard", "标准控制柜", "pcs", "9800", "6180"],
    ["CAB-LRG", "Control cabinet, large", "大型控制柜", "pcs", "18600", "12050"],
  ],
};

/** What the demo firm sells. */
export const demoProducts: readonly DemoProduct[] = Object.entries(rows).flatMap(([category, items]) =>
  items.map(([sku, name, nameZh, unit, listPrice, cost]) => ({ sku, name, nameZh, category, unit, listPrice, cost })),
);
