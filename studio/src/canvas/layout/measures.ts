/** The distances of the drawing, in pixels at 100 %. Sole owner: faces, layout and routes all read them here. */
export const measures = {
  card: { width: 208, height: 56 },
  wideCard: { width: 232, height: 56 },
  approvalCard: { width: 232, height: 60 },
  diamond: { width: 46, height: 46 },
  pill: { width: 128, height: 36 },
  startPill: { width: 168, height: 36 },
  /** Room right of a step for the labels of wires that leave its band. */
  exitLabel: 62,
  /** Equal height for every step keeps centre lines straight. */
  row: 60,
  labelBelow: 18,
  columnGap: 46,
  rowGap: 24,
  unrelatedGap: 104,
  band: { left: 46, right: 46, top: 42, bottom: 16, least: 640, emptyHeight: 44 },
  /** Room under the steps of a band whose border carries moves. */
  portRoom: 22,
  port: { height: 24, gap: 10, left: 46 },
  gap: 30,
  track: 8,
  gapUnderPorts: 38,
  laneLeft: 22,
  lane: 18,
  corner: 9,
} as const;
