import type { Language } from "@sluice/problems";
import { parseDate } from "../time/civilDate.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** A date as people write it out: 26 November 2026, 2026年11月26日; what is no date stays as it is. */
export const spokenDate = (date: string, language: Language): string => {
  const civil = parseDate(date);
  if (civil === null) return date;
  const { year, month, day } = civil;
  return language === "zh" ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1] ?? ""} ${year}`;
};

/** A time on the clocks of a place (`2026-11-26T14:05:00`) as people write it out, to the minute; what is none stays as it is. */
export const spokenTime = (wall: string, language: Language): string => {
  const [date = "", clock] = wall.split("T");
  const minute = /^\d{2}:\d{2}/u.exec(clock ?? "")?.[0];
  if (minute === undefined || parseDate(date) === null) return wall;
  return language === "zh" ? `${spokenDate(date, language)} ${minute}` : `${spokenDate(date, language)}, ${minute}`;
};
