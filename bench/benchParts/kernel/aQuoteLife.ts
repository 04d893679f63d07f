import { recordSchemas } from "@sluice/domain";
import { compile, type Json, type Plan, Simulation, type SimulatedPerson } from "@sluice/process";
import { templateOf } from "@sluice/templates";

const people: readonly SimulatedPerson[] = [
  { id: "rep", roles: ["rep"], department: "sales", managerId: "manager" },
  { id: "manager", roles: ["salesManager"], department: "sales" },
  { id: "zhao", roles: ["finance"], department: "firm" },
];
const record: { readonly [path: string]: Json } = {
  id: "q1",
  number: "Q-1",
  name: "Valve line",
  customer: "c1",
  validUntil: "2027-12-31",
  total: "5000",
  effectiveDiscount: "0.3",
};

/** The shipped process of quotes, ready to be run. */
export const quotePlan = (): Plan => compile(templateOf("quote"), recordSchemas);

/** Plays a quote with a deep discount from its draft to the customer's word: every approval, every outer effect. */
export const playQuote = (plan: Plan): Simulation => {
  const simulation = new Simulation(plan, { people, record, ownerId: "rep" }, "2027-01-04T08:00:00.000Z", "rep");
  const taken = (): void => {
    if (simulation.refusals.length > 0) throw new Error(`refused: ${JSON.stringify(simulation.refusals)}`);
  };
  simulation.start();
  simulation.move("rep", "submit");
  taken();
  simulation.act("manager", "managerApproval", { do: "approve" });
  simulation.act("zhao", "financeApproval", { do: "approve" });
  taken();
  simulation.move("rep", "send");
  taken();
  simulation.effectDone("printQuote", { file: "f1" });
  simulation.effectDone("mailQuote");
  simulation.skipTo("2027-01-20T08:00:00.000Z");
  simulation.act("rep", "remindOwner", { do: "complete", outcome: "asked" });
  simulation.move("rep", "accept");
  taken();
  if (simulation.state.outcome !== "won") throw new Error(`the quote is ${simulation.state.stage}`);
  return simulation;
};
