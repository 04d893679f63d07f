/** What lies above what: wires on the bands, steps on the wires, so that a step's handles can be taken hold of wherever wires leave it. */
export const Z = { band: 0, wire: 1, chosenWire: 2, step: 3, chosenStep: 4 } as const;
