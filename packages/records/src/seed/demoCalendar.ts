import { chinaOfficeWeek, type WorkingCalendar } from "@sluice/domain";

const days = (month: string, from: number, until: number): readonly string[] =>
  Array.from({ length: until - from + 1 }, (_none, index) => `${month}-${String(from + index).padStart(2, "0")}`);

/**
 * China's office week with its public holidays. 2026 as arranged by the State Council, make-up days included; 2027 holds the
 * statutory days only: bridges and make-up days are entered once they are announced.
 */
export const demoCalendar: WorkingCalendar = {
  ...chinaOfficeWeek,
  holidays: [
    ...days("2026-01", 1, 3),
    ...days("2026-02", 15, 23),
    ...days("2026-04", 4, 6),
    ...days("2026-05", 1, 5),
    ...days("2026-06", 19, 21),
    ...days("2026-09", 25, 27),
    ...days("2026-10", 1, 7),
    ...days("2027-01", 1, 1),
    ...days("2027-02", 5, 8),
    ...days("2027-04", 5, 5),
    ...days("2027-05", 1, 2),
    ...days("2027-06", 9, 9),
    ...days("2027-09", 15, 15),
    ...days("2027-10", 1, 3),
  ],
  makeUpDays: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
};
