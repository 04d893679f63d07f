/**
 * Tells what a time zone should be called, or null when it is called so already; `"unknown"` when there is none of that name.
 *
 * Names are those of the time zone database, as it writes them: some readers take `asia/shanghai`, others do not. An offset is
 * no zone: it knows no summer time. Pure but for the tables of zones that the platform brings.
 */
export const zoneFault = (zone: string): string | null => {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(zone)) return "unknown";
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions();
    return timeZone !== zone && timeZone.toLowerCase() === zone.toLowerCase() ? timeZone : null;
  } catch (cause) {
    if (cause instanceof RangeError) return "unknown";
    throw cause;
  }
};
