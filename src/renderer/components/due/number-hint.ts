/** The last four figures of a number: enough for its owner, and nothing for whoever sees a calendar or a locked screen. */
export function hintOfNumber(phoneNumber: string): string {
  return `…${phoneNumber.slice(-4, -2)}-${phoneNumber.slice(-2)}`
}
