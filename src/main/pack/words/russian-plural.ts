/** `1 приложение, 2 приложения, 5 приложений`. */
export function russianPlural(count: number, one: string, few: string, many: string): string {
  const lastTwo = count % 100
  const last = count % 10
  if (lastTwo >= 11 && lastTwo <= 14) return many
  if (last === 1) return one
  return last >= 2 && last <= 4 ? few : many
}

/** The same with the count before it, which does not stand alone at the end of a line. */
export function countedInRussian(count: number, one: string, few: string, many: string): string {
  return `${count}\u00a0${russianPlural(count, one, few, many)}`
}
