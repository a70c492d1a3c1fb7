/** Days in running text: `14 January 2027`; tables keep `2027-01-14`. */

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
];

export function longDay(isoDate: string): string {
  const [year = "", month = "", day = ""] = isoDate.split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** `14 Jan 2027`. */
export function shortDay(isoDate: string): string {
  return longDay(isoDate).replace(/ [A-Z][a-z]+ /, (month) => `${month.slice(0, 4)} `);
}
